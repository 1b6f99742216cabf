"""Who may see what of what happened: the one place where that is decided for this app.

The rule for pages is that of Wagtail, as one condition in SQL, so that a list and a count take no
query more; that for what members write is `community.permissions`. A password that somebody typed
is known to one browser only: it opens nothing here.
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.models import BasePage
from following.models import Follow, Notification


def seen_by(user, pages):
    """Keep the pages that this person may see now (a condition, and no query of its own)."""
    return pages.filter(_open(user))


def can_be_followed(page):
    """Tell whether a page is one that somebody may follow: one with content, no section."""
    return issubclass(page.specific_class or object, BasePage)


def follows_of(user):
    """Return what this person follows and may see now; nobody else's."""
    return Follow.objects.filter(Q(page=None) | _open(user, "page__"), user=user)


def notifications_of(viewer):
    """Return what was told to this person and may still be seen; nobody else's."""
    about_page = Q(happening__experience=None) & _open(viewer.user, "happening__page__")
    return Notification.objects.filter(about_page | _readable(viewer), user=viewer.user)


def maybe_unread(user):
    """Return what this person did not read, with all that members wrote: who asks looks at that."""
    about_page = Q(happening__experience=None) & _open(user, "happening__page__")
    written = Q(happening__experience__isnull=False)
    return Notification.objects.filter(about_page | written, user=user, read_at=None)


def _readable(viewer):
    """Return the condition under which what members wrote may be told to somebody."""
    experiences = viewer.seen().order_by().values("pk")
    replies = viewer.seen_replies().order_by().values("pk")
    reply = Q(happening__reply=None) | Q(happening__reply__in=replies)
    return Q(happening__experience__in=experiences) & reply


def _open(user, page=""):
    """Return the condition under which a page is open to somebody; `page` leads to it."""
    path = ExpressionWrapper(OuterRef(f"{page}path"), output_field=CharField())
    around = PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))
    expires = f"{page}expire_at"
    lasts = Q(**{f"{expires}__isnull": True}) | Q(**{f"{expires}__gt": timezone.now()})
    return Q(**{f"{page}live": True}) & lasts & ~Exists(around.exclude(_lets_in(user)))


def _lets_in(user):
    """Return which restrictions let this signed-in person through."""
    groups = Q(restriction_type=PageViewRestriction.GROUPS)
    if not user.is_superuser:
        own = PageViewRestriction.objects.filter(groups__user=user)
        groups &= Q(pk__in=own.values("pk"))
    return Q(restriction_type=PageViewRestriction.LOGIN) | groups
