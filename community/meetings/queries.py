"""What is told of meetings to those who may know, each read in a fixed number of queries."""

from django.db.models import Q
from django.utils import timezone

from community.meetings.permissions import seen
from community.models import EventPage, LearningMaterialPage, Registration
from community.queries import split_by_day
from content.queries import latest, public

STATE = Registration.State
DAYS_FIRST = ("starts_on", "starts_at", "title")


def seats_left(event):
    """Return how many seats are free, or None when there is no limit."""
    if event.seats is None:
        return None
    return max(event.seats - Registration.objects.filter(event=event).seated().count(), 0)


def own_registration(event, user):
    """Return the registration of somebody for a meeting, or None."""
    return Registration.objects.filter(event=event, user=user).first()


def people_at(event):
    """Return everybody on the list of a meeting: seated, waiting, and taken off."""
    rows = Registration.objects.filter(event=event).select_related("user").order_by("turn")
    found = {"seated": [], "waiting": [], "removed": []}
    for row in rows.exclude(state=STATE.CANCELLED):
        found[row.state].append(row)
    return found


def public_meetings(community):
    """Return the meetings of a community that everybody may see."""
    return list(public(EventPage.objects.filter(community=community)).order_by(*DAYS_FIRST))


def own_meetings(viewer):
    """Return the meetings of somebody's communities, and those that person registered for.

    Each carries `own_state`, how this person stands in it, or None.
    """
    states = _own_states(viewer)
    mine = Q(community__in=viewer.communities) | Q(pk__in=states)
    meetings = list(seen(EventPage.objects.filter(mine), viewer).order_by(*DAYS_FIRST))
    for meeting in meetings:
        meeting.own_state = states.get(meeting.pk)
    return meetings


def fallen_away(viewer):
    """Return what somebody registered for and was taken off the site: no more than its days."""
    states = _own_states(viewer)
    return list(EventPage.objects.filter(pk__in=states, live=False).order_by(*DAYS_FIRST))


def coming_meetings(viewer):
    """Return of somebody's own meetings those that are still to come, soonest first."""
    return split_by_day(own_meetings(viewer))[0]


def managed(community):
    """Return the meetings and the material of a community, published or not, for its makers."""
    events = EventPage.objects.filter(community=community).order_by("starts_on", "title")
    coming, past = split_by_day(events)
    material = LearningMaterialPage.objects.filter(community=community)
    return {
        "coming": coming,
        "past": past,
        "material": list(material.order_by(latest("year"), "title")),
    }


def _own_states(viewer):
    if not viewer.is_known:
        return {}
    rows = Registration.objects.filter(user=viewer.user).coming()
    return dict(rows.values_list("event_id", "state"))


def is_open(event):
    """Tell whether somebody can register for a meeting at this moment."""
    happens = event.live and event.is_registered_here and not event.cancelled
    return happens and timezone.now() < event.closes
