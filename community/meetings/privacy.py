"""What is kept of one person around meetings: to give to that person, or to take away."""

from community.meetings import addressing
from community.models import Registration


def export(user):
    """Return what somebody told and was told around meetings, as plain values."""
    rows = Registration.objects.filter(user=user).select_related("event").order_by("pk")
    return {
        "registrations": [
            {
                "meeting": row.event.title,
                "day": row.event.starts_on.isoformat(),
                "state": row.state,
                "note": row.note,
                "changed": row.changed.isoformat(),
            }
            for row in rows
        ],
        "calendar_address": addressing.address_of(user),
    }


def erase(user):
    """Take somebody off every list, so that others get the seats, and forget the rest."""
    addressing.revoke(user)
    for row in Registration.objects.filter(user=user):
        # Whoever waited moves up: `community.meetings.receivers`.
        row.delete()
