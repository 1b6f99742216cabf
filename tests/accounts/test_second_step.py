"""The second step: everybody who enters the admin takes it, and there is no way around."""

from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from bs4 import BeautifulSoup
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.http import urlencode

from tests.accounts.signing import (
    confirm,
    shown_by,
    sign_in,
    sign_in_with,
    steps_of,
    who,
    with_app,
)
from tests.reading import words
from tests.robustness import routes

EVERYBODY = ["eva_with_password", "anna"]
LEAVING = "/beheer/logout/"


def with_password_alone(person):
    """Return a browser that was signed in before there was a second step, or past our pages."""
    client = Client()
    session = client.session
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    client.cookies["sessionid"] = session.session_key
    return client


def led(answer):
    return answer.headers.get("Location", "").partition("?")[0]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", EVERYBODY)
def test_no_address_of_the_admin_opens_without_it(site, request, name, method):
    client = with_password_alone(request.getfixturevalue(name))
    addresses = set(routes.admin()) - {LEAVING}
    places = {led(getattr(client, method)(address)) for address in addresses}
    assert places == {"/account/tweede-stap/"}
    with_app(request.getfixturevalue(name))
    places = {led(getattr(client, method)(address)) for address in addresses}
    assert places == {"/account/tweede-stap/bevestigen/"}


def test_an_editor_sets_one_up_and_goes_on_to_the_admin(site, eva_with_password):
    client, answer = sign_in(eva_with_password, next="/beheer/")
    door = client.get(answer["Location"])["Location"]
    assert door == f"/account/tweede-stap/?{urlencode({'next': '/beheer/'})}"
    page = BeautifulSoup(client.get(door).content, "html.parser")
    assert words(page.select_one("main .wk-notice--warning")) == (
        "Om in het beheer te werken hebt u een tweede stap nodig. Kies hieronder een app of een "
        "sleutel."
    )
    confirm(client)
    page = BeautifulSoup(client.get("/account/tweede-stap/app/").content, "html.parser")
    secret = page.select_one("main code").get_text()
    answer = client.post("/account/tweede-stap/app/", {"code": shown_by(secret)})
    assert answer["Location"] == "/account/tweede-stap/herstelcodes/"
    assert steps_of(eva_with_password) == ["recovery_codes", "totp"]
    page = BeautifulSoup(client.get(answer["Location"]).content, "html.parser")
    assert len(page.select(".wk-account__codes li")) == 10
    for address in (answer["Location"], "/account/tweede-stap/"):
        page = BeautifulSoup(client.get(address).content, "html.parser")
        assert page.find("a", string="Verder naar het beheer")["href"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200


def test_who_has_one_is_asked_for_it_at_every_sign_in(site, eva_with_password):
    secret = with_app(eva_with_password)
    client, answer = sign_in(eva_with_password, next="/beheer/")
    assert answer["Location"] == "/account/tweede-stap/inloggen/"
    assert who(client) is None
    assert led(client.get("/beheer/")) == "/account/inloggen/"
    assert client.post(answer["Location"], {"code": "000000"}).status_code == 400
    answer = client.post(answer["Location"], {"code": shown_by(secret)})
    assert answer["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200


def test_a_code_works_once(eva_with_password):
    secret = with_app(eva_with_password)
    sign_in_with(eva_with_password, secret)
    client, _answer = sign_in(eva_with_password)
    again = client.post("/account/tweede-stap/inloggen/", {"code": shown_by(secret)})
    assert again.status_code == 400
    assert who(client) is None


def test_a_session_with_a_password_alone_adds_no_key_and_changes_nothing(mira):
    client, _answer = sign_in(mira)
    confirm(client)
    with_app(mira)
    for address in ("tweede-stap/sleutels/nieuw/", "tweede-stap/app/weghalen/", "wachtwoord/"):
        for method in (client.get, client.post):
            answer = method(f"/account/{address}")
            assert led(answer) == "/account/tweede-stap/bevestigen/"
    assert led(client.get("/account/bevestigen/")) == "/account/tweede-stap/bevestigen/"


def test_a_session_goes_on_with_the_second_step(eva_with_password, site):
    client = with_password_alone(eva_with_password)
    secret = with_app(eva_with_password)
    place = client.get("/beheer/pages/?a=1")["Location"]
    assert client.get(place).status_code == 200
    answer = client.post(place, {"code": shown_by(secret)})
    assert answer["Location"] == "/beheer/pages/?a=1"
    assert client.get("/beheer/").status_code == 200


def test_a_recovery_code_stands_in_for_a_lost_telephone_once(eva_with_password):
    secret = with_app(eva_with_password)
    client = sign_in_with(eva_with_password, secret)
    confirm(client)
    client.post("/account/tweede-stap/herstelcodes/nieuw/")
    code = client.get("/account/tweede-stap/herstelcodes.txt").content.decode().split()[0]
    for expected in (302, 400):
        client, answer = sign_in(eva_with_password)
        answer = client.post(answer["Location"], {"code": code})
        assert answer.status_code == expected


def test_an_editor_keeps_the_last_one_and_a_member_may_do_without(eva_with_password, mira):
    for person, left in ((eva_with_password, ["totp"]), (mira, [])):
        client = sign_in_with(person, with_app(person))
        confirm(client)
        client.post("/account/tweede-stap/app/weghalen/")
        assert steps_of(person) == left


def test_an_editor_keeps_the_last_key_too(eva_with_password):
    secret = with_app(eva_with_password)
    client = sign_in_with(eva_with_password, secret)
    confirm(client)
    Authenticator.objects.filter(user=eva_with_password).delete()
    key = Authenticator.objects.create(
        user=eva_with_password, type="webauthn", data={"name": "Sleutel", "credential": {}}
    )
    answer = client.post(f"/account/tweede-stap/sleutels/{key.pk}/weghalen/")
    assert answer.status_code == 400
    assert "Voeg eerst een andere toe." in answer.content.decode()
    assert steps_of(eva_with_password) == ["webauthn"]
    with_app(eva_with_password)
    client.post(f"/account/tweede-stap/sleutels/{key.pk}/weghalen/")
    assert steps_of(eva_with_password) == ["totp"]


def test_nobody_touches_the_key_of_another(mira, eva_with_password):
    key = Authenticator.objects.create(
        user=eva_with_password, type="webauthn", data={"name": "Sleutel", "credential": {}}
    )
    client, _answer = sign_in(mira)
    confirm(client)
    for verb in ("naam", "weghalen"):
        for method in (client.get, client.post):
            answer = method(f"/account/tweede-stap/sleutels/{key.pk}/{verb}/")
            unknown = method(f"/account/tweede-stap/sleutels/999999/{verb}/")
            assert (answer.status_code, unknown.status_code) == (404, 404)
    assert steps_of(eva_with_password) == ["webauthn"]


def test_the_secret_is_not_in_the_database_as_it_is(mira):
    secret = with_app(mira)
    kept = Authenticator.objects.get(user=mira)
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(shown_by(secret))


def test_an_operator_resets_it_and_every_session_ends(eva_with_password, caplog):
    client = sign_in_with(eva_with_password, with_app(eva_with_password))
    output = StringIO()
    call_command("reset_second_factor", "eva", stdout=output)
    assert output.getvalue() == "eva: 1 taken away, signed out everywhere.\n"
    assert caplog.messages[-1] == (
        f"The second step of account {eva_with_password.pk} was reset by command."
    )
    assert steps_of(eva_with_password) == []
    assert who(client) is None
    assert sign_in(eva_with_password)[1]["Location"] == "/account/"


def test_resetting_nobody_is_refused(db):
    with pytest.raises(CommandError, match="Nobody signs in as niemand"):
        call_command("reset_second_factor", "niemand")


def test_every_change_is_told_by_mail(mira, django_capture_on_commit_callbacks):
    client, _answer = sign_in(mira)
    confirm(client)
    page = BeautifulSoup(client.get("/account/tweede-stap/app/").content, "html.parser")
    secret = page.select_one("main code").get_text()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/tweede-stap/app/", {"code": shown_by(secret)})
    client.post("/account/tweede-stap/app/weghalen/")
    assert [message.subject for message in mail.outbox] == [
        "Er is een app gekoppeld",
        "De app is losgekoppeld",
    ]
    assert [message for message in mail.outbox if secret in message.body] == []
