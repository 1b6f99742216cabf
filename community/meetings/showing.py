"""What the page of a meeting shows of registering, to whoever looks at it."""

from django.utils import timezone

from community.meetings import permissions, queries
from community.permissions import Viewer


def event_actions(event, request):
    """Return what somebody can do at a meeting, and what was kept of it.

    A page in preview has no list yet.
    """
    context = {
        "documents": [block.value for block in event.files if block.value],
        "has_begun": timezone.now() >= event.begins,
    }
    if not event.pk or getattr(request, "is_preview", False):
        return context
    if event.is_registered_here:
        context["registering"] = _registering(event, request)
    viewer = Viewer.of(request)
    if viewer.is_known:
        context["organises"] = permissions.organises(viewer, event)
    return context


def _registering(event, request):
    viewer = Viewer.of(request)
    found = {
        "is_open": queries.is_open(event),
        "left": queries.seats_left(event),
        "for_members": event.registering == "members",
        "own": None,
        "may": not viewer.is_known,
    }
    if viewer.is_known:
        own = queries.own_registration(event, viewer.user)
        found["own"] = own if own and own.is_coming else None
        found["may"] = permissions.may_register(viewer, event)
    return found
