"""Signing in with the account of another organisation, through a provider that really runs."""

from urllib.parse import urlsplit

import httpx
import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client, override_settings

from accounts.models import User
from cms import outside
from tests.accounts.provider import CLIENT, SECRET, Provider
from tests.accounts.signing import PASSWORD, shown_by, sign_in, who, with_app
from tests.factories import UserFactory
from tests.reading import words

START = "/account/elders/oidc/"
NOOR = {
    "sub": "1234",
    "email": "noor@gemeente.example",
    "email_verified": True,
    "given_name": "Noor",
    "family_name": "Bakker",
}


@pytest.fixture
def provider(db, monkeypatch):
    """Yield a provider that the settings name."""
    running = Provider()
    values = {"URL": running.address, "CLIENT_ID": CLIENT, "CLIENT_SECRET": SECRET}
    for name, value in {**values, "NAME": "Gemeente Utrecht"}.items():
        monkeypatch.setenv(f"WIJKKENNIS_OIDC_{name}", value)
    with override_settings(SOCIALACCOUNT_PROVIDERS=outside.provider()):
        yield running
    running.stop()


def come(provider, person, client=None, **asked):
    """Go to the provider and back as a browser does; return it and the last answer."""
    provider.person = person
    client = client or Client()
    away = client.get(START, asked)["Location"]
    assert away.startswith(f"{provider.address}/authorize?")
    back = urlsplit(httpx.get(away).headers["Location"])
    assert (back.netloc, back.path) == ("testserver", f"{START}terug/")
    return client, client.get(f"{back.path}?{back.query}")


def test_the_page_to_sign_in_names_the_provider(client, provider):
    page = BeautifulSoup(client.get("/account/inloggen/?next=/praktijken/").content, "html.parser")
    link = page.find("a", string="Inloggen met Gemeente Utrecht")
    assert link["href"] == f"{START}?next=%2Fpraktijken%2F"


def test_without_a_provider_there_is_nothing_to_find(client, db):
    assert client.get(START).status_code == 404
    assert client.get(f"{START}terug/").status_code == 404
    assert "Inloggen met" not in words(
        BeautifulSoup(client.get("/account/inloggen/").content, "html.parser").main
    ).replace("Inloggen met een sleutel (passkey)", "")


def test_somebody_new_gets_an_account_without_a_code(provider):
    client, answer = come(provider, NOOR, process="login", next="/praktijken/")
    noor = User.objects.get(email="noor@gemeente.example")
    assert answer["Location"] == "/praktijken/"
    assert who(client) == str(noor.pk)
    assert str(noor) == "Noor Bakker"
    assert not noor.has_usable_password()
    assert mail.outbox == []
    assert provider.asked.count("/token") == 1


def test_the_same_person_comes_back_to_the_same_account(provider):
    come(provider, NOOR)
    client, _answer = come(provider, NOOR | {"email": "anders@gemeente.example"})
    assert who(client) == str(User.objects.get().pk)


def test_a_verified_address_leads_to_the_account_that_has_it(provider, mira):
    client, answer = come(provider, NOOR | {"email": mira.email})
    assert answer["Location"] == "/account/"
    assert who(client) == str(mira.pk)
    assert sign_in(mira)[1].status_code == 302


@pytest.mark.parametrize("claim", [False, "false", None])
def test_an_address_that_is_not_verified_takes_over_no_account(provider, mira, claim):
    person = NOOR | {"email": mira.email, "email_verified": claim}
    if claim is None:
        del person["email_verified"]
    client, answer = come(provider, person)
    assert who(client) is None
    assert answer["Location"] == "/account/e-mail/code/"
    assert mira.socialaccount_set.count() == 0
    assert [message.subject for message in mail.outbox] == ["U hebt al een account"]
    assert User.objects.count() == 1


def test_an_address_that_is_not_verified_is_verified_here_first(provider):
    client, answer = come(provider, NOOR | {"email_verified": False})
    assert answer["Location"] == "/account/e-mail/code/"
    assert who(client) is None
    assert [message.subject for message in mail.outbox] == ["Uw code om u aan te melden"]


def test_who_waited_at_the_address_of_another_loses_the_password(provider):
    waiting = UserFactory(username="wachter", email="noor@gemeente.example")
    waiting.set_password(PASSWORD)
    waiting.save()
    EmailAddress.objects.create(user=waiting, email=waiting.email, verified=False, primary=True)
    client, answer = come(provider, NOOR)
    waiting.refresh_from_db()
    assert not waiting.has_usable_password()
    assert who(client) is None
    assert answer["Location"] == "/account/e-mail/code/"
    assert sorted(message.subject for message in mail.outbox) == [
        "Er is een aanmelding gekoppeld",
        "Uw code om u aan te melden",
    ]


def test_an_editor_takes_our_second_step_as_well(provider, site, eva_with_password):
    person = NOOR | {"email": eva_with_password.email, "acr": "mfa", "amr": ["mfa"]}
    client, _answer = come(provider, person, process="login", next="/beheer/")
    assert client.get("/beheer/")["Location"].startswith("/account/tweede-stap/?next=")
    secret = with_app(eva_with_password)
    client, answer = come(provider, person, process="login", next="/beheer/")
    assert answer["Location"] == "/account/tweede-stap/inloggen/"
    assert who(client) is None
    answer = client.post(answer["Location"], {"code": shown_by(secret)})
    assert answer["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200


def test_an_answer_that_nobody_here_asked_for_signs_nobody_in(provider):
    provider.person = NOOR
    away = Client().get(START)["Location"]
    back = urlsplit(httpx.get(away).headers["Location"])
    victim = Client()
    answer = victim.get(f"{back.path}?{back.query}")
    assert words(BeautifulSoup(answer.content, "html.parser").h1) == "Het inloggen is niet gelukt"
    assert who(victim) is None
    assert User.objects.count() == 0


def test_an_answer_works_once(provider):
    provider.person = NOOR
    client = Client()
    back = urlsplit(httpx.get(client.get(START)["Location"]).headers["Location"])
    client.get(f"{back.path}?{back.query}")
    client.post("/account/uitloggen/")
    client.get(f"{back.path}?{back.query}")
    assert who(client) is None


def test_a_provider_that_is_gone_is_told_of(provider):
    provider.stop()
    answer = Client().get(START)
    assert answer.status_code == 503
    assert words(BeautifulSoup(answer.content, "html.parser").h1) == "Het inloggen is niet gelukt"


def test_a_token_for_another_site_signs_nobody_in(provider):
    client, answer = come(provider, NOOR | {"aud": "een andere site"})
    assert words(BeautifulSoup(answer.content, "html.parser").h1) == "Het inloggen is niet gelukt"
    assert who(client) is None


def test_closed_is_closed_for_who_comes_from_elsewhere_too(provider):
    with override_settings(ACCOUNT_SIGNUP_ENABLED=False):
        _client, answer = come(provider, NOOR)
    assert words(BeautifulSoup(answer.content, "html.parser").h1) == "Aanmelden kan nu niet"
    assert User.objects.count() == 0
