"""Every address of an account, asked by who is not signed in and by who is."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.robustness import routes

SIGN_IN = "/account/inloggen/"
# What a stranger gets besides the door: a status, or where it leads.
FOR_STRANGERS = {
    "/account/aanmelden/": 200,
    "/account/elders/gestopt/": 200,
    "/account/elders/mislukt/": 401,
    "/account/elders/x/": 404,
    "/account/elders/x/terug/": 404,
    "/account/gesloten/": 200,
    "/account/uitloggen/": "/",
    "/account/wachtwoord/vergeten/": 200,
    "/account/wachtwoord/vergeten/klaar/": 200,
    "/account/wachtwoord/vergeten/nieuw/": "/account/wachtwoord/vergeten/",
}


def addresses():
    found = (route for route in routes.routes() if route.startswith("account/"))
    return [f"/{routes.filled(route)}" for route in found]


def told(answer):
    """Return where an answer leads, without what it keeps in mind, or its status."""
    return answer.headers.get("Location", "").partition("?")[0] or answer.status_code


def test_a_stranger_is_led_to_the_door_unless_it_is_named_here(site):
    found = {address: told(Client().get(address)) for address in addresses()}
    assert found.pop(SIGN_IN) == 200
    assert {place: what for place, what in found.items() if what != SIGN_IN} == FOR_STRANGERS


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete", "head"])
def test_nothing_fails_and_nothing_is_kept(site, mira, method):
    for person in (None, mira):
        client = Client()
        for address in set(addresses()) - {"/account/uitloggen/"}:
            if person:
                client.force_login(person)
            answer = getattr(client, method)(address)
            assert (address, answer.status_code < 500) == (address, True)
            if answer.status_code != 405:
                assert (address, "no-store" in answer["Cache-Control"]) == (address, True)


def test_a_form_without_its_mark_is_refused(site, mira):
    for person in (None, mira):
        client = Client(enforce_csrf_checks=True)
        if person:
            client.force_login(person)
        found = {client.post(address).status_code for address in addresses()}
        assert found == {403}


def test_every_page_speaks_dutch_and_politely(site, mira):
    client = Client()
    client.force_login(mira)
    for address in addresses():
        answer = client.get(address)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        page = BeautifulSoup(answer.content, "html.parser")
        text = page.main.get_text(" ").lower().split()
        impolite = {"je", "jij", "jouw", "you", "your", "the", "please"} & set(text)
        assert (address, impolite) == (address, set())
        assert (address, len(page.select("h1"))) == (address, 1)
