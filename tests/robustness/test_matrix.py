"""Every address that needs a person, asked by everybody there is, against the rules."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import transaction
from django.shortcuts import resolve_url
from django.test import Client

from community.models import Member
from tests.factories import CommunityFactory, MemberFactory, UserFactory
from tests.robustness.closed import CLOSED, CLOSED_PAGES, MANAGED
from tests.robustness.reading import told

pytestmark = pytest.mark.django_db

NOWHERE = "Deze pagina bestaat niet"
KEEPERS = {"coordinator", "moderator", "anna"}
INSIDE = {"member", "coordinator", "moderator", "anna"}
EVERYBODY = {*INSIDE, "asking", "outsider", "neighbour", "expelled", "eva"}
OF_COMMUNITY = "community/<page_slug:slug>"
STORY = "ervaringen/<slug:key>"
# Who is let in, by the beginning of a route; the longest that fits counts. What is somebody's own
# is there for the member alone: that person wrote it, and registered for the meeting.
RULES = {
    f"{OF_COMMUNITY}/": KEEPERS,
    f"{OF_COMMUNITY}/meedoen/": EVERYBODY,
    f"{OF_COMMUNITY}/meedoen/intrekken/": EVERYBODY,
    f"{OF_COMMUNITY}/weggaan/": EVERYBODY,
    f"{OF_COMMUNITY}/leden/": INSIDE,
    f"{MANAGED}/": KEEPERS,
    "uitnodiging/": EVERYBODY,
    "account/": EVERYBODY,
    "bijeenkomst/<uuid:key>/aanmelden/": EVERYBODY,
    "bijeenkomst/<uuid:key>/afmelden/": {"member"},
    "bijeenkomst/<uuid:key>/deelnemers": {*KEEPERS, "eva"},
    "ervaringen/schrijven/": EVERYBODY,
    f"{STORY}/bewerken/": {"member"},
    f"{STORY}/verwijderen/": {"member"},
    f"{STORY}/dank/": INSIDE - {"member"},
    f"{STORY}/beelden/": INSIDE,
    f"{STORY}/bestanden/": INSIDE,
    "reacties/": {"member"},
}


@pytest.fixture
def people(site, eva, anna):
    """Return everybody by what they are to the community; `stranger` did not sign in."""
    elsewhere = CommunityFactory(parent=site.communities, title="CoP 40+")
    found = dict(site.people)
    found["neighbour"] = MemberFactory(community=elsewhere, role="coordinator").user
    expelled = Member.State.EXPELLED
    found["expelled"] = MemberFactory(community=site.community, state=expelled).user
    found["moderator"] = UserFactory()
    moderate = Permission.objects.get(codename="moderate_communities")
    found["moderator"].user_permissions.add(moderate)
    return found | {"eva": eva, "anna": anna}


def let_in(route):
    """Return who is let in at a route, by the rules."""
    fitting = [beginning for beginning in RULES if route.startswith(beginning)]
    return RULES[max(fitting, key=len)]


def answer_to(person, method, place):
    """Return what somebody is answered, and undo what that did."""
    client = Client()
    if person:
        client.force_login(person)
    with transaction.atomic():
        answer = getattr(client, method)(place, {"role": "member"})
        transaction.set_rollback(True)
    return answer


@pytest.mark.parametrize("route", CLOSED)
def test_an_address_lets_in_whom_the_rules_let_in(site, people, route):
    _name, method, address = CLOSED[route]
    place = site.address(address)
    answers = {name: answer_to(person, method, place) for name, person in people.items()}
    assert {name for name, answer in answers.items() if answer.status_code != 404} == let_in(route)
    closed = {told(answer)[1] for answer in answers.values() if answer.status_code == 404}
    assert closed <= {NOWHERE}


@pytest.mark.parametrize("route", CLOSED)
def test_an_address_tells_a_stranger_nothing(site, people, route):
    _name, method, address = CLOSED[route]
    answer = answer_to(None, method, site.address(address))
    if answer.status_code == 302:
        assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL))
    else:
        # An invitation is read by whoever holds its address, and nothing else is.
        assert answer.status_code == (200 if route.startswith("uitnodiging/") else 404)


@pytest.mark.parametrize("address", CLOSED_PAGES.values())
def test_a_closed_page_is_there_for_its_members(site, people, address):
    found = {name: answer_to(person, "get", address) for name, person in people.items()}
    found["stranger"] = answer_to(None, "get", address)
    inside = {name for name, answer in found.items() if answer.status_code == 200}
    assert inside == INSIDE
    assert {told(found[name])[1] for name in set(found) - inside} == {NOWHERE}
