"""How far a change reaches: the keys of everything whose document may now be different."""

from functools import singledispatch

from wagtail.models import Page

from content.models import Area, AreaLink, Organisation, Theme, ThemeLink
from indicators.models import Indicator, Measurement, ReportedOutcome
from practices.models import MethodPage, Partner, PracticePage
from search import keys


def below(page):
    """Return the keys of a page and everything under it, and of what tells of the methods there."""
    return [
        *_pages(Page.objects.filter(path__startswith=page.path)),
        *_pages(PracticePage.objects.filter(method__path__startswith=page.path)),
    ]


def of_page(page):
    """Return the keys of other pages that tell something of this one."""
    if isinstance(page, MethodPage):
        return _pages(PracticePage.objects.filter(method=page))
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
    ]


@of_term.register
def _(area: Area):
    children = Area.objects.filter(parent=area, kind=Area.Kind.NEIGHBOURHOOD)
    codes = [area.code, *children.values_list("code", flat=True)]
    return [
        *map(keys.of_area, codes),
        *_linked(AreaLink.objects.filter(area__code__in=codes)),
        *_figures(area__code__in=codes),
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


def _pages(pages):
    return [keys.of_page(number) for number in pages.values_list("pk", flat=True)]


def _linked(links):
    return [keys.of_page(number) for number in links.values_list("page_id", flat=True).distinct()]


def _figures(**chosen):
    return [
        keys.of_figure(indicator, area)
        for model in (Measurement, ReportedOutcome)
        for indicator, area in model.objects.filter(**chosen)
        .values_list("indicator__code", "area__code")
        .distinct()
    ]
