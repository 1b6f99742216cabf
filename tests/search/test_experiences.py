"""What members tell is found by whom it is for, in either engine, at once."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from community.domain import members, posts
from community.models import Audience, Experience, State
from search import audit, keys
from tests.factories import (
    CommunityFactory,
    ExperienceFactory,
    MemberFactory,
    PracticeFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
EVERYBODY = {"audience": Audience.EVERYBODY}


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def lisa(community):
    lisa = UserFactory(username="lisa")
    MemberFactory(community=community, user=lisa)
    return lisa


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def test_an_experience_for_everybody_is_found_with_what_it_is_about(site, index, community):
    theme = ThemeFactory(label="Leren")
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    subject = {"themes": [theme], "about": [practice]}
    told = ExperienceFactory(
        community=community, title="Kanarie", outcome="did-not-work", **EVERYBODY, **subject
    )
    answer = index.ask("kanarie")
    assert answer.titles == ["Kanarie"]
    assert answer.page.select_one("main h3 a")["href"] == told.get_absolute_url()
    answer = index.ask("samen fietsen")
    assert sorted(answer.titles) == ["Kanarie", "Samen fietsen"]
    assert answer.facet("Soort") == ["Ervaring (1)", "Praktijk (1)"]
    for label, told in {"Effect": "Werkte niet", "Community": "CoP 18", "Thema": "Leren"}.items():
        assert answer.facet(label) == [f"{told} (1)"]


def test_an_experience_for_members_is_found_by_members_alone(site, index, community, lisa):
    ExperienceFactory(community=community, title="Kanarie")
    outsider = MemberFactory(community=CommunityFactory(parent=site.communities)).user
    for stranger in (Client(), signed_in(UserFactory()), signed_in(outsider)):
        answer = index.ask("kanarie", stranger)
        assert (answer.titles, answer.count) == ([], "Geen resultaten")
        assert stranger.get("/zoeken/suggesties", {"q": "kana"}).json()["suggestions"] == []
    assert index.ask("kanarie", signed_in(lisa)).titles == ["Kanarie"]


def test_a_moderator_of_the_site_finds_what_is_for_members(index, community):
    ExperienceFactory(community=community, title="Kanarie")
    moderator = UserFactory()
    moderator.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    assert index.ask("kanarie", signed_in(moderator)).titles == ["Kanarie"]


def test_what_is_for_members_adds_nothing_to_public_counts(index, community):
    ExperienceFactory(community=community, title="Open verhaal", **EVERYBODY)
    before = index.ask("verhaal")
    ExperienceFactory(community=community, title="Besloten verhaal")
    after = index.ask("verhaal")
    assert (after.titles, after.count) == (before.titles, before.count)
    for facet in ("Soort", "Community", "Jaar"):
        assert after.facet(facet) == before.facet(facet)


@pytest.mark.parametrize("state", [State.DRAFT, State.WAITING, State.HIDDEN])
def test_what_is_not_placed_is_found_by_nobody(index, community, lisa, state):
    told = ExperienceFactory(
        community=community, author=lisa, title="Kanarie", state=state, **EVERYBODY
    )
    assert index.ask("kanarie", signed_in(lisa)).titles == []
    assert keys.of_experience(told.key) not in index.stored()


def test_who_is_put_out_finds_nothing_more_at_once(index, community, lisa):
    ExperienceFactory(community=community, title="Kanarie")
    assert index.ask("kanarie", signed_in(lisa)).titles == ["Kanarie"]
    members.expel(lisa.memberships.get(), UserFactory(), "Huisregels")
    answer = index.ask("kanarie", signed_in(lisa))
    assert (answer.titles, answer.count) == ([], "Geen resultaten")


@pytest.mark.parametrize(
    "change",
    [
        lambda told: posts.share_experience(told, audience=Audience.MEMBERS),
        lambda told: posts.share_experience(told, state=State.WAITING),
        posts.remove_experience,
    ],
    ids=["closed", "waiting", "removed"],
)
def test_what_was_open_is_hidden_before_the_index_hears_of_it(index, community, change):
    told = ExperienceFactory(community=community, title="Kanarie", **EVERYBODY)
    index.update()
    change(told)
    answer = Client().get("/zoeken", {"q": "kanarie"})
    assert "Kanarie" not in answer.content.decode()
    assert "Geen resultaten" in answer.content.decode()


def test_a_community_that_is_withdrawn_hides_its_members_talk(index, community, lisa):
    ExperienceFactory(community=community, title="Kanarie")
    index.update()
    community.unpublish()
    assert index.ask("kanarie", signed_in(lisa)).titles == []


def test_a_practice_that_is_withdrawn_is_named_no_more(site, index, community):
    practice = PracticeFactory(parent=site.practices, title="Kanarieproject")
    ExperienceFactory(community=community, title="Wij ook", about=[practice], **EVERYBODY)
    assert sorted(index.ask("kanarieproject").titles) == ["Kanarieproject", "Wij ook"]
    practice.unpublish()
    assert index.ask("kanarieproject").titles == []


def test_the_audit_finds_experiences_that_are_missing_or_wrongly_open(index, community):
    told = ExperienceFactory(community=community, title="Kanarie")
    missed = ExperienceFactory(community=community, title="Gemist", **EVERYBODY)
    index.update()
    assert index.stored()[keys.of_experience(told.key)] == f"members:{community.pk}"
    Experience.objects.filter(pk=told.pk).update(audience=Audience.EVERYBODY)
    index.engine.delete([keys.of_experience(missed.key)], 10**9)
    found = audit.audit(index.engine)
    assert found.wrongly_visible == [keys.of_experience(told.key)]
    assert found.missing == [keys.of_experience(missed.key)]
