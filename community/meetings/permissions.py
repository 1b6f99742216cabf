"""Who may see, attend and arrange meetings and material, on top of `community.permissions`.

A meeting is seen by whom Wagtail lets through to its page, and one in a room by the members of
the community around it now. Its organisers are the coordinators of its community, site
moderators, and editors who may change its page; they alone see who comes.
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.http import Http404

from community.models import (
    CommunityPage,
    EventPage,
    LearningMaterialPage,
    MembersRoomPage,
    Registering,
)
from community.permissions import moderated_or_404
from content.queries import closed_to, listed, open_to


def seen(pages, viewer):
    """Keep the published pages that somebody may see, also those in rooms."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    found = listed(pages).alias(in_room=Exists(_around(MembersRoomPage.objects.all(), path)))
    inside = _around(CommunityPage.objects.filter(pk__in=viewer.communities), path)
    through = open_to(viewer.user)
    in_own_room = Q(in_room=True) & Exists(inside)
    if viewer.moderates_all:
        return found.filter(through)
    return found.filter(through & (Q(in_room=False) | in_own_room))


def _around(pages, path):
    """Keep the pages that lie around the page at a tree path."""
    return pages.alias(inner=path).filter(inner__startswith=F("path"))


def may_register(viewer, event):
    """Tell whether somebody is of those who may register for a meeting, whatever the time."""
    if not (viewer.is_known and event.is_registered_here):
        return False
    if event.registering == Registering.EVERYBODY:
        return True
    return event.community_id in viewer.communities


def may_know(user, event):
    """Tell whether a meeting may be named to somebody, also when it was just taken off the site."""
    return not EventPage.objects.filter(closed_to(user), pk=event.pk).exists()


def organises(viewer, event):
    """Tell whether somebody sees who comes to a meeting, and may act on it."""
    if not viewer.is_known:
        return False
    looks_after = event.community_id in viewer.coordinated
    return viewer.moderates_all or looks_after or _may_edit(viewer.user, event)


def event_or_404(viewer, key):
    """Return a meeting that somebody may see."""
    return _first(seen(EventPage.objects.all(), viewer).filter(translation_key=key))


def organised_or_404(viewer, key):
    """Return a meeting, published or not, whose organiser somebody is.

    Who is neither editor nor moderator of the site is answered in the one question that finds it.
    """
    events = EventPage.objects.select_related("community").filter(translation_key=key)
    if not (viewer.moderates_all or viewer.edits):
        events = events.filter(community__in=viewer.coordinated)
    found = events.first()
    if found is None or not organises(viewer, found):
        raise Http404
    return found


def managed_or_404(viewer, slug):
    """Return a community whose meetings and material somebody may make and change."""
    return moderated_or_404(viewer, slug)


def managed_event_or_404(community, key):
    """Return a meeting of a community, published or not."""
    return _first(EventPage.objects.filter(community=community, translation_key=key))


def managed_material_or_404(community, key):
    """Return material of a community, published or not."""
    return _first(LearningMaterialPage.objects.filter(community=community, translation_key=key))


def _may_edit(user, event):
    return user.has_perm("wagtailadmin.access_admin") and (
        event.permissions_for_user(user).can_edit()
    )


def _first(rows):
    found = rows.select_related("community").first()
    if found is None:
        raise Http404
    return found
