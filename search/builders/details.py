"""What differs by type of page: how it is called, which facets it has, what is shown below it.

`of` holds one function per page type. An app above search registers its own types with it; a
type without one is not found, and `manage.py check` refuses it unless `excluded` names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import singledispatch

from django.utils.formats import date_format
from django.utils.translation import gettext
from wagtail.models import Page

from community.models import CommunityPage, EventPage, LearningMaterialPage
from content.models import Theme
from practices import judgements
from practices.models import MethodPage, PracticePage, ResearchPage
from programmes.models import (
    ConsultationReportPage,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
    ProgressReportPage,
)
from search.facets import Type
from search.labels import EFFECT

# What a document tells of the records a page refers to, read together with the page.
REFERENCES = {"method", "commissioner", "publisher", "community", "indicator", "theme"}


@dataclass(frozen=True)
class Details:
    """What a type of page adds to its document; see search.documents for each of them."""

    type: str
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[str, ...] = ()
    published: date | None = None
    alternatives: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    themes: tuple[Theme, ...] = ()
    evidence_rank: int = 0
    boost: float = 1.0


@singledispatch
def of(page):
    """Return what a page adds to its document because of its type."""
    raise NotImplementedError(f"Search does not know {type(page).__name__}.")


def known():
    """Return the page types that can be found."""
    return [model for model in of.registry if model is not object]


def findable(pages):
    """Keep the pages whose type can be found."""
    return pages.type(*known())


@of.register
def _(page: PracticePage):
    level = judgements.evidence_level(page)
    effects = judgements.effects(page)
    return Details(
        type=Type.PRACTICE,
        facets={
            "method": _slugs(page.method),
            "evidence": (level,) if level else (),
            "effect": effects,
            "cost": judgements.cost_bands(page),
            "target_group": tuple(group.slug for group in page.target_groups.all()),
            "indicator": _shown_indicators(page),
            "year": years(page.start_year, page.end_year),
            "status": (page.status,),
        },
        facts=(places(page), span(page.start_year, page.end_year), method_name(page)),
        published=first_day(page.end_year or page.start_year),
        keywords=(
            *([page.method.title] if page.method else []),
            *(group.name for group in page.target_groups.all()),
            # Who asks what did not work finds the practices that tell it.
            *([str(EFFECT["did-not-work"])] if "did-not-work" in effects else []),
        ),
        evidence_rank=judgements.EVIDENCE_RANKS.get(level, 0),
        boost=1.3,
    )


@of.register
def _(page: MethodPage):
    return Details(
        type=Type.METHOD,
        facets={"method": (page.slug,)},
        published=published_day(page),
        boost=1.25,
    )


@of.register
def _(page: ResearchPage):
    commissioner = page.commissioner.name if page.commissioner else ""
    return Details(
        type=Type.RESEARCH,
        facets={"year": years(page.year)},
        facts=(page.authors, str(page.year or ""), commissioner),
        published=first_day(page.year),
    )


@of.register
def _(page: ProgrammePage):
    return Details(
        type=Type.PROGRAMME,
        facets={"year": years(page.start_year, page.end_year)},
        facts=(page.get_kind_display(), span(page.start_year, page.end_year)),
        published=first_day(page.end_year or page.start_year),
        boost=1.1,
    )


@of.register
def _(page: ProgrammeUpdatePage):
    return Details(
        type=Type.UPDATE,
        facets={"year": years(page.date.year)},
        facts=(page.date_label or date_format(page.date, "j F Y"),),
        published=page.date,
    )


@of.register
def _(page: GoalPage):
    latest = page.latest
    year = latest.date.year if latest else page.target_year
    return Details(
        type=Type.GOAL,
        facets={"year": years(*sorted({y for y in (year, page.target_year) if y}))},
        facts=(page.unit, page.target_label),
        published=latest.date if latest else first_day(page.target_year),
    )


@of.register
def _(page: ProgressReportPage):
    return Details(
        type=Type.REPORT,
        facets={"year": years(page.date.year)},
        facts=(page.period, page.day, page.addressed_to),
        published=page.date,
        # It tells a little of everything: who asks for one thing is better served by its own page.
        boost=0.6,
    )


@of.register
def _(page: ConsultationReportPage):
    return Details(
        type=Type.CONSULTATION,
        facts=(page.period,),
        published=published_day(page),
    )


@of.register
def _(page: CommunityPage):
    return Details(
        type=Type.COMMUNITY,
        facets={"year": years(page.start_year, page.end_year), "community": (page.slug,)},
        facts=(page.audience,),
        published=first_day(page.start_year),
        boost=1.1,
    )


@of.register
def _(page: LearningMaterialPage):
    return Details(
        type=Type.LEARNING,
        facets={"year": years(page.year), "community": _slugs(page.community)},
        facts=(page.get_kind_display(), str(page.year or ""), page.author),
        published=first_day(page.year),
    )


@of.register
def _(page: EventPage):
    return Details(
        type=Type.EVENT,
        facets={"year": years(page.starts_on.year), "community": _slugs(page.community)},
        facts=(date_format(page.starts_on, "j F Y"), page.place),
        published=page.starts_on,
    )


def years(first=None, last=None):
    """Return every year from the first to the last; one year when the last is not known."""
    if not first:
        return (str(last),) if last else ()
    # A typing error of an editor must not make a document of a thousand years.
    return tuple(str(year) for year in range(first, min(last or first, first + 50) + 1))


def span(first, last):
    """Return a period in words, or nothing."""
    if first and last and first != last:
        return f"{first}–{last}"
    if first:
        return gettext("sinds %(year)s") % {"year": first}
    return str(last or "")


def places(page):
    """Return the areas of a page in words, three at most."""
    names = [area.full_name for area in page.area_list]
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def method_name(page):
    """Return the method of a practice in words, or nothing."""
    return page.method.title if page.method else ""


def _shown_indicators(page):
    shown = (figure.snapshot.indicator.code for figure in page.figures.all())
    return tuple(dict.fromkeys(shown))


def first_day(year):
    """Return the first day of a year, or None."""
    return date(year, 1, 1) if year else None


def published_day(page: Page):
    """Return the day on which a page came out."""
    return page.first_published_at.date() if page.first_published_at else None


def _slugs(page):
    return (page.slug,) if page else ()
