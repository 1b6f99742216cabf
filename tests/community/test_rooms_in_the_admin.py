"""What editors and administrators do in the admin leaves closed what is closed."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageViewRestriction

from accounts.domain import grant_editor_permissions
from community.domain.rooms import group_of
from community.models import CommunityPage, Member, MembersRoomPage
from tests.factories import ExperienceFactory, MemberFactory, UserFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

COORDINATORS = "/beheer/coordinatoren/"


@pytest.fixture
def office(client, anna):
    """Return the browser of Anna, who administers the site."""
    client.force_login(anna)
    return client


def open_to(room):
    """Return the groups that a room is open to."""
    (restriction,) = PageViewRestriction.objects.filter(page_id=room.pk)
    return restriction.restriction_type, list(restriction.groups.all())


def told(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    # Behind each stand buttons, such as to look at the page.
    found = (words(message) for message in page.select(".messages li"))
    return [message.removesuffix(" Ga naar eerste fout") for message in found]


@pytest.mark.parametrize("choice", ["none", "login", "password", "groups"])
def test_privacy_that_somebody_sets_is_put_back(office, community, room, choice):
    sent = {"restriction_type": choice, "password": "sleutel", "groups": []}
    address = reverse("wagtailadmin_pages:set_privacy", args=[room.pk])
    assert office.post(address, sent).status_code == 200
    assert open_to(room) == ("groups", [group_of(community)])


def test_groups_that_somebody_takes_away_are_put_back(office, community, room):
    lisa = UserFactory(username="lisa", first_name="Lisa", last_name="Lid")
    bas = UserFactory(username="bas", first_name="Bas", last_name="Kok")
    MemberFactory(community=community, user=lisa)
    for person, groups in ((lisa, []), (bas, [group_of(community).pk])):
        sent = {
            name: getattr(person, name) for name in ("username", "email", "first_name", "last_name")
        }
        address = reverse("wagtailusers_users:edit", args=[person.pk])
        answer = office.post(address, sent | {"groups": groups, "is_active": "on"})
        assert answer.status_code == 302
    assert list(group_of(community).user_set.all()) == [lisa]


def test_a_copy_with_all_below_it_is_closed_to_its_own_members(office, site, community, room):
    sent = {
        "new_title": "Kopie",
        "new_slug": "kopie",
        "new_parent_page": site.communities.pk,
        "copy_subpages": "on",
        "publish_copies": "on",
    }
    answer = office.post(reverse("wagtailadmin_pages:copy", args=[community.pk]), sent)
    assert answer.status_code == 302
    copied = CommunityPage.objects.get(slug="kopie")
    inside = MembersRoomPage.objects.child_of(copied).get()
    assert group_of(copied) != group_of(community)
    assert open_to(inside) == ("groups", [group_of(copied)])
    assert copied.members.count() == 0


@pytest.mark.parametrize("where", ["community", "section"])
def test_a_community_in_which_members_wrote_stays(office, site, community, where):
    ExperienceFactory(community=community, title="Geheim verhaal")
    page = community if where == "community" else site.communities
    answer = office.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert told(answer) == [
        "Dit kan niet weg: in ‘CoP 18’ staan ervaringen van leden. Haal de pagina offline."
    ]
    assert CommunityPage.objects.filter(pk=community.pk).exists()


def test_several_pages_at_once_stay_too(office, community):
    ExperienceFactory(community=community)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    office.post(f"{address}?id={community.pk}")
    assert CommunityPage.objects.filter(pk=community.pk).exists()


def test_a_community_without_experiences_goes(office, community, room):
    office.post(reverse("wagtailadmin_pages:delete", args=[community.pk]))
    assert not CommunityPage.objects.filter(pk=community.pk).exists()


def test_an_administrator_names_the_first_coordinator(office, community, bas):
    assert "Nog niemand" in office.get(COORDINATORS).content.decode()
    sent = {"community": community.pk, "person": "BAS@voorbeeld.example"}
    answer = office.post(COORDINATORS, sent, follow=True)
    assert told(answer) == ["Bas Kok is nu coördinator van CoP 18."]
    assert Member.objects.get(community=community, user=bas).is_coordinator


@pytest.mark.parametrize(
    ("person", "wrong"),
    [
        ("", "Vul het e-mailadres in van iemand met een account."),
        ("niemand@voorbeeld.example", "Er is geen account met dit e-mailadres."),
    ],
)
def test_who_has_no_account_cannot_be_named(office, community, person, wrong):
    answer = office.post(COORDINATORS, {"community": community.pk, "person": person})
    assert (answer.status_code, wrong in answer.content.decode()) == (400, True)
    assert Member.objects.count() == 0


def test_who_was_put_out_is_not_named(office, community, bas):
    MemberFactory(community=community, user=bas, state="expelled")
    answer = office.post(COORDINATORS, {"community": community.pk, "person": bas.email})
    assert (answer.status_code, Member.objects.get().state) == (400, "expelled")


def test_an_editor_names_nobody(client, eva, community, bas):
    grant_editor_permissions()
    client.force_login(eva)
    sent = {"community": community.pk, "person": bas.email}
    for answer in (client.get(COORDINATORS), client.post(COORDINATORS, sent)):
        assert answer.headers["Location"] == "/beheer/"
    assert Member.objects.count() == 0


def test_the_page_of_the_coordinators_says_where_one_is(office, community):
    page = BeautifulSoup(office.get(COORDINATORS).content, "html.parser")
    assert words(page.select_one("header h1")).endswith("Coördinatoren")
