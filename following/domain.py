"""Verbs: following, letting go, reading, choosing how often a mail comes."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from following import permissions
from following.models import Follow, Notification, Preference

MOST_FOLLOWED = 300
# Each of these is asked again for every mail.
MOST_SEARCHES = 20


class Refused(Exception):
    """What was asked cannot be done; says to the person why, in Dutch."""


@transaction.atomic
def follow(user, subject):
    """Let somebody follow something; following it twice is following it once."""
    known = Follow.objects.filter(user=user, **subject.fields).first()
    if known:
        return known
    _refuse_too_many(user, subject)
    # Somebody who sends the form twice at once meets the constraint, which is read as well.
    return Follow.objects.get_or_create(user=user, **subject.fields)[0]


def unfollow(follow):
    """Let go of something that is followed."""
    follow.delete()


def mark_read(notification, read):
    """Note that somebody read a notification, or wants to read it again."""
    now = timezone.now() if read else None
    Notification.objects.filter(pk=notification.pk).update(read_at=now)


def mark_all_read(viewer, latest):
    """Note that somebody read all that was told up to the latest one that was on the page."""
    unread = permissions.notifications_of(viewer).filter(read_at=None, pk__lte=latest)
    numbers = list(unread.values_list("pk", flat=True))
    return Notification.objects.filter(pk__in=numbers).update(read_at=timezone.now())


def choose_often(user, often):
    """Note how often somebody wants a mail."""
    Preference.objects.update_or_create(user=user, defaults={"often": often})


def _refuse_too_many(user, subject):
    own = Follow.objects.filter(user=user)
    if own.count() >= MOST_FOLLOWED:
        raise Refused(
            _("U volgt al %(most)s onderwerpen. Stop eerst met iets anders.")
            % {"most": MOST_FOLLOWED}
        )
    if "search" in subject.fields and own.exclude(search_hash="").count() >= MOST_SEARCHES:
        raise Refused(
            _("U volgt al %(most)s zoekvragen. Stop eerst met een andere.")
            % {"most": MOST_SEARCHES}
        )
