"""What mails about an account say, how they leave, and that no code is kept in a log."""

import logging
import re

import pytest
from allauth import account as accounts_package
from allauth import mfa, socialaccount
from django.conf import settings
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, override_settings
from django.utils import timezone

from accounts.adapters import AccountAdapter
from accounts.mails import MAILS
from cms import outside
from tests.accounts.signing import CODE, PASSWORD, code_in_mail, member, sign_in

IMPOLITE = re.compile(r"\b(je|jij|jouw|you|your|please|hello)\b", re.IGNORECASE)
# Of ways to sign in that this site does not have.
UNUSED = {"email_confirm", "password_reset_key"}
SENT = re.compile(r"""["'](?:account|mfa|socialaccount)/email/(\w+)["']""")


def sent_by_the_package():
    """Return the names of all mails that the package can send."""
    from pathlib import Path

    found = set()
    for module in (accounts_package, mfa, socialaccount):
        for file in Path(module.__file__).parent.rglob("*.py"):
            if "tests" not in file.parts:
                found |= set(SENT.findall(file.read_text(encoding="utf-8")))
    return found


def test_every_mail_of_the_package_has_words_here():
    assert sent_by_the_package() - set(MAILS) - UNUSED == set()


@pytest.mark.parametrize("name", MAILS)
def test_every_mail_speaks_politely_in_text_and_html(name):
    context = {
        "code": "ABCD-EFGH",
        "ip": "10.0.0.1",
        "user_agent": "Firefox <script>",
        "timestamp": timezone.now(),
        "email": "mira@voorbeeld.example",
    }
    message = AccountAdapter().render_mail(f"account/email/{name}", "mira@x.example", context)
    page = message.alternatives[0].content
    for text in (message.subject, message.body, page):
        assert IMPOLITE.findall(text) == []
        assert "\n\n\n" not in message.body
    assert "Wat werkt in de wijken" in message.body
    assert "<script>" not in page
    assert CODE.search(message.body)[1] == "ABCD-EFGH"
    assert (f"{settings.BASE_URL}/account/" in message.body) == bool(MAILS[name].leads_to)


def test_a_code_is_in_the_mail_and_in_no_log(client, db, caplog):
    caplog.set_level(logging.DEBUG)
    member("mira")
    fields = {"first_name": "Noor", "last_name": "B", "password1": "fietsen door de wijk"}
    client.post("/account/aanmelden/", {**fields, "email": "noor@voorbeeld.example"})
    codes = [code_in_mail()]
    client.post("/account/e-mail/code/", {"code": codes[0]})
    stranger = Client()
    stranger.post("/account/wachtwoord/vergeten/", {"email": "mira@voorbeeld.example"})
    codes.append(code_in_mail())
    stranger.post("/account/wachtwoord/vergeten/code/", {"code": codes[1]})
    # The queries of a test are told with their values, which no site does.
    told = [record for record in caplog.records if not record.name.startswith("django.db")]
    logged = " ".join(record.getMessage() for record in told)
    for secret in (*codes, "fietsen door de wijk", "mira@voorbeeld.example"):
        assert secret not in logged


@override_settings(EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_PORT=1)
def test_a_mail_that_cannot_leave_is_told_to_known_and_unknown_alike(db, caplog):
    member("mira")
    answers = []
    for email in ("mira@voorbeeld.example", "niemand@voorbeeld.example"):
        client = Client()
        answer = client.post("/account/wachtwoord/vergeten/", {"email": email})
        page = client.get(answer["Location"]).content.decode()
        answers.append(
            (answer.status_code, answer["Location"], "Wij kunnen nu geen e-mail versturen." in page)
        )
    assert answers[0] == answers[1] == (302, "/account/wachtwoord/vergeten/code/", True)
    assert "A mail about an account could not be sent." in caplog.messages
    assert mail.outbox == []


def test_mail_stays_in_files_unless_a_setting_sends_it(tmp_path, monkeypatch):
    monkeypatch.delenv("WIJKKENNIS_MAIL_URL", raising=False)
    folder = tmp_path / "mail"
    assert outside.mail(folder) == {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": folder,
    }
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("smtp://jan:p%40s@mail.example", ("mail.example", 587, "jan", "p@s", False, True)),
        ("smtps://jan:pas@mail.example:4650", ("mail.example", 4650, "jan", "pas", True, False)),
        ("smtp://localhost:25", ("localhost", 25, "", "", False, False)),
    ],
)
def test_an_address_says_how_mail_is_sent(tmp_path, monkeypatch, address, found):
    monkeypatch.setenv("WIJKKENNIS_MAIL_URL", address)
    known = outside.mail(tmp_path)
    names = ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_SSL", "USE_TLS")
    assert tuple(known[f"EMAIL_{name}"] for name in names) == found


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WIJKKENNIS_MAIL_URL", "imap://mail.example", "starts with 'imap'"),
        ("WIJKKENNIS_MAIL_URL", "smtp://", "names no server"),
        ("WIJKKENNIS_MAIL_URL", "smtp://mail.example:post", "Port could not be cast"),
    ],
)
def test_a_way_to_send_that_is_not_understood_stops_the_start(
    tmp_path, monkeypatch, name, value, sentence
):
    monkeypatch.setenv(name, value)
    with pytest.raises(ImproperlyConfigured, match=sentence):
        outside.mail(tmp_path)


def test_a_notice_says_from_where_a_change_came(mira):
    client, _answer = sign_in(mira)
    fields = {"oldpassword": PASSWORD, "password1": "nieuwe bankjes op het plein"}
    client.post("/account/wachtwoord/", fields, REMOTE_ADDR="10.0.0.1")
    assert "vanaf 10.0.0.1" in mail.outbox[0].body
