"""Nobody learns from an answer, a mail or the work behind it whether somebody has an account."""

import re

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.test import Client

from tests.accounts.signing import member

SIGN_UP = {"first_name": "Iemand", "last_name": "Anders", "password1": "fietsen door de wijk"}
KNOWN, UNKNOWN = "mira@voorbeeld.example", "niemand@voorbeeld.example"
# What differs between any two answers.
VARYING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')


@pytest.fixture
def hashed(monkeypatch):
    """Return the passwords that were hashed: the work that takes time."""
    found = []
    hasher = hashers.get_hasher("default")
    encode = type(hasher).encode

    def counted(self, password, *args, **kwargs):
        found.append(password)
        return encode(self, password, *args, **kwargs)

    monkeypatch.setattr(type(hasher), "encode", counted)
    return found


def body(answer, email):
    return VARYING.sub("", answer.content.decode()).replace(email, "EMAIL")


def walk(email, start, fields, steps):
    """Send a form and what follows it; return answers, and the number of mails to whom."""
    client, before = Client(), len(mail.outbox)
    answers = [client.post(start, fields)]
    for address, sent in steps:
        answers.append(client.get(address) if sent is None else client.post(address, sent))
    told = [(answer.status_code, answer.headers.get("Location")) for answer in answers]
    sent_to = [message.to for message in mail.outbox[before:]]
    return told, [body(answer, email) for answer in answers], sent_to == [[email]]


@pytest.mark.parametrize(
    ("start", "fields", "code_page"),
    [
        ("/account/aanmelden/", SIGN_UP, "/account/e-mail/code/"),
        ("/account/wachtwoord/vergeten/", {}, "/account/wachtwoord/vergeten/code/"),
    ],
)
def test_a_known_and_an_unknown_address_get_the_same(db, start, fields, code_page, hashed):
    member("mira")
    steps = [(code_page, None), (code_page, {"code": "AAAA-AAAA"}), (code_page, None)]
    found = {}
    for email in (KNOWN, UNKNOWN):
        hashed.clear()
        found[email] = (*walk(email, start, {**fields, "email": email}, steps), list(hashed))
    assert found[KNOWN] == found[UNKNOWN]
    # And something was compared: an answer that leads on, a mail, a page with a refusal.
    told, _bodies, mailed, work = found[KNOWN]
    assert told == [(302, code_page), (200, None), (400, None), (200, None)]
    assert mailed is True
    assert work == ([SIGN_UP["password1"]] if "password1" in fields else [])


@pytest.mark.parametrize("login", [KNOWN, UNKNOWN, "mira", "niemand"])
def test_a_wrong_password_costs_one_hash_whoever_it_is(db, login, hashed):
    member("mira")
    hashed.clear()
    answer = Client().post("/account/inloggen/", {"login": login, "password": "fout"})
    assert answer.status_code == 400
    assert hashed == ["fout"]


def test_a_wrong_password_is_refused_alike_whoever_it_is(db):
    member("mira")
    bodies = {
        body(Client().post("/account/inloggen/", {"login": login, "password": "fout"}), login)
        for login in (KNOWN, UNKNOWN, "mira", "niemand")
    }
    assert len(bodies) == 1


def test_who_has_an_account_reads_so_in_the_mail_alone(db):
    member("mira")
    Client().post("/account/aanmelden/", {**SIGN_UP, "email": KNOWN})
    Client().post("/account/wachtwoord/vergeten/", {"email": UNKNOWN})
    assert [(message.to, message.subject) for message in mail.outbox] == [
        ([KNOWN], "U hebt al een account"),
        ([UNKNOWN], "Er is geen account met dit adres"),
    ]


def test_another_mail_address_that_is_taken_answers_like_one_that_is_free(mira):
    member("bob")
    answers = []
    for email in ("bob@voorbeeld.example", UNKNOWN):
        client = Client()
        client.force_login(mira)
        answer = client.post("/account/e-mail/", {"email": email, "action_add": ""})
        answers.append((answer.status_code, answer["Location"], len(mail.outbox)))
        mail.outbox.clear()
    assert answers[0] == answers[1] == (302, "/account/e-mail/code/", 1)
