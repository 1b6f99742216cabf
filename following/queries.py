"""What members and editors read of what they follow, each in a fixed number of SQL queries."""

from following import contacts, permissions, showing, subjects
from following.models import Follow, Preference
from search.labels import Labels

# The header tells no larger number.
MOST_COUNTED = 100


def followed(user):
    """Return what somebody follows with its words (one query, and one for all questions)."""
    labels = Labels()
    own = permissions.follows_of(user).select_related("page", "theme", "area__parent")
    return [{"follow": follow, "subject": subjects.of(follow, labels)} for follow in own]


def notifications(viewer):
    """Return what was told to somebody and may be seen, latest first."""
    told = permissions.notifications_of(viewer).select_related(*showing.READ)
    return told.order_by("-happening__created", "-pk")


def unread(viewer):
    """Return how many notifications somebody did not read, a hundred at most.

    One query; what communities know of this person is asked only when it makes a difference.
    """
    waiting = permissions.maybe_unread(viewer.user).order_by()
    rows = list(waiting.values_list("happening__experience", flat=True)[:MOST_COUNTED])
    if not any(rows):
        return len(rows)
    seen = permissions.notifications_of(viewer).filter(read_at=None)
    return seen.order_by()[:MOST_COUNTED].count()


def often(user):
    """Return how often somebody wants a mail."""
    chosen = Preference.objects.filter(user=user).values_list("often", flat=True).first()
    return chosen or Preference.Often.WEEKLY


def follow_of(user, subject):
    """Return how somebody follows a subject, or None."""
    return Follow.objects.filter(user=user, **subject.fields).first()


def contacts_to_look_at():
    """Return the questions to contacts of practices that were called wrong or not answered."""
    return contacts.without_answer()
