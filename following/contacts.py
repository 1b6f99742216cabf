"""The contacts of practices: told of changes, and asked once a year whether they still are it."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from content.queries import public
from following.models import ContactQuestion, Letter, StoppedAddress
from practices.domain import confirm_contact
from practices.models import PracticePage

ASKED_AGAIN_AFTER = timedelta(days=365)
DEPUTY_IS_ASKED_AFTER = timedelta(days=30)
LINK_LASTS = timedelta(days=60)
SALT = "following.contacts"
ANSWER = ContactQuestion.Answer


def fingerprint(address):
    """Return what an address is recognised by and cannot be read from."""
    return salted_hmac("following.address", address.lower(), algorithm="sha256").hexdigest()


def to_tell(practice):
    """Return the addresses of contact and deputy that want to be told of changes."""
    given = dict.fromkeys(filter(None, [practice.contact_email, practice.deputy_email]))
    prints = {fingerprint(address): address for address in given}
    stopped = StoppedAddress.objects.filter(fingerprint__in=prints)
    for mark in stopped.values_list("fingerprint", flat=True):
        del prints[mark]
    return list(prints.values())


def stop_telling(mark):
    """Tell an address, by its fingerprint, of no change any more."""
    StoppedAddress.objects.get_or_create(fingerprint=mark)


def is_stopped(address):
    """Tell whether an address wants to be told of no change any more."""
    return StoppedAddress.objects.filter(fingerprint=fingerprint(address)).exists()


def ask(now=None):
    """Ask every contact that nobody confirmed for a year; return how many were asked.

    Asking twice on one day, or two who ask at once, is asking once.
    """
    now = now or timezone.now()
    return sum(_ask(practice, now) for practice in _due(now))


def remind(now=None):
    """Ask the deputy (or the contact, without one) of who did not answer for thirty days."""
    now = now or timezone.now()
    late = ContactQuestion.objects.filter(
        answered_at=None,
        reminded_at=None,
        asked_at__lte=now - DEPUTY_IS_ASKED_AFTER,
        address=F("page__contact_email"),
        page__in=public(PracticePage.objects.all()).values("pk"),
    )
    return sum(_remind(question, now) for question in late.select_related("page"))


def token(question):
    """Return what opens the page on which a question is answered, for sixty days."""
    return signing.dumps(question.pk, salt=SALT)


def asked_by(token):
    """Return the question that a token is for, or None when it no longer holds."""
    try:
        number = signing.loads(token, salt=SALT, max_age=LINK_LASTS)
    except signing.BadSignature:
        return None
    question = ContactQuestion.objects.select_related("page").filter(pk=number).first()
    holds = question and question.address == question.page.contact_email
    return question if holds and _is_public(question.page) else None


@transaction.atomic
def answer(question, given, remark=""):
    """Keep what a contact answered; only the first answer counts. Tell whether this was it."""
    now = timezone.now()
    open_one = ContactQuestion.objects.filter(pk=question.pk, answered_at=None)
    if not open_one.update(answer=given, remark=remark, answered_at=now):
        return False
    if given == ANSWER.RIGHT:
        confirm_contact(question.page, timezone.localdate(now))
    return True


def keep_confirmation(practice):
    """Put back the date of a confirmation that a draft of before it took away when published."""
    confirmed = ContactQuestion.objects.filter(
        page=practice.pk, address=practice.contact_email, answer=ANSWER.RIGHT
    ).order_by("-answered_at")
    moment = confirmed.values_list("answered_at", flat=True).first()
    day = moment and timezone.localdate(moment)
    if day and (practice.contact_confirmed_on is None or practice.contact_confirmed_on < day):
        confirm_contact(practice, day)


def without_answer(now=None):
    """Return the questions that editors must look at: called wrong, or without an answer too long.

    Only those to somebody who still is the contact, and where nobody confirmed since.
    """
    now = now or timezone.now()
    silent = Q(answered_at=None, asked_at__lte=now - LINK_LASTS)
    wrong = Q(answer=ANSWER.WRONG) & (
        Q(page__contact_confirmed_on=None)
        | Q(page__contact_confirmed_on__lt=F("answered_at__date"))
    )
    return ContactQuestion.objects.filter(
        silent | wrong, address=F("page__contact_email"), page__live=True
    )


def _due(now):
    limit = now - ASKED_AGAIN_AFTER
    asked = ContactQuestion.objects.filter(
        page=OuterRef("pk"), address=OuterRef("contact_email"), asked_at__gt=limit
    )
    old = Q(contact_confirmed_on=None) | Q(contact_confirmed_on__lte=timezone.localdate(limit))
    practices = public(PracticePage.objects.exclude(contact_email="")).filter(old, ~Exists(asked))
    return list(practices)


@transaction.atomic
def _ask(practice, now):
    question, new = ContactQuestion.objects.get_or_create(
        page=practice, address=practice.contact_email, answered_at=None, defaults={"asked_at": now}
    )
    if not new:
        # Nobody answered last year.
        question.asked_at, question.reminded_at = now, None
        question.save(update_fields=["asked_at", "reminded_at"])
    return _write(Letter.Kind.CONFIRM, question, practice.contact_email)


@transaction.atomic
def _remind(question, now):
    mine = ContactQuestion.objects.filter(pk=question.pk, reminded_at=None)
    if not mine.update(reminded_at=now):
        return 0
    return _write(Letter.Kind.REMIND, question, question.page.deputy_email or question.address)


def _write(kind, question, address):
    once = f"{kind}:{question.pk}:{timezone.localdate(question.asked_at).isoformat()}"
    defaults = {"kind": kind, "question": question, "address": address}
    _letter, new = Letter.objects.get_or_create(once=once, defaults=defaults)
    return int(new)


def _is_public(page):
    return public(PracticePage.objects.filter(pk=page.pk)).exists()
