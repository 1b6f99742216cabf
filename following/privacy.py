"""What this app keeps of somebody: all of it to take along, or gone."""

from community.permissions import Viewer
from following import permissions, queries, showing, subjects
from following.models import Follow, Happening, Letter, Notification, Preference
from search.labels import Labels


def export(user):
    """Return everything that is kept of somebody here, as data.

    What that person may no longer see is there by its number alone.
    """
    return {
        "mail": queries.often(user),
        "follows": _follows(user),
        "notifications": _notifications(user),
        "letters": [
            {"kind": letter.kind, "state": letter.state, "made": letter.created.isoformat()}
            for letter in Letter.objects.filter(user=user)
        ],
    }


def erase(user, keep_posts=True):
    """Take away everything that is kept of somebody here; what happened stays, without a name."""
    for model in (Notification, Letter, Follow, Preference):
        model.objects.filter(user=user).delete()
    Happening.objects.filter(actor=user).update(actor=None)


def _follows(user):
    labels = Labels()
    seen = set(permissions.follows_of(user).values_list("pk", flat=True))
    own = Follow.objects.filter(user=user).select_related("page", "theme", "area__parent")
    return [
        {
            "since": follow.created.isoformat(),
            "what": _words(follow, labels) if follow.pk in seen else f"pagina {follow.page_id}",
        }
        for follow in own
    ]


def _words(follow, labels):
    subject = subjects.of(follow, labels)
    return f"{subject.kind}: {subject.title}" if subject else follow.search


def _notifications(user):
    seen = {notice.number: notice for notice in showing.shown(queries.notifications(Viewer(user)))}
    rows = Notification.objects.filter(user=user).select_related("happening")
    return [
        {
            "when": row.happening.created.isoformat(),
            "kind": row.happening.kind,
            "what": seen[row.pk].title if row.pk in seen else f"pagina {row.happening.page_id}",
            "read": row.read_at.isoformat() if row.read_at else None,
        }
        for row in rows
    ]
