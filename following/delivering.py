"""Tells people what happened: from each happening to a notification for everybody it concerns.

Broken off half-way, the next one begins again at the same happening; a constraint of the database
keeps that from telling anybody twice.
"""

import logging

from django.db import transaction
from django.utils import timezone

from following import circles, contacts
from following.models import Happening, Letter, Notification
from practices.models import PracticePage

log = logging.getLogger(__name__)

BATCH = 100


def deliver():
    """Tell everything that was not told yet; return how many happenings that were.

    One that cannot be told is left for the next time, and keeps up no other.
    """
    total, last = 0, 0
    while numbers := _waiting(last):
        for number in numbers:
            total += _try(number)
        last = numbers[-1]
    return total


def waiting():
    """Return how many happenings nobody was told of yet."""
    return Happening.objects.filter(delivered_at=None).count()


def _waiting(after):
    rows = Happening.objects.filter(delivered_at=None, pk__gt=after).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:BATCH])


def _try(number):
    try:
        return _deliver(number)
    except Exception:
        log.exception("Happening %s cannot be told; it waits.", number)
        return 0


@transaction.atomic
def _deliver(number):
    waiting = Happening.objects.select_for_update(of=("self",)).select_related(
        "page", "experience", "reply"
    )
    happening = waiting.filter(pk=number, delivered_at=None).first()
    if happening is None:
        # Somebody else told it meanwhile, or its page is gone.
        return 0
    told = [
        Notification(
            user_id=listener.user_id,
            happening=happening,
            reason=listener.reason,
            follow_id=listener.follow_id,
        )
        for listener in circles.listeners(happening)
    ]
    Notification.objects.bulk_create(told, ignore_conflicts=True)
    Letter.objects.bulk_create(_letters(happening), ignore_conflicts=True)
    Happening.objects.filter(pk=number).update(delivered_at=timezone.now())
    return 1


def _letters(happening):
    """Return what the contacts of a practice are told: that it changed, not that it is there."""
    if happening.kind not in (Happening.Kind.CHANGED, Happening.Kind.FIGURES):
        return []
    practice = PracticePage.objects.filter(pk=happening.page_id).first()
    if practice is None:
        return []
    return [
        Letter(
            kind=Letter.Kind.CHANGED,
            once=f"changed:{happening.pk}:{contacts.fingerprint(address)[:16]}",
            happening=happening,
            address=address,
        )
        for address in contacts.to_tell(practice)
    ]
