"""How much somebody may post, and what waits for a moderator first."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from community.models import BlockedWord, Experience, Member, Reply, State
from community.moderation import limits, words
from tests.factories import CommunityFactory, ExperienceFactory, MemberFactory, ReplyFactory

WITH_ADDRESS = "Lees het op https://voorbeeld.example"


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def other(site):
    return CommunityFactory(parent=site.communities, title="New Towns")


@pytest.fixture
def newcomer(community, bas):
    return MemberFactory(community=community, user=bas).user


@pytest.fixture
def settled(community, eva):
    """Return Eva, who takes part for eight days and wrote three things that stand."""
    joined = timezone.now() - timedelta(days=8)
    MemberFactory(community=community, user=eva, joined=joined)
    wrote(eva, community, Experience, 2)
    wrote(eva, community, Reply, 1)
    return eva


def wrote(author, community, kind, number, ago=timedelta(days=3), state=State.SHOWN):
    """Let somebody have sent a number of posts so long ago."""
    moment = timezone.now() - ago
    for _ in range(number):
        if kind is Experience:
            ExperienceFactory(community=community, author=author, sent=moment, state=state)
        else:
            experience = ExperienceFactory(community=community)
            ReplyFactory(experience=experience, author=author, created=moment, state=state)


def block(word, community=None):
    BlockedWord.objects.create(word=word, folded=words.tell(word), community=community)


def test_who_takes_part_a_week_and_wrote_three_things_is_not_new(settled, community, other):
    assert limits.is_newcomer(settled) is False
    assert limits.is_newcomer(settled, other) is False


def test_who_takes_part_for_six_days_is_new(settled, community):
    Member.objects.filter(user=settled).update(joined=timezone.now() - timedelta(days=6))
    assert limits.is_newcomer(settled, community) is True


@pytest.mark.parametrize("state", [State.WAITING, State.HIDDEN])
def test_what_does_not_stand_does_not_make_somebody_less_new(settled, community, state):
    settled.replys.update(state=state)
    assert limits.is_newcomer(settled, community) is True


def test_who_moderates_is_not_new_there(newcomer, community, other):
    Member.objects.filter(user=newcomer).update(role=Member.Role.COORDINATOR)
    assert limits.is_newcomer(newcomer) is False
    assert limits.is_newcomer(newcomer, community) is False
    assert limits.is_newcomer(newcomer, other) is True


def test_who_moderates_the_site_is_nowhere_new(newcomer, other):
    newcomer.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    assert limits.is_newcomer(newcomer, other) is False


def test_a_web_address_of_a_newcomer_waits(newcomer, settled, community):
    assert limits.state_for(newcomer, community, WITH_ADDRESS) == State.WAITING
    assert limits.state_for(newcomer, community, "Zonder adres") == State.SHOWN
    assert limits.state_for(settled, community, WITH_ADDRESS) == State.SHOWN


def test_a_blocked_word_waits_whoever_wrote_it(settled, community, other):
    block("Kwakzalver")
    block("Ons kent ons", community)
    assert limits.state_for(settled, other, "Een KWAKZALVER!") == State.WAITING
    assert limits.state_for(settled, community, "ons kent ons") == State.WAITING
    assert limits.state_for(settled, other, "ons kent ons") == State.SHOWN


@pytest.mark.parametrize("number", [1, 3])
def test_however_many_words_there_are_they_are_read_at_once(
    settled, community, number, django_assert_num_queries
):
    for step in range(number):
        block(f"woord{step}")
    with django_assert_num_queries(1):
        assert limits.state_for(settled, community, "Gewoon") == State.SHOWN


def refusal(author, kind):
    """Return why one more is refused and after how many hours it is not, or nothing."""
    try:
        limits.refuse_if_too_many(author, kind)
    except limits.TooMany as error:
        return str(error)[:32], round(error.retry_after / 3600, 1)


NEW, MANY = "U bent hier nog nieuw. Daarom ku", "U plaatste in een uur 30 reactie"
TWO_HOURS, TWO_DAYS = timedelta(hours=2), timedelta(days=2)


@pytest.mark.parametrize(
    ("kind", "number", "ago", "refused"),
    [
        (Experience, 2, TWO_HOURS, None),
        (Experience, 3, TWO_HOURS, (NEW, 22.0)),
        (Experience, 9, TWO_DAYS, None),
        (Reply, 9, TWO_HOURS, None),
        (Reply, 10, TWO_HOURS, (NEW, 22.0)),
        (Reply, 30, TWO_DAYS, None),
    ],
)
def test_a_newcomer_posts_so_much_in_a_day(newcomer, community, kind, number, ago, refused):
    wrote(newcomer, community, kind, number, ago, State.WAITING)
    assert refusal(newcomer, kind) == refused


@pytest.mark.parametrize(
    ("kind", "number", "ago", "refused"),
    [
        (Experience, 9, TWO_HOURS, None),
        (Reply, 40, TWO_HOURS, None),
        (Reply, 29, timedelta(minutes=30), None),
        (Reply, 30, timedelta(minutes=30), (MANY, 0.5)),
    ],
)
def test_everybody_posts_so_many_replies_in_an_hour(settled, community, kind, number, ago, refused):
    wrote(settled, community, kind, number, ago)
    assert refusal(settled, kind) == refused


def test_replies_of_another_count_for_that_person_alone(newcomer, settled, community):
    wrote(settled, community, Reply, 12, TWO_HOURS)
    assert refusal(newcomer, Reply) is None


def test_a_draft_does_not_count(newcomer, community):
    for _ in range(5):
        ExperienceFactory(community=community, author=newcomer, state=State.DRAFT)
    assert refusal(newcomer, Experience) is None
