"""The overview by mail: who gets one today, and what goes into it.

A letter is written per person and period, with what goes into it, in one transaction. So nothing
is told in two overviews, and a period that was done is done, also when there was nothing to say.
"""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from following import searches
from following.models import Follow, Letter, Notification, Preference

OFTEN = Preference.Often
# Nobody wants a mail at night.
MORNING = 7


def prepare(now=None):
    """Write the letters that are due; return how many people were looked at."""
    today = timezone.localtime(now)
    if today.hour < MORNING:
        return 0
    due = [*_due(OFTEN.DAILY, today), *_due(OFTEN.WEEKLY, today)]
    for user, once in due:
        _prepare(user, once)
    return len(due)


def period(often, today):
    """Return the name of the day or the week of an overview."""
    year, week, _day = today.isocalendar()
    return today.date().isoformat() if often == OFTEN.DAILY else f"{year}-W{week:02d}"


def _due(often, today):
    """Return who wants an overview this often, has anything to hear, and had none yet."""
    chosen = Q(mail_preference__often=often)
    if often == OFTEN.WEEKLY:
        chosen |= Q(mail_preference=None)
    untold = Notification.objects.filter(user=OuterRef("pk"), read_at=None, letter=None)
    asking = Follow.objects.filter(user=OuterRef("pk")).exclude(search_hash="")
    people = get_user_model().objects.filter(chosen, is_active=True).exclude(email="")
    people = people.filter(Exists(untold) | Exists(asking)).order_by("pk")
    names = {_name(user, often, today): user for user in people}
    had = set(Letter.objects.filter(once__in=names).values_list("once", flat=True))
    return [(user, once) for once, user in names.items() if once not in had]


def _name(user, often, today):
    return f"digest:{user.pk}:{period(often, today)}"


def _prepare(user, once):
    searcher = searches.searcher_for(user)
    asked = Follow.objects.filter(user=user).exclude(search_hash="")
    found = {follow: searches.news(follow, searcher) for follow in asked}
    with transaction.atomic():
        letter, is_mine = Letter.objects.get_or_create(
            once=once, defaults={"kind": Letter.Kind.DIGEST, "user": user}
        )
        if is_mine:
            _fill(letter, {follow: pages for follow, pages in found.items() if pages})


def _fill(letter, found):
    untold = Notification.objects.filter(user=letter.user_id, read_at=None, letter=None)
    told = untold.update(letter=letter)
    for follow, pages in found.items():
        follow.told = [*follow.told, *pages]
        follow.save(update_fields=["told"])
    letter.found = {str(follow.pk): pages for follow, pages in found.items()}
    letter.state = Letter.State.WAITING if told or found else Letter.State.EMPTY
    letter.save(update_fields=["found", "state"])
