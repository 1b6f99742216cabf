"""Every address is known here, and answers each way of asking as it should."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from wagtail.models import Page, get_page_models

from tests.robustness import routes
from tests.robustness.closed import CLOSED, CLOSED_PAGES, ELSEWHERE
from tests.robustness.everything import (
    ADDRESSES,
    FORMS,
    LEADING,
    ONE_CLICK,
    PAGES,
    PUBLIC,
)
from tests.robustness.moderated import MODERATED
from tests.robustness.reading import is_page, soup_of, told

pytestmark = pytest.mark.django_db

SENDING = ("post", "put", "patch", "delete")


def test_no_address_of_the_site_is_left_out():
    known = [*ADDRESSES, *CLOSED, *ELSEWHERE, *MODERATED]
    assert routes.public() == sorted(known)


def test_no_type_of_page_is_left_out(site, client):
    types = {model._meta.label for model in get_page_models()} - {"wagtailcore.Page"}
    known = PAGES | CLOSED_PAGES
    assert types == set(known)
    shown = {
        label: Page.find_for_request(client.get(address).wsgi_request, address)
        for label, address in known.items()
    }
    assert {label: page.specific._meta.label for label, page in shown.items()} == {
        label: label for label in known
    }


@pytest.mark.parametrize("route", CLOSED)
def test_who_may_is_answered_and_a_stranger_learns_nothing(client, site, route):
    name, method, address = CLOSED[route]
    place = site.address(address)
    stranger = getattr(client, method)(place)
    leads = stranger.headers.get("Location", "").partition("?next=")[0]
    assert stranger.status_code in (302, 404) or address == "/uitnodiging/{token}/"
    assert stranger.status_code != 302 or leads == resolve_url(settings.LOGIN_URL)
    client.force_login(site.people[name])
    answer = getattr(client, method)(place, {"role": "member"})
    assert answer.status_code == {"get": 200, "post": 302}[method]
    assert "no-store" in answer["Cache-Control"]
    assert client.put(place).status_code == 405


@pytest.mark.parametrize("address", CLOSED_PAGES.values())
def test_a_closed_page_is_there_for_who_belongs(client, site, address):
    assert client.get(address).status_code == 404
    client.force_login(site.people["outsider"])
    assert client.get(address).status_code == 404
    client.force_login(site.people["member"])
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", PUBLIC)
def test_everybody_may_read_it(client, site, address):
    answer = client.get(site.address(address))
    assert answer.status_code == LEADING.get(address, 200)
    if is_page(answer) and answer.content:
        page = soup_of(answer)
        assert page.html["lang"] == "nl"
        assert len(page.select("h1")) == 1


@pytest.mark.parametrize("address", PUBLIC)
def test_the_head_of_an_answer_comes_without_the_body(client, site, address):
    place = site.address(address)
    read, head = client.get(place), client.head(place)
    assert head.status_code == read.status_code
    assert head["Content-Type"] == read["Content-Type"]
    assert head.getvalue() == b""


@pytest.mark.parametrize("method", SENDING)
@pytest.mark.parametrize("address", [place for place in PUBLIC if place not in ONE_CLICK])
def test_a_stranger_who_sends_something_is_refused(site, address, method):
    stranger = Client(enforce_csrf_checks=True)
    answer = getattr(stranger, method)(site.address(address))
    assert answer.status_code == 403
    assert told(answer) == ("nl", "Dit formulier is verlopen")


@pytest.mark.parametrize("method", SENDING)
@pytest.mark.parametrize("address", [place for place in PUBLIC if place not in FORMS + ONE_CLICK])
def test_nothing_but_a_form_takes_what_is_sent(client, site, address, method):
    assert getattr(client, method)(site.address(address)).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/bestaat-niet/",
        "/praktijken/bestaat-niet/",
        "/praktijken/samen-fietsen/bestaat-niet/",
        "/praktijken/samen%20fietsen/",
        "/praktijken/%00/",
        "/praktijken/%ff%fe/",
        "/praktijken/" + "a" * 5_000 + "/",
        "/%F0%9F%8F%98/",
        "/%E2%80%AE/",
        "/gebieden/bestaat-niet/",
        "/gebieden/%00/",
        "/gebieden/-1/",
        "/gebieden/overvecht%00/",
        "/organisaties/../../etc/passwd",
        "/indicatoren/bestaat-niet.csv",
        "/indicatoren/verzuim%00.csv",
        "/indicatoren/bestaat-niet/metingen.csv",
        "/indicatoren/verzuim%00/metingen.json",
        "/indicatoren/verzuim/metingen.xlsx",
        "/datasets.rdf",
        "/cijfers/0000000000000000/",
        "/cijfers/1d5aa567/",
        "/thema/bestaat-niet/",
        "/agenda/bestaat-niet/agenda.ics",
        "/praktijken/samen-fietsen/agenda.ics",
        "/documenten/999999/plan.pdf",
        "/documenten/99999999999999999999/plan.pdf",
        "/documenten/1/%00",
        "/documenten/1/..%2f..%2fsecret_key",
        "/documenten/authenticate_with_password/99999999999999999999/",
        "/_util/authenticate_with_password/99999999999999999999/1/",
        "/media/images/bestaat-niet.webp",
        "/media/images/%00",
        "/media/images/..%2foriginal_images%2ftest.png",
        "/media/images/" + "a" * 5_000,
        "/media/original_images/test.png",
        "/media/documents/plan.pdf",
        "/secret_key/",
        "/.env",
        "/admin/",
        "/thema/leren/../../beheer",
    ],
)
def test_what_does_not_exist_is_not_found(client, site, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert told(answer) == ("nl", "Deze pagina bestaat niet")
