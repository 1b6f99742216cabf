"""Who moderates the whole site, and what that opens: asked by `community.permissions`."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, Q
from wagtail.models import BaseViewRestriction

from community.models import Member

MODERATES_ALL = "community.moderate_communities"
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


def moderators():
    """Return who moderates the whole site."""
    return get_user_model().objects.with_perm(MODERATES_ALL, backend=MODEL_BACKEND)


def reading_along(user, restrictions):
    """Return which restrictions on pages, files and pictures let site moderators read along.

    The rule of `may_see_room` as a condition: those for the members of a community, and no other.
    """
    inside = restrictions.filter(
        restriction_type=BaseViewRestriction.GROUPS, groups__community_group__isnull=False
    )
    return Q(Exists(moderators().filter(pk=user.pk)), pk__in=inside.values("pk"))


def is_moderated_by_others(community, without):
    """Tell whether anybody moderates a community besides some."""
    coordinators = Member.objects.coordinators().filter(community=community)
    return (
        coordinators.exclude(user__in=without).exists()
        or moderators().exclude(pk__in=without).exists()
    )
