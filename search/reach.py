"""How far a change reaches: the keys of everything whose document may now be different."""

from functools import singledispatch

from django.db.models import Q
from wagtail.models import Page

from community.models import (
    CommunityPage,
    EventPage,
    Experience,
    LearningMaterialPage,
    State,
)
from content.models import Area, AreaLink, Organisation, Theme, ThemeLink
from indicators.comparators import Comparators
from indicators.models import Indicator, IndicatorSnapshot, Measurement, ReportedOutcome
from practices.models import MethodPage, Partner, PracticeFigure, PracticePage
from search import keys


def inside(page):
    """Return the keys of a page and everything under it."""
    return _pages(Page.objects.filter(path__startswith=page.path))


def below(page):
    """Return the keys of a page and everything under it, and of what tells of the pages there."""
    return [
        *_pages(Page.objects.filter(path__startswith=page.path)),
        *_pages(PracticePage.objects.filter(method__path__startswith=page.path)),
        *_of_community(path__startswith=page.path),
        *_experiences(about__path__startswith=page.path),
    ]


def of_page(page):
    """Return the keys of other pages that tell something of this one."""
    if isinstance(page, PracticePage):
        return _experiences(about=page.pk)
    if isinstance(page, MethodPage):
        practices = _pages(PracticePage.objects.filter(method=page))
        return [*practices, *_experiences(about=page.pk)]
    if isinstance(page, CommunityPage):
        return _of_community(pk=page.pk)
    return []


@singledispatch
def of_term(term):
    """Return the keys of what a theme, area, organisation or indicator is told of in."""
    raise NotImplementedError(f"Search does not know what {type(term).__name__} reaches.")


@of_term.register
def _(theme: Theme):
    slugs = Theme.objects.filter(broader=theme).values_list("pk", flat=True)
    themes = [theme.pk, *slugs]
    indicators = Indicator.objects.filter(theme__in=themes).values_list("code", flat=True)
    return [
        *_linked(ThemeLink.objects.filter(theme__in=themes)),
        *map(keys.of_indicator, indicators),
        *_figures(indicator__theme__in=themes),
        *_experiences(themes__in=themes),
    ]


@of_term.register
def _(area: Area):
    children = Area.objects.filter(parent=area, kind=Area.Kind.NEIGHBOURHOOD)
    codes = [area.code, *children.values_list("code", flat=True)]
    return [
        *map(keys.of_area, codes),
        *_linked(AreaLink.objects.filter(area__code__in=codes)),
        *_figures(area__code__in=codes),
        *_experiences(areas__code__in=codes),
    ]


@of_term.register
def _(organisation: Organisation):
    return [
        keys.of_organisation(organisation.slug),
        *(
            keys.of_page(number)
            for number in Partner.objects.filter(organisation=organisation).values_list(
                "page_id", flat=True
            )
        ),
    ]


@of_term.register
def _(indicator: Indicator):
    return [keys.of_indicator(indicator.code), *_figures(indicator=indicator)]


def _of_community(**chosen):
    communities = CommunityPage.objects.filter(**chosen)
    pages = [
        key
        for model in (LearningMaterialPage, EventPage)
        for key in _pages(model.objects.filter(community__in=communities))
    ]
    return [*pages, *_experiences(community__in=communities)]


def _experiences(**chosen):
    found = Experience.objects.filter(state=State.SHOWN, **chosen)
    return [
        keys.of_experience(key) for key in found.order_by().values_list("key", flat=True).distinct()
    ]


def _pages(pages):
    return [keys.of_page(number) for number in pages.values_list("pk", flat=True)]


def _linked(links):
    return [keys.of_page(number) for number in links.values_list("page_id", flat=True).distinct()]


def of_figures(pairs):
    """Return the keys of the figures of indicators in areas, and of what is compared with those.

    `pairs` holds an indicator and an area each; two queries, and none for neighbourhoods alone.
    """
    found = [key for indicator, area in pairs for key in _of_pair(indicator.code, area.code)]
    averages = [pair for pair in pairs if pair[1].kind != Area.Kind.NEIGHBOURHOOD]
    return [*found, *_compared_with(averages)]


def of_snapshots(page):
    """Return the keys of the series whose snapshots a page shows."""
    if not isinstance(page, PracticePage):
        return []
    shown = PracticeFigure.objects.filter(page=page)
    return _series(shown.values_list("snapshot__indicator__code", "snapshot__area__code"))


def of_dataset(dataset):
    """Return the keys of the figures in a delivery, and in that which it supersedes."""
    datasets = [number for number in (dataset.pk, dataset.supersedes_id) if number]
    begun = IndicatorSnapshot.objects.filter(baseline_dataset__in=datasets)
    codes = begun.values_list("indicator__code", "area__code")
    found = [*_figures(dataset__in=datasets), *_series(codes)]
    return list(dict.fromkeys(found))


def of_membership(membership):
    """Return the keys of the figures that a group, its member and what lies in that have."""
    numbers = [membership.group_id, membership.member_id]
    return _figures(Q(area__in=numbers) | Q(area__parent=membership.member_id))


def _compared_with(pairs):
    """Return the keys of the series whose areas may be compared with these."""
    if not pairs:
        return []
    codes = {indicator.code for indicator, _area in pairs}
    measured = Area.objects.filter(measurements__indicator__code__in=codes).distinct()
    known, areas = Comparators.load(), list(measured)
    return [
        keys.of_series(indicator.code, other.code)
        for indicator, area in pairs
        for other in areas
        if area.kind == Area.Kind.COUNTRY or area.pk in known.of(other)
    ]


def _of_pair(indicator, area):
    return [keys.of_figure(indicator, area), keys.of_series(indicator, area)]


def _series(pairs):
    return [keys.of_series(indicator, area) for indicator, area in pairs.order_by().distinct()]


def _figures(*conditions, **chosen):
    pairs = {
        pair
        for model in (Measurement, ReportedOutcome, IndicatorSnapshot)
        for pair in model.objects.filter(*conditions, **chosen)
        .order_by()
        .values_list("indicator__code", "area__code")
        .distinct()
    }
    return [key for pair in sorted(pairs) for key in _of_pair(*pair)]
