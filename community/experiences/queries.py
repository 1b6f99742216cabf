"""What the pages of experiences show, each read in a fixed number of queries."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.db.models import Count, Q
from wagtail.models import Page

from community.models import Experience, Outcome, State
from content.models import Theme
from content.paging import Parts
from content.queries import public

PAGE_SIZE = 12
# What hangs on an experience in a list; each is one query for all of them.
WITH = ("themes", "areas__parent")
# So many at most with a practice, method or theme; the rest is behind a link.
MOST_BESIDE = 5


@dataclass(frozen=True)
class Choice:
    """How the list of experiences is narrowed; empty is everything."""

    outcome: str = ""
    theme: str = ""
    community: str = ""

    @classmethod
    def of(cls, asked):
        """Read it from a querystring; what nobody knows is left out."""
        outcome = asked.get("uitkomst", "")
        return cls(
            outcome=outcome if outcome in Outcome.values else "",
            theme=asked.get("thema", "").replace("\x00", "")[:100],
            community=asked.get("community", "").replace("\x00", "")[:255],
        )

    def querystring(self, **changed):
        """Return the choice as a querystring, with something else chosen."""
        chosen = replace(self, **changed)
        fields = {"uitkomst": chosen.outcome, "thema": chosen.theme, "community": chosen.community}
        return urlencode({name: value for name, value in fields.items() if value})


def in_list(viewer, choice, number):
    """Return a part of the experiences that somebody may read, newest first."""
    found = viewer.listed()
    if choice.outcome:
        found = found.filter(outcome=choice.outcome)
    if choice.theme:
        found = found.filter(themes__slug=choice.theme)
    if choice.community:
        known = viewer.known_communities().filter(slug=choice.community).values("pk")
        found = found.filter(community__in=known)
    part = Parts(_in_order(found), PAGE_SIZE).get_page(number)
    part.object_list = _with_all(part.object_list, viewer)
    return part


def themes_told(viewer):
    """Return the themes of the experiences that somebody may read."""
    told = viewer.listed().values("pk")
    return Theme.objects.filter(experiences__in=told).distinct().order_by("label")


def communities_told(viewer):
    """Return the communities, as far as somebody may know of them, that told something."""
    told = viewer.listed().values("community")
    return viewer.known_communities().filter(pk__in=told).order_by("title")


def about(viewer, page):
    """Return the newest experiences with a page that somebody may read."""
    return _newest(viewer.listed().filter(about=page.pk), viewer)


def of_theme(viewer, theme):
    """Return the newest experiences about a theme, or what falls under it."""
    within = Q(themes=theme) | Q(themes__broader=theme)
    return _newest(viewer.listed().filter(within).distinct(), viewer)


def in_area(viewer, area):
    """Return the newest experiences in an area, or in what lies in it."""
    within = Q(areas=area) | Q(areas__parent=area) | Q(areas__group_memberships__group=area)
    return _newest(viewer.listed().filter(within).distinct(), viewer)


def of_community(viewer, community):
    """Return the newest experiences in a community that somebody may read."""
    return _newest(viewer.listed().filter(community=community), viewer)


def of_author(viewer, author, number):
    """Return a part of what somebody wrote that another may read, newest first."""
    part = Parts(_in_order(viewer.listed().filter(author=author)), PAGE_SIZE).get_page(number)
    part.object_list = _with_all(part.object_list, viewer)
    return part


def own_drafts(user):
    """Return what somebody began and did not place yet, latest first."""
    return list(Experience.objects.filter(author=user, state=State.DRAFT).order_by("-created"))


def whole(experience, viewer):
    """Return all that stands on the page of an experience for somebody."""
    author_looks = viewer.may_change(experience)
    placed = Q() if author_looks else Q(placed=True)
    replies = (
        viewer.seen_replies()
        .filter(experience=experience)
        .select_related("author", "experience__community")
    )
    return {
        "pages": list(public(Page.objects.filter(told_in=experience)).order_by("title")),
        "themes": list(experience.themes.order_by("label")),
        "areas": list(experience.areas.select_related("parent").order_by("name")),
        "grown": list(public(Page.objects.filter(grown_from__experience=experience))),
        "images": list(experience.images.filter(placed)),
        "files": list(experience.files.filter(placed)),
        "replies": list(replies.order_by("shown_since", "pk")),
        "thanks": experience.thanks.count(),
        "has_thanked": viewer.is_known and experience.thanks.filter(user=viewer.user).exists(),
        "community": known_community(experience, viewer),
    }


def known_community(experience, viewer):
    """Return the community of an experience when this person may know of it."""
    return viewer.known_communities().filter(pk=experience.community_id).first()


def _newest(found, viewer):
    return _with_all(_in_order(found)[:MOST_BESIDE], viewer)


def _in_order(found):
    replies = Count("replies", filter=Q(replies__state=State.SHOWN), distinct=True)
    return found.annotate(reply_count=replies).order_by("-shown_since", "-pk")


def _with_all(found, viewer):
    """Return experiences as a list, with what a list shows of each of them read together."""
    found = list(found.select_related("author").prefetch_related(*WITH))
    numbers = {experience.community_id for experience in found}
    known = viewer.known_communities().in_bulk(numbers) if numbers else {}
    for experience in found:
        # None when this reader may not know of the community.
        experience.known_community = known.get(experience.community_id)
    return found
