"""Experiences in a plan: there for who may read them by now, and not for anybody else."""

import pytest
from django.test import Client

from community.models import Audience, Member, State
from plans import domain
from tests.factories import CommunityFactory, ExperienceFactory, MemberFactory
from tests.plans.pages import queries_of, read, titles
from tests.reading import unmarked, words

EVERYBODY, MEMBERS = Audience.EVERYBODY, Audience.MEMBERS


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def among(community, bas):
    """Return Bas as a member of the community."""
    return MemberFactory(community=community, user=bas)


@pytest.fixture
def told(community):
    """Return a function that tells an experience in the community."""
    return lambda **fields: ExperienceFactory(community=community, **fields)


def add(member, experience, plan):
    return member.post(f"/mijn-plan/erbij?ervaring={experience.key}", {"plan": plan.key})


def test_an_experience_offers_to_be_collected(client, told):
    open_one = told(title="Buurtbus", audience=EVERYBODY)
    (link,) = read(client.get(open_one.get_absolute_url())).select(".wk-plan-link a")
    assert link["href"] == f"/mijn-plan/erbij?ervaring={open_one.key}"


def test_a_member_collects_what_is_for_members(member, plan, among, told):
    experience = told(title="Buurtbus", body="Het **werkte** goed.")
    add(member, experience, plan)
    (item,) = read(member.get(plan.get_absolute_url())).select(".wk-plan__item")
    assert words(item.select_one(".wk-plan__title")) == "Buurtbus"
    assert words(item.select_one(".wk-meta")) == "Ervaring · Het werkte"
    assert words(item.select_one(".utrecht-paragraph")) == "Het werkte goed."


@pytest.mark.parametrize("state", [State.DRAFT, State.WAITING, State.HIDDEN])
def test_what_is_not_placed_cannot_be_collected(member, plan, bas, among, told, state):
    experience = told(author=bas, state=state)
    assert add(member, experience, plan).status_code == 404
    assert plan.items.count() == 0


@pytest.mark.parametrize("key", ["", "bestaatniet", "%00", "../../etc", "a" * 500])
def test_what_does_not_exist_cannot_be_collected(member, site, key):
    assert member.get(f"/mijn-plan/erbij?ervaring={key}").status_code == 404


def test_who_may_not_read_it_gets_what_does_not_exist(colleague, plan, told):
    experience = told()
    there = colleague.get(f"/mijn-plan/erbij?ervaring={experience.key}")
    nowhere = colleague.get("/mijn-plan/erbij?ervaring=bestaatniet")
    assert (there.status_code, unmarked(there)) == (404, unmarked(nowhere))


def test_who_left_the_community_keeps_the_note_alone(member, plan, among, told):
    experience = told(title="Buurtbus")
    add(member, experience, plan)
    # Says once that it was added.
    member.get(plan.get_absolute_url())
    domain.annotate(plan.items.get(), "Navragen")
    Member.objects.filter(pk=among.pk).update(state=Member.State.LEFT)
    page = read(member.get(plan.get_absolute_url()))
    assert titles(page) == ["Niet meer beschikbaar"]
    assert words(page.select_one(".wk-plan__note")) == "Uw aantekening Navragen"
    assert "Buurtbus" not in words(page)


def test_a_link_shows_an_experience_to_its_readers_alone(member, colleague, plan, among, told):
    for experience in (told(title="Voor leden"), told(title="Voor allen", audience=EVERYBODY)):
        add(member, experience, plan)
    domain.share(plan, "")
    seen = [titles(read(who.get(plan.shared_url))) for who in (member, colleague, Client())]
    assert seen == [["Voor leden", "Voor allen"], ["Voor allen"], ["Voor allen"]]
    file = Client().get(f"{plan.shared_url}plan.csv").content.decode()
    assert ("Voor leden" in file, "Voor allen" in file) == (False, True)


def test_deleting_an_experience_leaves_the_note(member, plan, among, told):
    experience = told()
    add(member, experience, plan)
    domain.annotate(plan.items.get(), "Navragen")
    experience.delete()
    item = plan.items.get()
    assert (item.experience_id, item.note) == (None, "Navragen")
    assert member.get(plan.get_absolute_url()).status_code == 200


def test_three_take_as_many_queries_as_one(
    member, plan, among, told, django_assert_max_num_queries
):
    add(member, told(), plan)
    one = queries_of(member, plan.get_absolute_url(), django_assert_max_num_queries)
    for _ in range(2):
        add(member, told(), plan)
    three = queries_of(member, plan.get_absolute_url(), django_assert_max_num_queries)
    assert three == one
