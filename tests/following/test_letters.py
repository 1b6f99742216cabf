"""Each mail goes out at most once, whatever happens to the mail server or to the process."""

import socket
from datetime import timedelta
from email import message_from_bytes, policy
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from following import delivering, letters
from following.models import Letter
from tests.factories import PracticeFactory
from tests.following.mailserver import MailServer

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    """Return a mail server to which the site sends its mail."""
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 5
    yield server
    server.stop()


@pytest.fixture
def letter(site, change):
    """Return a letter that waits: a practice of Bas changed."""
    practice = PracticeFactory(
        parent=site.practices, title="Samen fietsen", contact_email="bas@voorbeeld.example"
    )
    change(practice)
    delivering.deliver()
    return Letter.objects.get()


def told():
    out = StringIO()
    call_command("send_digests", "--status", stdout=out)
    return out.getvalue()


def state(letter):
    letter.refresh_from_db()
    return letter.state, letter.attempts, letter.error


def test_a_mail_arrives_with_what_mail_programs_ask(server, letter):
    assert dict(letters.send_waiting()) == {"sent": 1}
    (raw,) = server.received
    got = message_from_bytes(raw, policy=policy.default)
    assert got["Subject"] == "‘Samen fietsen’ is gewijzigd"
    assert got["To"] == "bas@voorbeeld.example"
    assert got["Auto-Submitted"] == "auto-generated"
    assert got["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part.get_content_type() for part in got.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    assert state(letter) == ("sent", 1, "")
    assert letter.address == ""


def test_sending_again_sends_nothing_again(server, letter):
    letters.send_waiting()
    assert dict(letters.send_waiting()) == {}
    assert len(server.received) == 1


def test_a_server_that_is_gone_is_told_and_the_letter_waits(server, letter, settings, caplog):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = nobody.getsockname()[1]
        with pytest.raises(CommandError, match="The mail server does not answer"):
            call_command("send_digests")
    assert "The mail server does not answer: ConnectionRefusedError." in caplog.text
    assert state(letter) == ("waiting", 0, "")
    assert "waiting       1" in told()
    settings.EMAIL_PORT = server.port
    call_command("send_digests", verbosity=0)
    assert len(server.received) == 1


def test_what_the_server_refuses_waits_without_an_address_in_any_log(server, letter, caplog):
    server.refuse = True
    assert dict(letters.send_waiting()) == {"waiting": 1}
    assert state(letter) == ("waiting", 1, "SMTPDataError 451")
    assert f"{letter.pk} waits after 1 attempts: SMTPDataError 451" in told()
    assert "voorbeeld.example" not in caplog.text
    server.refuse = False
    assert dict(letters.send_waiting()) == {"sent": 1}


def test_what_is_refused_for_three_days_is_given_up(server, letter):
    server.refuse = True
    Letter.objects.update(created=timezone.now() - timedelta(days=4))
    assert dict(letters.send_waiting()) == {"failed": 1}
    assert dict(letters.send_waiting()) == {}
    assert f"{letter.pk} was given up: SMTPDataError 451" in told()


def test_a_server_that_hangs_up_may_have_it_so_nobody_gets_it_twice(server, letter):
    server.vanish = True
    assert dict(letters.send_waiting()) == {"sending": 1}
    server.vanish = False
    assert dict(letters.send_waiting()) == {}
    assert state(letter) == ("sending", 1, "SMTPServerDisconnected")
    Letter.objects.update(changed=timezone.now() - timedelta(hours=1))
    assert f"{letter.pk} may have been sent: SMTPServerDisconnected" in told()
    # Somebody who knows that it was not sent says so.
    call_command("send_digests", "--send-unsure", stdout=StringIO())
    assert len(server.received) == 1


def test_a_process_that_was_killed_while_sending_sends_nobody_twice(server, letter):
    Letter.objects.update(state="sending", changed=timezone.now() - timedelta(hours=1))
    assert dict(letters.send_waiting()) == {}
    assert server.received == []
    assert f"{letter.pk} may have been sent: broken off" in told()


def test_a_letter_that_cannot_be_written_keeps_up_no_other(server, letter, caplog):
    broken = Letter.objects.create(kind="changed", once="stuk", address="x@voorbeeld.example")
    assert dict(letters.send_waiting()) == {"sent": 1, "waiting": 1}
    assert state(broken)[2] == "AttributeError"
    assert f"Letter {broken.pk} cannot be written." in caplog.text


def test_a_title_of_two_lines_makes_no_header_of_its_own(server, site, change):
    practice = PracticeFactory(parent=site.practices, contact_email="bas@voorbeeld.example")
    change(practice, title="Fietsen\nBcc: iedereen@voorbeeld.example")
    delivering.deliver()
    letters.send_waiting()
    got = message_from_bytes(server.received[0], policy=policy.default)
    assert got["Subject"].strip() == "‘Fietsen Bcc: iedereen@voorbeeld.example’ is gewijzigd"
    assert got["Bcc"] is None
