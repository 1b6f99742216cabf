"""Sends the letters that wait: each at most once.

The row says that a letter is being sent before the mail server hears of it. A process that is
killed in between leaves it so, and nobody gets it twice; `send_digests --status` shows it. What
the server certainly did not take waits for the next time.
"""

import logging
from collections import Counter
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from following import composing
from following.models import Letter

log = logging.getLogger(__name__)

STATE = Letter.State
GIVEN_UP_AFTER = timedelta(days=3)
# Longer than any mail server takes to answer.
UNSURE_AFTER = timedelta(minutes=30)


class ServerGone(Exception):
    """The mail server does not answer; the letters wait."""


def send_waiting():
    """Send what waits; return how many letters came to each state."""
    connection = get_connection()
    try:
        connection.open()
    except (OSError, SMTPException) as error:
        log.error("The mail server does not answer: %s.", _name(error))
        raise ServerGone(_name(error)) from error
    try:
        waiting = Letter.objects.filter(state=STATE.WAITING).order_by("pk")
        numbers = list(waiting.values_list("pk", flat=True))
        return Counter(state for number in numbers if (state := _send(number, connection)))
    finally:
        connection.close()


def unsure():
    """Return the letters of which nobody knows whether they were sent."""
    return Letter.objects.filter(state=STATE.SENDING, changed__lte=timezone.now() - UNSURE_AFTER)


def send_again():
    """Let what nobody knows of wait once more, for an operator who knows that it was not sent."""
    return unsure().update(state=STATE.WAITING, changed=timezone.now())


def _send(number, connection):
    """Send one letter and return the state it came to; None when another process has it."""
    mine = Letter.objects.filter(pk=number, state=STATE.WAITING)
    if not mine.update(state=STATE.SENDING, changed=timezone.now(), attempts=F("attempts") + 1):
        return None
    letter = Letter.objects.select_related("user", "happening__page", "question__page").get(
        pk=number
    )
    try:
        mail = composing.message(letter, connection)
    except Exception as error:
        log.exception("Letter %s cannot be written.", number)
        return _put_off(letter, error)
    if mail is None:
        return _settle(letter, STATE.EMPTY)
    return _hand_over(letter, mail)


def _hand_over(letter, mail):
    try:
        mail.send()
    except (SMTPResponseException, SMTPRecipientsRefused) as error:
        # It answered, and did not take it.
        log.warning("Letter %s was refused: %s.", letter.pk, _name(error))
        return _put_off(letter, error)
    except (OSError, SMTPException) as error:
        # It may have taken it: who gets nothing finds it on the site, and nobody gets two.
        log.error("Letter %s was broken off: %s.", letter.pk, _name(error))
        Letter.objects.filter(pk=letter.pk).update(error=_name(error))
        return STATE.SENDING
    return _settle(letter, STATE.SENT)


def _put_off(letter, error):
    given_up = letter.created < timezone.now() - GIVEN_UP_AFTER
    state = STATE.FAILED if given_up else STATE.WAITING
    Letter.objects.filter(pk=letter.pk).update(
        state=state, error=_name(error), changed=timezone.now()
    )
    return state


def _settle(letter, state):
    Letter.objects.filter(pk=letter.pk).update(
        state=state, error="", address="", changed=timezone.now()
    )
    return state


def _name(error):
    """Return what went wrong; what the server says may hold an address, so that stays out."""
    code = getattr(error, "smtp_code", "")
    return f"{type(error).__name__} {code}".strip()
