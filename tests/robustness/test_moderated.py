"""The addresses of moderation: there for whom they are for, in order, and for nobody else."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client

from tests.robustness.hostile import QUERYSTRINGS
from tests.robustness.moderated import MODERATED, moderate
from tests.robustness.reading import soup_of
from tests.robustness.test_headers import ALWAYS, CSP, policy

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(site):
    return moderate(site)


@pytest.mark.parametrize("route", MODERATED)
def test_who_may_is_answered_and_others_learn_nothing(client, site, people, bas, route):
    name, method, address, sent = MODERATED[route]
    place = site.address(address)
    data = {field: site.address(value) for field, value in sent.items()}
    other = Client()
    for _ in range(2):
        answer = getattr(other, method)(place, data)
        if address == "/moderatie/mijn-meldingen/":
            assert answer.headers["Location"].startswith(resolve_url(settings.LOGIN_URL))
            break
        assert answer.status_code == 404
        # And once more, signed in.
        other.force_login(bas)
    client.force_login(people[name])
    answer = getattr(client, method)(place, data)
    assert answer.status_code == {"get": 200, "post": 302}[method]
    assert "no-store" in answer["Cache-Control"]
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert policy(answer) == CSP
    assert client.put(place).status_code == 405
    guarded = Client(enforce_csrf_checks=True)
    guarded.force_login(people[name])
    assert guarded.post(place, data).status_code == 403


@pytest.mark.parametrize("route", [r for r, found in MODERATED.items() if found[1] == "get"])
def test_whatever_is_asked_is_answered_and_holds_nothing_strange(client, site, people, route):
    name, _method, address, _sent = MODERATED[route]
    client.force_login(people[name])
    place = site.address(address)
    # A community that somebody does not moderate does not exist for that person.
    orderly = {200, 404} if address == "/moderatie/" else {200, 400}
    for querystring in QUERYSTRINGS.values():
        assert client.get(f"{place}?{querystring}").status_code in orderly
    page = soup_of(client.get(place))
    assert page.select("[style], style, base, object, embed, iframe, script:not([src])") == []
