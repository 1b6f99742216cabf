"""Whoever got no code asks for another mail; nobody learns from that who has an account."""

import pytest
from django.core import mail
from django.core.cache import caches
from django.test import Client, override_settings

from accounts.models import User
from tests.accounts.signing import code_in_mail, member, who
from tests.accounts.test_enumeration import KNOWN, SIGN_UP, UNKNOWN, body
from tests.reading import words
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db

START, PAGE = "/account/aanmelden/", "/account/e-mail/code/"
AGAIN = {"action": "resend"}
unhurried = override_settings(ACCOUNT_RATE_LIMITS={"confirm_email": "10/h/key"})


def sign_up(email):
    client = Client()
    assert client.post(START, SIGN_UP | {"email": email})["Location"] == PAGE
    return client


def offers_another(answer):
    return soup_of(answer).select_one("[name=action][value=resend]") is not None


@unhurried
def test_another_code_takes_the_place_of_the_first():
    client = sign_up(UNKNOWN)
    first = code_in_mail()
    answer = client.post(PAGE, AGAIN, follow=True)
    assert answer.redirect_chain == [(PAGE, 302)]
    told = [words(notice) for notice in soup_of(answer).select("[role=status]")]
    assert told == ["Wij hebben een nieuwe e-mail gestuurd."]
    assert [message.to for message in mail.outbox] == [[UNKNOWN]] * 2
    assert code_in_mail() != first
    assert client.post(PAGE, {"code": first}).status_code == 400
    assert client.post(PAGE, {"code": code_in_mail()})["Location"] == "/account/"
    assert who(client) == str(User.objects.get(email=UNKNOWN).pk)


@unhurried
def test_after_two_others_there_is_no_more():
    client = sign_up(UNKNOWN)
    for _time in range(2):
        assert offers_another(client.get(PAGE))
        client.post(PAGE, AGAIN)
    assert not offers_another(client.get(PAGE))
    # It is taken for a code, and refused.
    assert client.post(PAGE, AGAIN).status_code == 400
    assert len(mail.outbox) == 3


@unhurried
def test_who_has_an_account_gets_the_same_answers_and_as_many_mails():
    member("mira")
    found = {}
    for email in (KNOWN, UNKNOWN):
        before, client = len(mail.outbox), sign_up(email)
        answers = []
        for _time in range(3):
            answers += [client.post(PAGE, AGAIN), client.get(PAGE)]
        told = [(answer.status_code, answer.get("Location")) for answer in answers]
        sent = [message.to == [email] for message in mail.outbox[before:]]
        found[email] = (told, [body(answer, email) for answer in answers], sent)
    assert found[KNOWN] == found[UNKNOWN]
    assert found[KNOWN][0] == [(302, PAGE), (200, None)] * 2 + [(400, None), (200, None)]
    assert found[KNOWN][2] == [True] * 3
    assert [message.subject for message in mail.outbox[:3]] == ["U hebt al een account"] * 3


def test_who_presses_at_once_waits_and_keeps_the_code():
    client = sign_up(UNKNOWN)
    answer = client.post(PAGE, AGAIN)
    assert answer.status_code == 429
    assert len(mail.outbox) == 1
    assert client.post(PAGE, {"code": code_in_mail()})["Location"] == "/account/"


def test_one_address_gets_ten_mails_in_an_hour_whoever_asks(settings, monkeypatch):
    moment = [1_000_000.0]
    monkeypatch.setattr("allauth.core.internal.ratelimit.time.time", lambda: moment[0])
    statuses = []
    for number in range(12):
        moment[0] += 11
        client = Client(headers={"X-Forwarded-For": f"10.0.0.{number}"})
        answer = client.post(START, SIGN_UP | {"email": KNOWN})
        statuses.append(answer.status_code)
    assert statuses == [302] * 10 + [429] * 2
    assert len(mail.outbox) == 10
    caches["attempts"].clear()
