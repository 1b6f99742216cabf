"""What members tell and when they meet, in every state, asked by everybody at every outlet."""

from datetime import date

import pytest

from community.domain import posts
from community.meetings.addressing import renew
from community.models import Audience, State
from community.moderation import domain as moderation
from search import changes, rebuilding
from search.engines import selection
from tests.factories import EventFactory, MemberFactory
from tests.reading import browser_of
from tests.robustness import rules
from tests.robustness.hidden import BEGINNING
from tests.robustness.outlets import follow_everything, tell_by_mail, telling

pytestmark = pytest.mark.django_db

WORD = f"{BEGINNING}uitlaat"
TITLE = f"Fluisterhoek {WORD}"
INSIDE = {"author", *rules.INSIDE}
EVERYBODY = {"author", "stranger", *rules.EVERYBODY}
# Who may read an experience, by what became of it.
READERS = {
    "for everybody": EVERYBODY,
    "for members": INSIDE,
    "draft": {"author"},
    "waiting": {"author", *rules.KEEPERS},
    "hidden": {"author", *rules.KEEPERS},
    "removed": set(),
}
SEARCHED = {
    "results",
    "results as CSV",
    "results as JSON",
    "results as Atom",
    "suggestions",
}
ABOUT = {"the list", "the theme", "the area", "the practice", "the method", "the community"}
LISTS = SEARCHED | ABOUT
TOLD = {"notices", "the overview by mail"}
# Who is told by itself; nobody is told of what that person did.
HEARERS = {
    "for everybody": EVERYBODY - {"stranger", "author"},
    "for members": {"member", "coordinator"},
    # The author hears why; the coordinator heard of it before, and may still read it.
    "hidden": {"author", "coordinator"},
}


@pytest.fixture
def people(site, people):
    """Return everybody there is, each following all there is; the stranger is nobody."""
    known = people | {"author": MemberFactory(community=site.community).user}
    follow_everything(site, known.values())
    site.calendars = {person: renew(person).token for person in known.values()}
    rebuilding.rebuild(selection.engine())
    yield known | {"stranger": None}
    rebuilding.rebuild(selection.engine())


def tell(site, people, state):
    """Let the author tell something, and let that become of it."""
    audience = Audience.EVERYBODY if state == "for everybody" else Audience.MEMBERS
    told = posts.start_experience(
        people["author"],
        site.community,
        title=TITLE,
        body=TITLE,
        audience=audience,
        outcome="worked",
    )
    told.about.set([site.practice, site.method])
    told.themes.set([site.theme])
    told.areas.set([site.area])
    if state != "draft":
        first = State.WAITING if state == "waiting" else State.SHOWN
        posts.share_experience(told, state=first)
    if state == "hidden":
        moderation.hide(told, people["coordinator"], "Er staat een naam in.")
    if state == "removed":
        posts.remove_experience(told)
    tell_by_mail()
    changes.drain(selection.engine())
    return told


def reading(site, people, address):
    """Return who gets a page, and which outlets tell of it by whom they tell."""
    browsers = {name: browser_of(person) for name, person in people.items()}
    readers = {name for name in people if browsers[name].get(address).status_code == 200}
    outlets = {name: telling(browsers[name], person, site, WORD) for name, person in people.items()}
    return readers, {name: found for name, found in outlets.items() if found}


@pytest.mark.parametrize("state", READERS)
def test_an_experience_is_told_to_whom_it_is_for_and_to_nobody_else(site, people, state):
    told = tell(site, people, state)
    readers, outlets = reading(site, people, told.get_absolute_url())
    assert readers == READERS[state]
    listed = READERS[state] if state.startswith("for ") else set()
    expected = dict.fromkeys(listed, LISTS)
    for name in HEARERS.get(state, ()):
        expected[name] = expected.get(name, set()) | TOLD
    assert outlets == expected


# A meeting in the closed part, of those who are let in there.
MEETING = {"the closed part", *SEARCHED, *TOLD}


@pytest.mark.parametrize("state", ["published", "draft", "deleted"])
def test_a_meeting_in_the_closed_part_is_told_to_those_inside(site, people, state):
    meeting = EventFactory(
        parent=site.room,
        title=TITLE,
        community=site.community,
        themes=[site.theme],
        areas=[site.area],
        starts_on=date(2099, 3, 1),
        live=state != "draft",
    )
    if state == "deleted":
        meeting.delete()
    tell_by_mail()
    changes.drain(selection.engine())
    readers, outlets = reading(site, people, meeting.url)
    if state != "published":
        assert (readers, outlets) == (set(), {})
        return
    assert readers == INSIDE
    expected = dict.fromkeys(INSIDE, MEETING)
    for name in ("author", "member", "coordinator"):
        expected[name] = MEETING | {"the own calendar"}
    assert outlets == expected
