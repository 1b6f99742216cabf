"""What the pages of communities show, each read in a fixed number of queries."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from community.models import CommunityPage, EventPage, Experience, LearningMaterialPage
from content.queries import latest, listed, public, with_subjects


def community_overview(community):
    """Return who takes part, what was made, and the meetings to come and those that were."""
    pages = public(Page.objects.all()).values("pk")
    # A community in preview has no number yet: nothing is its own, rather than what is nobody's.
    own = {"community__in": [community.pk], "pk__in": pages}
    material = LearningMaterialPage.objects.filter(**own)
    events = EventPage.objects.filter(**own)
    upcoming, past = split_by_day(events.order_by("starts_on", "starts_at", "title"))
    return {
        "roles": members_by_role(community),
        "learning_material": with_subjects(list(material.order_by(latest("year"), "title"))),
        "upcoming": upcoming,
        "past": past,
    }


def members_by_role(community):
    """Return pairs of a role and the organisations that have it, in the order of the editor."""
    roles = {}
    for member in community.organisations.select_related("organisation"):
        roles.setdefault(member.role, []).append(member.organisation)
    return list(roles.items())


def split_by_day(events):
    """Return the events that are still to come or going on, soonest first, and the past ones."""
    today = timezone.localdate()
    upcoming = [event for event in events if event.last_day >= today]
    past = [event for event in events if event.last_day < today]
    return upcoming, past[::-1]


def learning_overview(material):
    """Return who published the material, the community that made it, and its files."""
    return {
        "publisher": material.publisher,
        "community": _public_community(material),
        "documents": [block.value for block in material.files if block.value],
    }


def event_overview(event):
    """Return the community that meets."""
    return {"community": _public_community(event)}


def _public_community(page):
    # A page that everybody may see must not give away the name of a hidden community.
    return public(CommunityPage.objects.filter(pk=page.community_id)).first()


def room_overview(room):
    """Return what the members of a community have among themselves, below their room."""
    children = Page.objects.child_of(room)
    inside = listed(children).values("pk")
    events = EventPage.objects.filter(pk__in=inside).order_by("starts_on", "starts_at", "title")
    material = LearningMaterialPage.objects.filter(pk__in=inside)
    upcoming, past = split_by_day(events)
    return {
        "learning_material": with_subjects(list(material.order_by(latest("year"), "title"))),
        "upcoming": upcoming,
        "past": past,
    }


def titles_with_experiences(pages):
    """Return the titles of the communities at or below these pages in which members wrote."""
    below = Q(pk__in=())
    for page in pages:
        below |= Q(path__startswith=page.path)
    written = Experience.objects.values("community")
    found = CommunityPage.objects.filter(below, pk__in=written).order_by("title")
    return list(found.values_list("title", flat=True))
