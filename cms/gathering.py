"""Gathers the public pages about a theme or an area, by kind, in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import CommunityPage, EventPage, LearningMaterialPage
from content.queries import latest, public, with_subjects
from practices.models import MethodPage, PracticePage, ResearchPage
from programmes.models import (
    ConsultationReportPage,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
    ProgressReportPage,
)
from search.facets import Type
from search.query import MAX_VALUES

# How many stand on the page itself: as cards, and as rows.
CARDS, ROWS = 6, 4


@dataclass(frozen=True)
class Kind:
    """A type of page, its heading, how search calls it, and which come first."""

    model: type[Page]
    heading: str
    type: str
    order: tuple


PRACTICES = Kind(PracticePage, _("Praktijken"), Type.PRACTICE, (latest("start_year"), "title"))
# The other kinds, in the order in which they stand below the practices.
OTHERS = (
    Kind(MethodPage, _("Werkwijzen"), Type.METHOD, ("path",)),
    Kind(ProgrammePage, _("Programma's"), Type.PROGRAMME, ("path",)),
    Kind(GoalPage, _("Doelen"), Type.GOAL, ("path",)),
    Kind(ProgrammeUpdatePage, _("Nieuws"), Type.UPDATE, ("-date", "-path")),
    Kind(ConsultationReportPage, _("Verslagen van overleg"), Type.CONSULTATION, ("-path",)),
    Kind(ProgressReportPage, _("Voortgangsrapportages"), Type.REPORT, ("-date", "-path")),
    Kind(ResearchPage, _("Onderzoek"), Type.RESEARCH, (latest("year"), "title")),
    Kind(CommunityPage, _("Communities"), Type.COMMUNITY, ("path",)),
    Kind(LearningMaterialPage, _("Leermateriaal"), Type.LEARNING, (latest("year"), "title")),
    Kind(EventPage, _("Bijeenkomsten"), Type.EVENT, ("-starts_on", "title")),
)


@dataclass(frozen=True)
class Part:
    """The first pages of a kind, how many there are, and where to find them all."""

    heading: str
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
    """Return the `practices` as a Part, their subjects read, and a Part per other kind in `others`.

    `facet` is how search narrows to the same pages: `thema=["leren"]`. One query counts, two
    read the subjects, and each kind that occurs takes one more.
    """
    numbers = totals(pages)
    practices = part(PRACTICES, CARDS, pages, numbers, facet)
    with_subjects(practices.pages)
    others = (part(kind, ROWS, pages, numbers, facet) for kind in OTHERS)
    return {"practices": practices, "others": [found for found in others if found]}


def part(kind, shown, pages, numbers, facet):
    """Return the Part of a kind among pages: `numbers` are the `totals` of those (one query)."""
    total = numbers.get(kind.model._meta.model_name, 0)
    if not total:
        return Part(kind.heading, [], 0, "")
    found = kind.model.objects.filter(pk__in=pages.order_by().values("pk")).order_by(*kind.order)
    return Part(kind.heading, list(found[:shown]), total, search_url(type=[kind.type], **facet))


def totals(pages):
    """Return how many pages there are of each type, by the name of its model (one query)."""
    by_type = pages.order_by().values_list("content_type__model")
    return dict(by_type.annotate(Count("pk", distinct=True)))


def search_url(**parameters):
    """Return the address of a question to search, or nothing when it asks too much at once."""
    if any(len(values) > MAX_VALUES for values in parameters.values()):
        return ""
    return f"{reverse('search')}?{urlencode(parameters, doseq=True)}"
