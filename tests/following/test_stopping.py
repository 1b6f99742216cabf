"""Stopping with one click, as RFC 8058 has it: no cookie, no sign-in, and not by looking."""

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from following import delivering, digests, letters, queries, stopping
from following.models import Letter, StoppedAddress
from tests.factories import PracticeFactory, ThemeFactory
from tests.following.test_digests import MORNING
from tests.reading import words

pytestmark = pytest.mark.django_db

ONE_CLICK = {"List-Unsubscribe": "One-Click"}


def address_in(letter):
    """Return the path of the address in the header of a mail."""
    return letter.extra_headers["List-Unsubscribe"][1:-1].removeprefix("http://127.0.0.1:8000")


@pytest.fixture
def stranger():
    """Return a mail program: it is not signed in and knows no token of a form."""
    return Client(enforce_csrf_checks=True)


def test_a_mail_program_stops_the_overviews(site, bas, follows, stranger):
    follows(bas, theme=(theme := ThemeFactory()))
    PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    digests.prepare(MORNING)
    letters.send_waiting()
    address = address_in(mail.outbox[0])
    looked = stranger.get(address)
    assert looked.status_code == 200
    assert queries.often(bas) == "weekly"
    button = BeautifulSoup(looked.content, "html.parser").select_one("main form button")
    assert words(button) == "Stop deze mail"
    answer = stranger.post(address, ONE_CLICK)
    assert (answer.status_code, queries.often(bas)) == (200, "never")
    assert list(answer.cookies) == []
    assert answer["X-Robots-Tag"] == "noindex"
    assert stranger.post(address, ONE_CLICK).status_code == 200


def test_a_contact_stops_the_mails_about_changes(site, change, stranger):
    practice = PracticeFactory(parent=site.practices, contact_email="Wijk@utrecht.example")
    change(practice)
    delivering.deliver()
    letters.send_waiting()
    assert stranger.post(address_in(mail.outbox[0]), ONE_CLICK).status_code == 200
    # What is kept can not be read as an address.
    assert "utrecht" not in StoppedAddress.objects.get().fingerprint
    other = PracticeFactory(parent=site.practices, contact_email="wijk@utrecht.example")
    change(other)
    delivering.deliver()
    assert dict(letters.send_waiting()) == {}
    assert Letter.objects.count() == 1


def test_a_contact_who_stops_gets_nothing_that_waited(site, change):
    practice = PracticeFactory(parent=site.practices, contact_email="wijk@utrecht.example")
    change(practice)
    delivering.deliver()
    stopping.stop(stopping.read(stopping.for_address("wijk@utrecht.example")))
    assert dict(letters.send_waiting()) == {"empty": 1}


@pytest.mark.parametrize("token", ["x", "a" * 3000, "W10:1abc:def", "%00"])
def test_a_token_that_nobody_gave_out_stops_nothing(site, bas, stranger, token):
    for method in (stranger.get, stranger.post):
        answer = method(f"/meldingen/stoppen/{token}/")
        assert answer.status_code == 404
        assert "Deze link werkt niet meer" in answer.content.decode()


def test_a_token_of_somebody_who_left_answers_as_any_other(bas, site, stranger):
    token = stopping.for_person(bas)
    bas.delete()
    assert stranger.post(f"/meldingen/stoppen/{token}/").status_code == 200
