"""What somebody may not see takes the same questions, and says the same, as what does not exist."""

import re
import uuid
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file

from community.domain.rooms import collection_of
from community.meetings.registering import register
from content.covers import PICTURE
from content.models import SiteImage
from plans.domain import make_plan
from tests.factories import EventFactory, UserFactory
from tests.reading import browser_of, unmarked
from tests.robustness.closed import CLOSED
from tests.robustness.hidden import REASONS, hide, tell_members
from tests.robustness.moderated import MODERATED, moderate
from tests.robustness.rules import let_in

pytestmark = pytest.mark.django_db

# What differs between two requests whatever they ask for: when, and for which words.
LITERAL = re.compile(r"'[^']*'|\b\d+\b")
# What the matrix calls who is not let in.
ROLES = {
    "a stranger": "stranger",
    "who is signed in": "outsider",
    "a neighbour": "neighbour",
    "who was put out": "expelled",
}


@pytest.fixture
def outsiders(people):
    """Return browsers of those to whom the room of a community is closed."""
    return {name: browser_of(people.get(role)) for name, role in ROLES.items()}


def answered(browser, method, address):
    """Return what somebody is told, and what that asked of the database."""
    with CaptureQueriesContext(connection) as queries:
        answer = getattr(browser, method)(address)
    asked = [LITERAL.sub("", query["sql"]) for query in queries]
    place = address.encode()
    body = unmarked(answer).replace(place, b"")
    return answer.status_code, body, answer.headers.get("Location", "").partition("?")[0], asked


def told_apart(browsers, pairs, method="get"):
    """Return by whom what exists and what does not, are told apart at which address."""
    found = set()
    for name, browser in browsers.items():
        for there, nowhere in pairs:
            # The first to come pays for what is kept in memory.
            getattr(browser, method)(nowhere)
            if answered(browser, method, there) != answered(browser, method, nowhere):
                found.add((name, there))
    return found


def beside(address):
    """Return an address as long, in the same folder, where nothing is."""
    *folder, last, end = address.split("/")
    return "/".join([*folder, "x" * len(last), end])


def test_a_page_that_is_not_theirs_is_not_there(site, outsiders):
    closed = hide(site)
    pages = [
        page
        for reason in set(REASONS) - {"wachtwoord", "aanmelding"}
        for page in closed[reason].values()
    ]
    pairs = [(page.url, beside(page.url)) for page in [*pages, site.room]]
    members_only = [(page.url, beside(page.url)) for page in closed["aanmelding"].values()]
    for method in ("get", "head", "post"):
        assert told_apart(outsiders, pairs, method) == set()
        assert told_apart({"a stranger": outsiders["a stranger"]}, members_only, method) == set()


def test_a_community_that_is_not_theirs_has_no_address(site, outsiders):
    closed = hide(site)
    ends = [
        (address.removeprefix("/community/cop-18/"), method)
        for _who, method, address, *_fields in [*CLOSED.values(), *MODERATED.values()]
        if address.startswith("/community/cop-18/")
    ]
    moderate(site)
    for end, method in ends:
        pairs = [
            (
                site.address(f"/community/{closed[reason]['communities'].slug}/{end}"),
                site.address(f"/community/bestaat-niet/{end}"),
            )
            for reason in ("concept", "groep")
        ]
        assert told_apart(outsiders, pairs, method) == set()


def test_a_file_that_is_not_theirs_is_not_there(site, outsiders):
    inside = collection_of(site.community)
    file = get_document_model().objects.create(
        title="Verslag", collection=inside, file=ContentFile(b"Verslag", name="verslag.pdf")
    )
    image = SiteImage.objects.create(
        title="Wij", collection=inside, file=get_test_image_file("wij.png")
    )
    picture = image.get_rendition(PICTURE).url
    pairs = [
        (file.url, file.url.replace(f"/{file.pk}/", "/999999/")),
        (picture, picture.replace("wij", "wie")),
    ]
    assert told_apart(outsiders, pairs) == set()


# The kinds of names that stand in an address, each with one that nobody has.
NAMES = {"uuid": str(uuid.UUID(int=7)), "slug": "zzzzzzzzzzzz", "int": "999999"}
NAMED = re.compile(r"<(uuid|slug|int):\w+>")


def named(routes):
    """Return the routes with a name in them; whoever knows that of an invitation may read it."""
    return [
        route for route in routes if NAMED.search(route) and not route.startswith("uitnodiging/")
    ]


def unknown(route, kind="ervaring"):
    """Return the address of a route with names that nothing has."""
    place = route.replace("<page_slug:slug>", "cop-18").replace("<slug:kind>", kind)
    return "/" + NAMED.sub(lambda found: NAMES[found[1]], place)


def meet_inside(site):
    """Name a meeting of the members in addresses, instead of one that everybody may know of."""
    meeting = EventFactory(
        parent=site.room,
        title="Onder ons",
        community=site.community,
        starts_on=date(2099, 1, 1),
        registering="members",
        seats=4,
    )
    registration = register(meeting, site.people["member"])
    site.names |= {"meeting": meeting.translation_key, "registration": registration.key}


@pytest.mark.parametrize("route", named(CLOSED))
def test_an_address_of_others_answers_as_one_of_nothing(site, outsiders, route):
    _who, method, address = CLOSED[route]
    shut_out = outsiders
    if route.startswith("bijeenkomst/"):
        meet_inside(site)
    else:
        shut_out = {
            name: browser for name, browser in outsiders.items() if ROLES[name] not in let_in(route)
        }
    pairs = [(site.address(address), unknown(route))]
    assert told_apart(shut_out, pairs, method) == set()


@pytest.mark.parametrize("route", named(MODERATED))
def test_an_address_of_moderators_answers_as_one_of_nothing(site, outsiders, route):
    moderate(site)
    _who, method, address, _fields = MODERATED[route]
    pairs = [(site.address(address), unknown(route))]
    assert told_apart(outsiders, pairs, method) == set()


def test_what_is_told_among_members_answers_as_nothing(site, outsiders):
    told = tell_members(site)
    pairs = [(address, beside(address)) for address in told]
    assert told_apart(outsiders, pairs) == set()


def test_a_plan_of_somebody_else_is_not_there(site, outsiders):
    plan = make_plan(UserFactory(), "Plan van een ander").get_absolute_url()
    assert told_apart(outsiders, [(plan, beside(plan))]) == set()
