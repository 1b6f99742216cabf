"""Every address that needs a person, asked by everybody there is, against the rules."""

import pytest
from django.conf import settings
from django.db import transaction
from django.shortcuts import resolve_url

from tests.reading import browser_of
from tests.robustness.closed import CLOSED, CLOSED_PAGES
from tests.robustness.reading import told
from tests.robustness.rules import INSIDE, let_in

pytestmark = pytest.mark.django_db

NOWHERE = "Deze pagina bestaat niet"


def answer_to(person, method, place):
    """Return what somebody is answered, and undo what that did."""
    with transaction.atomic():
        answer = getattr(browser_of(person), method)(place, {"role": "member"})
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
