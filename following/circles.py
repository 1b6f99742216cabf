"""Whom a happening is told to: who follows something that it has to do with, and who is linked."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q

from content.models import Area, AreaLink, Membership, Theme, ThemeLink
from following.models import Follow, Notification

REASON = Notification.Reason
# What else tells who has to do with a page: functions of a page, by the reason they give.
_LINKED = []


@dataclass(frozen=True)
class Listener:
    """Somebody to tell it to, and why."""

    user_id: int
    reason: str
    follow_id: int | None = None


def also_tell(reason, users_of):
    """Let another app name the people linked to a page: `users_of(page)` gives their numbers."""
    _LINKED.append((reason, users_of))


def listeners(happening):
    """Return the people to tell a happening, each once and never who did it."""
    found = {}
    for listener in [*_followers(happening), *_linked(happening)]:
        # Who follows the page itself reads that, and not that it has a theme.
        found.setdefault(listener.user_id, listener)
    found.pop(happening.actor_id, None)
    people = get_user_model().objects.filter(pk__in=found, is_active=True)
    present = set(people.values_list("pk", flat=True))
    return [listener for number, listener in found.items() if number in present]


def _followers(happening):
    page = happening.page.specific
    follows = Follow.objects.filter(
        Q(page__in=_around(page)) | Q(theme__in=_themes(page)) | Q(area__in=_areas(page)),
        created__lte=happening.created,
    ).values_list("user", "pk", "page")
    nearest_first = sorted(follows, key=lambda row: (row[2] != page.pk, row[2] is None, row[1]))
    return [Listener(user, REASON.FOLLOWS, number) for user, number, _page in nearest_first]


def _linked(happening):
    return [
        Listener(user, reason) for reason, users_of in _LINKED for user in users_of(happening.page)
    ]


def _around(page):
    """Return the numbers of a page, of those above it, and of its method and community."""
    above = page.get_ancestors().values_list("pk", flat=True)
    belongs = (getattr(page, f"{name}_id", None) for name in ("method", "community"))
    return [page.pk, *above, *filter(None, belongs)]


def _themes(page):
    """Return the themes of a page and all that they fall under."""
    broader = dict(Theme.objects.values_list("pk", "broader"))
    found = set()
    for theme in ThemeLink.objects.filter(page=page.pk).values_list("theme", flat=True):
        while theme is not None and theme not in found:
            found.add(theme)
            theme = broader.get(theme)
    return found


def _areas(page):
    """Return the areas of a page, what they lie in, and the groups that these belong to."""
    own = AreaLink.objects.filter(page=page.pk).values_list("area", flat=True)
    parents = Area.objects.filter(pk__in=own, parent__isnull=False).values_list("parent", flat=True)
    found = {*own, *parents}
    return found | set(Membership.objects.filter(member__in=found).values_list("group", flat=True))
