"""Which public pages use an indicator, read in a fixed number of queries."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from wagtail.models import ReferenceIndex

from cms import gathering
from content.queries import with_subjects
from indicators.models import Indicator
from practices.models import PracticePage
from programmes.models import GoalPage, ProgressReportPage
from search.builders.details import places
from search.facets import Type

# How many of a kind stand on the page itself.
MOST = 12


@dataclass(frozen=True)
class Use:
    """The pages of one kind that use an indicator.

    `rows` are pairs of a page and what else is said of it; `more` says what a link to all of them
    gives.
    """

    id: str
    part: gathering.Part
    more: str
    rows: list


def of_indicator(indicator):
    """Return a Use for each kind of page that uses an indicator, the kinds in a fixed order.

    Practices show a snapshot of it, goals are measured by it, progress reports have it in a block
    of what is published. One query counts and each kind that occurs takes one more; practices take
    two for where they are.
    """
    using = {
        PracticePage: PracticePage.objects.filter(figures__snapshot__indicator=indicator),
        GoalPage: GoalPage.objects.filter(indicator=indicator),
        ProgressReportPage: _reports_with(indicator),
    }
    within = Q()
    for pages in using.values():
        within |= Q(pk__in=pages.order_by().values("pk"))
    pages = gathering.public_pages().filter(within)
    numbers = gathering.totals(pages)
    found = (
        (name, gathering.part(kind, MOST, pages, numbers, facet), more)
        for name, kind, facet, more in _kinds(indicator)
    )
    return [Use(name, part, more, _rows(part)) for name, part, more in found if part]


def _rows(part):
    """Return the pages with where a practice is, and of when a report is."""
    if isinstance(part.pages[0], PracticePage):
        return [(page, places(page)) for page in with_subjects(part.pages)]
    return [(page, page.list_label) for page in part.pages]


def _kinds(indicator):
    """Yield each kind with its id on the page, and how search narrows to it, also in words.

    Search knows of practices which figures they show; of the others it knows the theme alone.
    """
    shown, theme = {"indicator": [indicator.code]}, {"thema": [indicator.theme.slug]}
    label = {"theme": indicator.theme.label}
    practices = gathering.Kind(
        PracticePage, _("Praktijken die dit cijfer laten zien"), Type.PRACTICE, ("title",)
    )
    goals = gathering.Kind(GoalPage, _("Doelen die hiermee worden gemeten"), Type.GOAL, ("title",))
    reports = gathering.Kind(
        ProgressReportPage, _("Rapportages met dit cijfer"), Type.REPORT, ("title", "-date")
    )
    yield "praktijken", practices, shown, _("Zoek in alle praktijken met dit cijfer")
    yield "doelen", goals, theme, _("Zoek in alle doelen bij %(theme)s") % label
    yield "rapportages", reports, theme, _("Zoek in alle rapportages bij %(theme)s") % label


def _reports_with(indicator):
    """Return the reports with a block about an indicator.

    Wagtail's index of references reads the row of the page, which is what was published last: a
    draft stands beside it. It keeps numbers as text.
    """
    references = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(ProgressReportPage),
        to_content_type=ContentType.objects.get_for_model(Indicator),
        to_object_id=str(indicator.pk),
    )
    reports = ProgressReportPage.objects.alias(text=Cast("pk", CharField()))
    return reports.filter(text__in=references.values("object_id"))
