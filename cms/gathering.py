"""Gathers the public pages about a theme or an area, by kind, in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Count, F
from django.urls import reverse
from django.utils.http import urlencode
from wagtail.models import Page

from community.models import CommunityPage, EventPage, LearningMaterialPage
from content.queries import public
from practices.models import MethodPage, PracticePage, ResearchPage
from programmes.models import (
    ConsultationReportPage,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
)
from search.facets import Type
from search.query import MAX_VALUES

# How many stand on the page itself: as cards, and as rows.
CARDS, ROWS = 6, 4


@dataclass(frozen=True)
class Kind:
    """A type of page, how search calls it, which come first and how many are shown."""

    name: str
    model: type[Page]
    type: str
    order: tuple
    shown: int = ROWS


def latest(year):
    """Return the order in which the latest year comes first, and pages without one last."""
    return F(year).desc(nulls_last=True)


KINDS = (
    Kind("practices", PracticePage, Type.PRACTICE, (latest("start_year"), "title"), CARDS),
    Kind("methods", MethodPage, Type.METHOD, ("path",)),
    Kind("research", ResearchPage, Type.RESEARCH, (latest("year"), "title")),
    Kind("programmes", ProgrammePage, Type.PROGRAMME, ("path",)),
    Kind("goals", GoalPage, Type.GOAL, ("path",)),
    Kind("updates", ProgrammeUpdatePage, Type.UPDATE, ("-date", "-path")),
    Kind("consultations", ConsultationReportPage, Type.CONSULTATION, ("-path",)),
    Kind("communities", CommunityPage, Type.COMMUNITY, ("path",)),
    Kind("learning_material", LearningMaterialPage, Type.LEARNING, (latest("year"), "title")),
    Kind("events", EventPage, Type.EVENT, ("-starts_on", "title")),
)


@dataclass(frozen=True)
class Part:
    """The first pages of a kind, how many there are, and where to find them all."""

    pages: list
    total: int
    search_url: str

    def __bool__(self):
        return bool(self.pages)

    @property
    def more(self):
        """Tell whether there are more than are shown here, and search can show them."""
        return bool(self.search_url) and self.total > len(self.pages)


def public_pages():
    """Return the pages that everybody may see now."""
    return public(Page.objects.all())


def gather(pages, **facet):
    """Return a Part per kind of page, by name.

    `facet` is how search narrows to the same pages: `thema=["leren"]`. One query counts, and
    each kind that occurs takes one more.
    """
    numbers = totals(pages)
    return {kind.name: _part(kind, pages, numbers, facet) for kind in KINDS}


def totals(pages):
    """Return how many pages there are of each type, by the name of its model (one query)."""
    by_type = pages.order_by().values_list("content_type__model")
    return dict(by_type.annotate(Count("pk", distinct=True)))


def search_url(**parameters):
    """Return the address of a question to search, or nothing when it asks too much at once."""
    if any(len(values) > MAX_VALUES for values in parameters.values()):
        return ""
    return f"{reverse('search')}?{urlencode(parameters, doseq=True)}"


def _part(kind, pages, numbers, facet):
    total = numbers.get(kind.model._meta.model_name, 0)
    if not total:
        return Part([], 0, "")
    found = kind.model.objects.filter(pk__in=pages.order_by().values("pk")).order_by(*kind.order)
    return Part(
        pages=list(found[: kind.shown]),
        total=total,
        search_url=search_url(type=[kind.type], **facet),
    )
