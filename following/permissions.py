"""Who may see what of what happened: the one place where that is decided for this app.

The rule for pages is that of Wagtail, as one condition in SQL, so that a list and a count take no
query more. A password that somebody typed is known to one browser only: it opens nothing here.
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import PageViewRestriction

from content.models import BasePage
from following.models import Follow, Notification


def seen_by(user, records, page=""):
    """Keep the records whose page this person may see now; `page` leads to it: `happening__page__`.

    A condition, and no query of its own.
    """
    path = ExpressionWrapper(OuterRef(f"{page}path"), output_field=CharField())
    around = PageViewRestriction.objects.alias(path=path).filter(path__startswith=F("page__path"))
    expires = f"{page}expire_at"
    return records.filter(
        Q(**{f"{expires}__isnull": True}) | Q(**{f"{expires}__gt": timezone.now()}),
        ~Exists(around.exclude(_lets_in(user))),
        **{f"{page}live": True},
    )


def can_be_followed(page):
    """Tell whether a page is one that somebody may follow: one with content, no section."""
    return issubclass(page.specific_class or object, BasePage)


def follows_of(user):
    """Return what this person follows and may see now; nobody else's."""
    without_page = Follow.objects.filter(user=user, page=None)
    pages = seen_by(user, Follow.objects.filter(user=user, page__isnull=False), "page__")
    return without_page.values("pk").union(pages.values("pk"))


def notifications_of(user):
    """Return what was told to this person and may still be seen; nobody else's."""
    return seen_by(user, Notification.objects.filter(user=user), "happening__page__")


def _lets_in(user):
    """Return which restrictions let this signed-in person through."""
    groups = Q(restriction_type=PageViewRestriction.GROUPS)
    if not user.is_superuser:
        own = PageViewRestriction.objects.filter(groups__user=user)
        groups &= Q(pk__in=own.values("pk"))
    return Q(restriction_type=PageViewRestriction.LOGIN) | groups
