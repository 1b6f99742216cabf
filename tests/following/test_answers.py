"""Whoever reported something, and whose appeal was answered, is told so: that, and no more."""

import pytest

from community.domain import members, posts
from community.models import Audience, Member
from community.moderation import domain
from community.permissions import Viewer
from following import delivering, queries, showing
from following.models import Happening
from tests.factories import (
    CommunityFactory,
    ExperienceFactory,
    MemberFactory,
    ReplyFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

DECIDED = ("Wat u meldde", "Een moderator besloot over wat u meldde", "")
ANSWERED = "Uw bezwaar is beantwoord"
REASON = "Kanarie: er staat een naam in."


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def people(community):
    """Return Lisa who writes, Omar who reports, and Karim and Mo who decide, of CoP 18."""
    roles = {"lisa": "member", "omar": "member", "karim": "coordinator", "mo": "coordinator"}
    return {
        name: MemberFactory(community=community, user=UserFactory(username=name), role=role).user
        for name, role in roles.items()
    }


@pytest.fixture
def story(community, people):
    return ExperienceFactory(community=community, author=people["lisa"], title="Kanarie")


def of_kind(found, *kinds):
    return [notice for notice in found if notice[1] in kinds]


@pytest.mark.parametrize("decide", [domain.hide, domain.let_stand])
@pytest.mark.parametrize("is_reply", [False, True])
def test_who_reported_is_told_that_it_was_decided_and_not_what(
    people, story, told, bas, decide, is_reply
):
    post = ReplyFactory(experience=story, author=people["lisa"]) if is_reply else story
    domain.report(post, people["omar"], "untrue", "Kanarie klopt niet.")
    decide(post, people["karim"], REASON)
    assert of_kind(told(people["omar"]), DECIDED[1]) == [DECIDED]
    assert queries.unread(Viewer(people["omar"])) == len(told(people["omar"]))
    (notice,) = [
        notice
        for notice in showing.shown(queries.notifications(Viewer(people["omar"])))
        if notice.kind == DECIDED[1]
    ]
    assert notice.url == "/moderatie/mijn-meldingen/"
    for person in (people["lisa"], people["karim"], bas):
        assert of_kind(told(person), DECIDED[1]) == []


def test_who_is_no_member_any_more_is_not_told_of_what_is_for_members(people, story, told):
    omar, member = people["omar"], Member.objects.get(user=people["omar"])
    domain.report(story, omar, "untrue")
    domain.hide(story, people["karim"], REASON)
    assert of_kind(told(omar), DECIDED[1]) == [DECIDED]
    members.leave(member)
    assert told(omar) == []
    assert queries.unread(Viewer(omar)) == 0


def test_who_is_no_member_is_told_of_what_is_for_everybody(people, story, told, bas):
    type(story).objects.update(audience=Audience.EVERYBODY)
    domain.report(story, bas, "untrue")
    domain.hide(story, people["karim"], REASON)
    assert told(bas) == [DECIDED]


def test_what_the_author_took_away_is_told_no_more(people, story, told):
    domain.report(story, people["omar"], "untrue")
    domain.hide(story, people["karim"], REASON)
    posts.remove_experience(story)
    assert told(people["omar"]) == []


def test_a_moderator_who_decides_about_an_own_report_is_not_told(people, story, told):
    domain.report(story, people["karim"], "untrue")
    domain.let_stand(story, people["karim"], REASON)
    assert of_kind(told(people["karim"]), DECIDED[1]) == []


@pytest.mark.parametrize("granted", [True, False])
@pytest.mark.parametrize("is_reply", [False, True])
def test_the_author_is_told_that_the_appeal_was_answered(people, story, told, granted, is_reply):
    post = ReplyFactory(experience=story, author=people["lisa"]) if is_reply else story
    domain.hide(post, people["karim"], REASON)
    appeal = domain.appeal(post, "Die naam is van mij.")
    domain.answer_appeal(appeal, people["mo"], granted, REASON)
    assert of_kind(told(people["lisa"]), ANSWERED) == [("Kanarie", ANSWERED, "")]
    assert of_kind(told(people["omar"]), ANSWERED) == []


def test_an_appeal_that_gets_its_way_without_an_answer_is_told_once(people, story, told):
    domain.hide(story, people["karim"], REASON)
    domain.appeal(story, "Die naam is van mij.")
    domain.restore(story, people["mo"])
    assert of_kind(told(people["lisa"]), ANSWERED) == [("Kanarie", ANSWERED, "")]


def test_what_is_written_down_holds_no_word_of_it(people, story):
    domain.report(story, people["omar"], "untrue", "Kanarie klopt niet.")
    domain.hide(story, people["karim"], REASON)
    delivering.deliver()
    for row in Happening.objects.values():
        assert "anarie" not in str(row)
