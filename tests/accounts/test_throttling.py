"""Guessing is slow, for all processes together, and nobody makes up where they come from."""

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache, caches
from django.core.management import call_command
from django.db import connection
from django.test import Client, RequestFactory, override_settings

from accounts.adapters import AccountAdapter
from accounts.throttling import AttemptsApart
from tests.accounts.signing import sign_in, with_app
from tests.reading import words

TABLE = {
    "default": {"BACKEND": "accounts.throttling.AttemptsApart"},
    "attempts": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "attempts",
        "KEY_FUNCTION": "accounts.throttling.unreadable",
    },
}


def test_after_five_wrong_passwords_the_right_one_has_to_wait(mira):
    for _time in range(5):
        assert sign_in(mira, password="fout")[1].status_code == 400
    client, answer = sign_in(mira)
    assert answer.status_code == 400
    assert "U hebt het te vaak geprobeerd." in answer.content.decode()
    assert client.session.get("_auth_user_id") is None


def test_codes_are_not_guessed_either(mira):
    with_app(mira)
    client, answer = sign_in(mira)
    for _time in range(5):
        assert client.post(answer["Location"], {"code": "000000"}).status_code == 400
    refused = client.post(answer["Location"], {"code": "000000"})
    assert "U hebt het te vaak geprobeerd." in refused.content.decode()


def test_too_many_forms_of_one_place_get_a_page_that_says_so(db):
    for _time in range(20):
        Client().post("/account/aanmelden/", {})
    answer = Client().post("/account/aanmelden/", {})
    assert answer.status_code == 429
    assert words(BeautifulSoup(answer.content, "html.parser").h1) == "U hebt het te vaak geprobeerd"


@override_settings(CACHES=TABLE)
def test_every_process_counts_in_the_same_table(db):
    call_command("createcachetable")
    here, there = AttemptsApart("here", {}), AttemptsApart("there", {})
    here.set("allauth:rl:login", [1.0])
    here.set("wagtail_site_root_paths", "here")
    assert there.get("allauth:rl:login") == [1.0]
    assert there.add("allauth:rl:login", [2.0]) is False
    assert there.get("wagtail_site_root_paths") is None
    there.delete("allauth:rl:login")
    assert here.get("allauth:rl:login") is None


@override_settings(CACHES=TABLE)
def test_the_table_holds_no_address_of_anybody(mira):
    call_command("createcachetable")
    sign_in(mira, password="fout")
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM attempts")
        keys = [key for (key,) in cursor.fetchall()]
    assert keys != []
    assert [key for key in keys if "mira" in key or "127.0.0.1" in key or len(key) != 40] == []


def test_the_default_cache_keeps_counts_apart_in_tests_too(db):
    cache.set("allauth:rl:x", 1)
    assert caches["attempts"].get("allauth:rl:x") == 1


@pytest.mark.parametrize(
    ("proxies", "told", "place"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6, 7.7.7.7", "7.7.7.7"),
        (2, "6.6.6.6, 7.7.7.7, 8.8.8.8", "7.7.7.7"),
        (2, "7.7.7.7", "10.0.0.1"),
        (1, "geen adres", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_only_announced_proxies_say_where_somebody_comes_from(proxies, told, place):
    request = RequestFactory().get("/", headers={"X-Forwarded-For": told}, REMOTE_ADDR="10.0.0.1")
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=proxies):
        assert AccountAdapter(request).get_client_ip(request) == place


def test_a_header_makes_no_new_visitor(mira):
    for number in range(5):
        headers = {"X-Forwarded-For": f"10.1.1.{number}"}
        fields = {"login": "mira", "password": "fout"}
        Client(headers=headers).post("/account/inloggen/", fields)
    answer = Client(headers={"X-Forwarded-For": "10.9.9.9"}).post("/account/inloggen/", fields)
    assert "U hebt het te vaak geprobeerd." in answer.content.decode()
