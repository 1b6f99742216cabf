"""What members and editors read of what they follow, each in a fixed number of SQL queries."""

from following import contacts, permissions, showing, subjects
from following.models import Follow, Preference
from search.labels import Labels

# The header tells no larger number.
MOST_COUNTED = 100


def followed(user):
    """Return what somebody follows with its words (two queries, one for all questions)."""
    own = Follow.objects.filter(pk__in=permissions.follows_of(user))
    labels = Labels()
    return [
        {"follow": follow, "subject": subjects.of(follow, labels)}
        for follow in own.select_related("page", "theme", "area__parent")
    ]


def notifications(user):
    """Return what was told to somebody and may be seen, latest first."""
    told = permissions.notifications_of(user).select_related(*showing.READ)
    return told.order_by("-happening__created", "-pk")


def unread(user):
    """Return how many notifications somebody did not read, a hundred at most (one query)."""
    waiting = permissions.notifications_of(user).filter(read_at=None)
    return waiting.order_by()[:MOST_COUNTED].count()


def often(user):
    """Return how often somebody wants a mail."""
    chosen = Preference.objects.filter(user=user).values_list("often", flat=True).first()
    return chosen or Preference.Often.WEEKLY


def follow_of(user, subject):
    """Return how somebody follows a subject, or None."""
    return Follow.objects.filter(user=user, **subject.fields).first()


def contacts_to_look_at(pages):
    """Return the numbers of those pages whose contact is called wrong or does not answer."""
    return contacts.without_answer().filter(page__in=pages).values("page")
