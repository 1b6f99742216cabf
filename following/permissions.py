"""Who may see what of what happened: the one place where that is decided for this app.

The rule for pages is `content.queries.open_to`; that for what members write is
`community.permissions`.
"""

from django.db.models import Q

from content.models import BasePage
from content.queries import open_to
from following.models import Follow, Happening, Notification

ANSWERED = Happening.Kind.REPORT_ANSWERED


def seen_by(user, pages):
    """Keep the pages that this person may see now (a condition, and no query of its own)."""
    return pages.filter(open_to(user))


def can_be_followed(page):
    """Tell whether a page is one that somebody may follow: one with content, no section."""
    return issubclass(page.specific_class or object, BasePage)


def follows_of(user):
    """Return what this person follows and may see now; nobody else's."""
    return Follow.objects.filter(Q(page=None) | open_to(user, "page__"), user=user)


def notifications_of(viewer):
    """Return what was told to this person and may still be seen; nobody else's."""
    seen = _of_no_words(viewer.user) | _readable(viewer) | _answered(viewer)
    return Notification.objects.filter(seen, user=viewer.user)


def maybe_unread(user):
    """Return what this person did not read, with all that members wrote: who asks looks at that."""
    written = Q(happening__experience__isnull=False)
    return Notification.objects.filter(_of_no_words(user) | written, user=user, read_at=None)


def _of_no_words(user):
    """Return the condition for what is not of what members wrote: pages, or the person alone."""
    about_page = Q(happening__page=None) | open_to(user, "happening__page__")
    return Q(happening__experience=None) & about_page


def _readable(viewer):
    """Return the condition under which what members wrote may be told to somebody."""
    experiences = viewer.seen().order_by().values("pk")
    replies = viewer.seen_replies().order_by().values("pk")
    reply = Q(happening__reply=None) | Q(happening__reply__in=replies)
    return Q(happening__experience__in=experiences) & reply


def _answered(viewer):
    """Return the condition under which somebody hears that a report was decided about.

    What was reported may be hidden by then, and is not told; who may not be there, hears nothing.
    """
    reached = viewer.reached().order_by().values("pk")
    return Q(happening__kind=ANSWERED, happening__experience__in=reached)
