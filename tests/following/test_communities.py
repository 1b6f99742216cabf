"""What happens in communities is told to whom it concerns, and to nobody outside."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community import signals
from community.domain import members, posts
from community.meetings import registering
from community.models import Audience, EventPage, Member, Registering, State
from community.moderation import domain as moderation
from community.permissions import Viewer
from following import delivering, queries, showing
from following.models import Notification
from tests.factories import (
    CommunityFactory,
    EventFactory,
    MemberFactory,
    PracticeFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def practice(site):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    delivering.deliver()
    return practice


def person(community, name, **fields):
    user = UserFactory(username=name, first_name=name.capitalize())
    MemberFactory(community=community, user=user, **fields)
    return user


@pytest.fixture
def lisa(community):
    """Return Lisa, a member of CoP 18."""
    return person(community, "lisa")


@pytest.fixture
def omar(community):
    """Return Omar, another member of CoP 18."""
    return person(community, "omar")


@pytest.fixture
def karim(community):
    """Return Karim, who coordinates CoP 18."""
    return person(community, "karim", role="coordinator")


@pytest.fixture
def share(community):
    """Return a function with which a member shares an experience."""

    def share(author, audience=Audience.MEMBERS, title="Wij fietsten", **ties):
        draft = posts.start_experience(author, community)
        fields = {"title": title, "body": "Het ging goed.", "outcome": "worked"}
        return posts.share_experience(draft, audience=audience, ties=ties, **fields)

    return share


NEW = "Ervaring · nieuw"
AWAY = "Een bijeenkomst waarvoor u zich aanmeldde, gaat niet door"


def test_members_are_told_of_an_experience_and_its_author_is_not(lisa, omar, bas, share, told):
    share(lisa)
    assert told(omar) == [("Wij fietsten", NEW, "U doet mee in deze community.")]
    assert told(lisa) == told(bas) == []


def test_who_follows_what_it_is_about_is_told_of_what_is_for_everybody(
    lisa, bas, practice, follows, share, told
):
    follows(bas, page=practice)
    share(lisa, Audience.EVERYBODY, about=[practice])
    why = "U volgt een pagina waar dit bij hoort."
    assert told(bas) == [("Wij fietsten", NEW, why)]


def test_who_is_no_member_is_never_told_of_what_is_for_members(
    lisa, bas, practice, community, follows, share, told
):
    theme = ThemeFactory()
    for what in ({"page": practice}, {"page": community}, {"theme": theme}):
        follows(bas, **what)
    share(lisa, about=[practice], themes=[theme])
    assert told(bas) == []
    assert Notification.objects.filter(user=bas).count() == 0


def test_who_is_put_out_loses_what_was_told(lisa, omar, karim, community, share, told):
    share(lisa)
    assert len(told(omar)) == queries.unread(Viewer(omar)) == 1
    members.expel(Member.objects.get(user=omar), karim, "Reclame.")
    assert told(omar) == [("CoP 18", "U doet niet meer mee", "")]
    assert queries.unread(Viewer(omar)) == 1


@pytest.mark.parametrize("audience", Audience)
def test_what_is_hidden_leaves_the_list_of_others_and_its_author_is_told(
    lisa, omar, karim, share, told, audience
):
    experience = share(lisa, audience)
    assert len(told(omar)) == 1
    moderation.hide(experience, karim, "Er staat een naam in.")
    assert told(omar) == []
    assert told(lisa) == [("Wij fietsten", "Uw ervaring is verborgen door een moderator", "")]
    moderation.restore(experience, karim)
    assert told(lisa)[0][1] == "Uw ervaring is weer te lezen"


def test_a_draft_is_told_to_nobody_and_what_is_removed_is_gone(lisa, omar, community, share, told):
    draft = posts.start_experience(lisa, community)
    assert told(omar) == []
    posts.remove_experience(draft)
    experience = share(lisa)
    assert len(told(omar)) == 1
    posts.remove_experience(experience)
    assert told(omar) == []


def test_a_reply_is_told_to_the_author_and_to_who_replied_before(lisa, omar, karim, share, told):
    experience = share(lisa)
    delivering.deliver()
    Notification.objects.all().delete()
    posts.reply(experience, omar, "Bij ons ook.")
    posts.reply(experience, karim, "Bij ons niet.")
    assert [(kind, why) for _title, kind, why in told(lisa)] == [("Nieuwe reactie", "")] * 2
    assert told(omar) == [("Wij fietsten", "Nieuwe reactie", "U reageerde hier ook.")]
    # What was said before is told too, to who talks along by now.
    assert told(karim) == [("Wij fietsten", "Nieuwe reactie", "U reageerde hier ook.")]


def test_a_reply_that_is_hidden_leaves_the_list(lisa, omar, karim, share, told):
    reply = posts.reply(share(lisa), omar, "Reclame.")
    assert [kind for _title, kind, _why in told(lisa)] == ["Nieuwe reactie"]
    type(reply).objects.update(state=State.HIDDEN)
    signals.reply_hidden.send(type(reply), instance=reply, actor=karim)
    assert told(lisa) == []
    assert told(omar)[0] == ("Wij fietsten", "Uw reactie is verborgen door een moderator", "")


def test_thanks_are_told_once(lisa, omar, share, told):
    experience = share(lisa)
    posts.thank(experience, omar)
    posts.take_back_thanks(experience, omar)
    posts.thank(experience, omar)
    assert told(lisa) == [("Wij fietsten", "Iemand bedankt u", "")]


def test_an_experience_that_is_changed_is_told_to_who_replied(lisa, omar, karim, share, told):
    experience = share(lisa)
    posts.reply(experience, omar, "Bij ons ook.")
    delivering.deliver()
    Notification.objects.all().delete()
    for title in ("Wij liepen", "Wij renden"):
        posts.share_experience(experience, title=title)
    assert told(karim) == []
    assert told(omar) == [("Wij renden", "Ervaring · gewijzigd", "U reageerde hier ook.")]


def test_who_wrote_about_a_practice_is_told_when_it_changes(lisa, practice, share, told, change):
    share(lisa, Audience.EVERYBODY, about=[practice])
    change(practice)
    why = "U schreef hier een ervaring over."
    assert told(lisa) == [("Samen fietsen", "Praktijk · gewijzigd", why)]


def test_coordinators_are_told_who_asks_and_the_one_who_asked_what_came_of_it(
    community, karim, bas, told
):
    member = members.ask_to_join(community, bas)
    assert told(karim) == [("CoP 18", "Iemand wil meedoen", "U bent coördinator.")]
    (notice,) = showing.shown(queries.notifications(Viewer(karim)))
    assert notice.url == "/community/cop-18/beheer/"
    members.admit(member, karim)
    assert told(bas) == [("CoP 18", "U doet nu mee", "")]
    assert len(told(karim)) == 1


def test_who_joins_an_open_community_needs_not_be_told(community, bas, told):
    members.join(community, bas)
    assert told(bas) == []


@pytest.mark.parametrize("number", [1, 3])
def test_telling_takes_as_many_queries_for_any_number_of_members(
    community, lisa, share, number, django_assert_num_queries
):
    for n in range(number):
        person(community, f"lid{n}")
    delivering.deliver()
    share(lisa, about=[], themes=[ThemeFactory()])
    with django_assert_num_queries(15):
        delivering.deliver()
    assert Notification.objects.count() == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_count_takes_as_many_queries_for_any_number(
    lisa, omar, share, number, django_assert_num_queries
):
    for _experience in range(number):
        share(lisa)
    delivering.deliver()
    viewer = Viewer(type(omar).objects.get(pk=omar.pk))
    with django_assert_num_queries(5):
        assert queries.unread(viewer) == number


def test_the_count_of_who_has_pages_alone_takes_one_query(
    bas, site, follows, django_assert_num_queries
):
    follows(bas, theme=(theme := ThemeFactory()))
    PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    with django_assert_num_queries(1):
        assert queries.unread(Viewer(bas)) == 1


def test_a_canary_for_members_is_in_no_list_and_no_mail_of_others(
    lisa, bas, community, practice, follows, share, browser_of
):
    follows(bas, page=community)
    share(lisa, title="Kanariewoord", about=[practice])
    delivering.deliver()
    browser = browser_of(bas)
    for address in ("/meldingen/", "/mijn-volgen/", "/"):
        assert "Kanariewoord" not in browser.get(address).content.decode()


@pytest.fixture
def awaited(site, lisa, omar):
    """Return a meeting for which Lisa has the one seat and Omar waits."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    fields = {"registering": Registering.EVERYBODY, "seats": 1, "starts_on": tomorrow}
    event = EventFactory(parent=site.events, title="Werkbezoek", **fields)
    for person in (lisa, omar):
        registering.register(event, person)
    delivering.deliver()
    return EventPage.objects.get(pk=event.pk)


def test_who_would_come_is_told_that_a_meeting_is_called_off(awaited, lisa, omar, bas, told):
    awaited.cancelled = True
    awaited.save_revision().publish()
    assert told(lisa) == told(omar) == [("Werkbezoek", AWAY, "")]
    assert told(bas) == []
    PageViewRestriction.objects.create(page=awaited, restriction_type="groups")
    assert told(lisa) == []


@pytest.mark.parametrize("take", [EventPage.unpublish, EventPage.delete])
def test_who_would_come_is_told_of_a_meeting_that_is_gone_without_its_name(
    awaited, lisa, omar, bas, take, told
):
    take(awaited)
    assert told(lisa) == told(omar) == [("Mijn agenda", AWAY, "")]
    assert told(bas) == []
    assert [queries.unread(Viewer(person)) for person in (lisa, bas)] == [1, 0]
    (notice,) = showing.shown(queries.notifications(Viewer(lisa)))
    assert notice.url == "/account/agenda/"
