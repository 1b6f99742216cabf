"""What changes who comes to a meeting. May somebody do so? `community.meetings.permissions` knows.

Everything happens behind a lock on the meeting, so that a seat is given once. Whoever registers
first stands at the end of the waiting list, and then every free seat goes to the first in line:
so a newcomer never passes somebody who waits.
"""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from community import moments, signals
from community.domain.members import Refused
from community.meetings import mails, permissions
from community.models import EventPage, Registering, Registration

STATE = Registration.State


@transaction.atomic
def register(event, user, note=""):
    """Register somebody; twice is once, and the second time takes over the note."""
    event = _locked(event)
    _refuse_if_closed(event)
    row = Registration.objects.filter(event=event, user=user).first()
    if row is None:
        row = Registration(event=event, user=user, state=STATE.CANCELLED)
    if row.state == STATE.REMOVED:
        raise Refused(_("De organisatie heeft uw aanmelding weggehaald. Neem contact op."))
    if row.is_coming:
        Registration.objects.filter(pk=row.pk).update(note=note)
        row.note = note
        return row
    _put_in_line(row, note)
    _fill(event, at_once=row)
    row.refresh_from_db()
    return row


@transaction.atomic
def cancel(event, user):
    """Take somebody off who does not come; the first who waits gets the seat."""
    event = _locked(event)
    row = Registration.objects.filter(event=event, user=user).first()
    if row is None or not row.is_coming:
        return
    if has_begun(event):
        raise Refused(_("De bijeenkomst is al begonnen: afmelden kan niet meer."))
    _take_off(event, row, STATE.CANCELLED)


@transaction.atomic
def remove(registration):
    """Take somebody off the list as its organiser; that person does not come back alone."""
    event = _locked(registration.event)
    row = Registration.objects.get(pk=registration.pk)
    if row.is_coming:
        _take_off(event, row, STATE.REMOVED)


def let_back(registration):
    """Let somebody register again who was taken off the list."""
    Registration.objects.filter(pk=registration.pk, state=STATE.REMOVED).update(
        state=STATE.CANCELLED
    )


@transaction.atomic
def fill_seats(event):
    """Give what seats are free to those who wait longest: the limit was raised, say."""
    if Registration.objects.filter(event=event).waiting().exists():
        _fill(_locked(event))


@transaction.atomic
def leave(user, community):
    """Take somebody off the lists of what is for members alone, who is no longer one."""
    rows = Registration.objects.filter(user=user).coming().select_related("event")
    for row in rows.filter(event__community=community, event__registering=Registering.MEMBERS):
        event = _locked(row.event)
        if not has_begun(event):
            _take_off(event, row, STATE.CANCELLED)


def tell_called_off(event, has_page):
    """Tell who registered that a meeting does not happen, unless it did.

    The mail goes when the transaction holds; who may know what is decided now, before the page
    and the list go. `has_page` is for a page that stays and says so itself.
    """
    if is_over(event):
        return
    rows = list(Registration.objects.filter(event=event).coming().select_related("user"))
    for row in rows:
        row.event = event
        if not permissions.may_know(row.user, event):
            mails.after_commit(mails.fallen_away, row)
        else:
            mails.after_commit(mails.called_off if has_page else mails.withdrawn, row)
    people = [row.user for row in rows]
    signals.meeting_called_off.send(EventPage, instance=event, people=people, has_page=has_page)


def _locked(event):
    """Return the meeting as it is now, so that nobody else gives away its seats."""
    return EventPage.objects.select_for_update(of=("self",)).get(pk=event.pk)


def _refuse_if_closed(event):
    if event.cancelled or not event.live:
        raise Refused(_("Deze bijeenkomst gaat niet door."))
    if has_begun(event):
        raise Refused(_("De bijeenkomst is al begonnen: aanmelden kan niet meer."))
    if timezone.now() >= event.closes:
        raise Refused(_("Aanmelden kan niet meer."))


def has_begun(event):
    """Tell whether it is too late to come or to stay away."""
    return timezone.now() >= event.begins


def is_over(event):
    """Tell whether a meeting is behind us, so that nobody can still come for nothing."""
    return timezone.now() >= moments.end(event)


def _put_in_line(row, note):
    last = Registration.objects.filter(event=row.event).aggregate(last=Max("turn"))["last"]
    row.state, row.note, row.turn = STATE.WAITING, note, (last or 0) + 1
    row.changed, row.mail_failed = timezone.now(), False
    row.save()


def _take_off(event, row, state):
    # What somebody told of diet or health is not kept longer than it serves.
    row.state, row.note, row.changed = state, "", timezone.now()
    row.save()
    _fill(event)


def _fill(event, at_once=None):
    """Seat those in front of the line; who had to wait is told by mail."""
    happens = event.live and event.is_registered_here and not event.cancelled
    if not happens or has_begun(event):
        return
    rows = Registration.objects.filter(event=event)
    line = rows.waiting().select_related("user")
    if event.seats is not None:
        line = line[: max(event.seats - rows.seated().count(), 0)]
    for row in list(line):
        row.event = event
        row.state, row.changed = STATE.SEATED, timezone.now()
        row.save()
        if at_once is None or row.pk != at_once.pk:
            mails.after_commit(mails.seat_given, row)
