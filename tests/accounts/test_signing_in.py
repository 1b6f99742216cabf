"""Signing in and out, and where that leads."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.accounts.signing import PASSWORD, sign_in, who
from tests.reading import words


def said(answer):
    page = BeautifulSoup(answer.content, "html.parser")
    return [words(notice) for notice in page.select("main .wk-notice--error:not([hidden])")]


@pytest.mark.parametrize("login", ["mira", "mira@voorbeeld.example", "MIRA@Voorbeeld.example"])
def test_a_member_signs_in_with_name_or_mail(mira, login):
    client, answer = sign_in(mira, login=login)
    assert answer["Location"] == "/account/"
    assert who(client) == str(mira.pk)


def test_a_wrong_password_is_refused_in_words(mira):
    client, answer = sign_in(mira, password="fout")
    assert answer.status_code == 400
    assert said(answer) == ["Dit e-mailadres of deze gebruikersnaam hoort niet bij dit wachtwoord."]
    assert who(client) is None
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find(id="id_login")["value"] == "mira"
    assert page.find(id="id_password").get("value") is None


def test_who_was_closed_out_is_told_so_only_with_the_right_password(mira):
    mira.is_active = False
    mira.save()
    assert sign_in(mira, password="fout")[1].status_code == 400
    client, answer = sign_in(mira)
    assert answer["Location"] == "/account/gesloten/"
    assert who(client) is None


@pytest.mark.parametrize(
    ("asked", "led"),
    [
        ("/praktijken/", "/praktijken/"),
        ("https://kwaad.example/", "/account/"),
        ("//kwaad.example/", "/account/"),
        ("/\\kwaad.example/", "/account/"),
        ("javascript:alert(1)", "/account/"),
        ("http://testserver@kwaad.example/", "/account/"),
    ],
)
def test_the_way_back_leads_nowhere_but_to_this_site(mira, asked, led):
    assert sign_in(mira, next=asked)[1]["Location"] == led
    client = Client()
    client.force_login(mira)
    leaving = client.post("/account/uitloggen/", {"next": asked})
    assert leaving["Location"] == ("/praktijken/" if led == asked else "/")


@pytest.mark.parametrize("door", ["/beheer/login/", "/_util/login/"])
def test_the_doors_of_wagtail_lead_to_the_one_there_is(client, site, door):
    assert client.get(door)["Location"] == "/account/inloggen/?next=%2Fbeheer%2F"
    back = client.get(door, {"next": "/praktijken/"})
    assert back["Location"] == "/account/inloggen/?next=%2Fpraktijken%2F"
    away = client.get(door, {"next": "https://kwaad.example/"})
    assert away["Location"] == "/account/inloggen/?next=%2Fbeheer%2F"


def test_who_may_not_see_a_page_is_asked_for_another_name(client, site, bas):
    client.force_login(bas)
    door = client.get("/beheer/")["Location"]
    assert door == "/account/inloggen/?next=%2Fbeheer%2F"
    page = BeautifulSoup(client.get(door).content, "html.parser")
    assert words(page.select_one("main .wk-notice")) == (
        "U bent ingelogd als Bas Kok. Wat u wilde zien, is niet voor dit account. "
        "Log in met een ander account, of ga terug. Naar uw account"
    )


def test_leaving_takes_a_form_and_ends_the_session(client, mira):
    client.force_login(mira)
    assert client.get("/account/uitloggen/").status_code == 200
    assert who(client) == str(mira.pk)
    assert client.post("/account/uitloggen/")["Location"] == "/"
    assert who(client) is None


def test_a_session_ends_with_the_browser_unless_somebody_asks(mira):
    client, _answer = sign_in(mira)
    assert client.cookies["sessionid"]["expires"] == ""
    client, _answer = sign_in(mira, remember="on")
    assert client.cookies["sessionid"]["max-age"] == 14 * 24 * 3600
    assert client.cookies["sessionid"]["samesite"] == "Lax"
    assert client.cookies["sessionid"]["httponly"] is True


def test_the_head_of_every_page_says_who_is_signed_in(client, site, mira, eva):
    def head():
        page = BeautifulSoup(client.get("/").content, "html.parser")
        return [words(part) for part in page.select(".wk-you a, .wk-you button")]

    assert head() == ["Inloggen"]
    client.force_login(mira)
    assert head() == ["Uw account: Mira de Vries", "Uitloggen"]
    assert client.get("/")["Cache-Control"] == "private"
    client.force_login(eva)
    assert head() == ["Uw account: Eva Smit", "Beheer", "Uitloggen"]


def test_a_stranger_gets_no_cookie_and_a_page_that_may_be_kept(client, site):
    answer = client.get("/")
    assert list(answer.cookies) == []
    assert "Cache-Control" not in answer.headers


def test_a_page_behind_the_door_asks_for_the_password_once_more_after_leaving(mira):
    client, _answer = sign_in(mira)
    assert client.get("/account/profiel/").status_code == 200
    client.post("/account/uitloggen/")
    assert client.get("/account/profiel/")["Location"] == (
        "/account/inloggen/?next=/account/profiel/"
    )
    assert sign_in(mira, client, PASSWORD)[1]["Location"] == "/account/"
