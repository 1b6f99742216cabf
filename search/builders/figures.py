"""Documents of indicators, and of the figures of one indicator in one area."""

from collections import defaultdict

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from content.models import Area
from indicators import current, formatting
from indicators.models import Indicator
from search import keys
from search.builders import trees
from search.documents import Document
from search.facets import Type


def all_indicator_keys():
    """Yield the key of every indicator."""
    for code in Indicator.objects.order_by("code").values_list("code", flat=True):
        yield keys.of_indicator(code)


def all_figure_keys():
    """Yield a key for every indicator and area between which there is a figure."""
    pairs = set()
    for rows in (_measured(), current.outcomes()):
        pairs.update(rows.order_by().values_list("indicator__code", "area__code").distinct())
    for indicator, area in sorted(pairs):
        yield keys.of_figure(indicator, area)


def indicators(names):
    """Return the documents of the indicators with these codes."""
    found = Indicator.objects.filter(code__in=names).select_related("theme", "publisher")
    themes = trees.Themes.load()
    return [_indicator(indicator, themes) for indicator in found]


def figures(names):
    """Return the documents of the figures, `indicator:area` each."""
    pairs = [tuple(name.split(":", 1)) for name in names]
    chosen = Q(
        indicator__code__in={code for code, _area in pairs},
        area__code__in={area for _code, area in pairs},
    )
    measurements = _grouped(_measured().filter(chosen))
    outcomes = _grouped(current.outcomes().filter(chosen))
    themes = trees.Themes.load()
    return [
        _figure(measurements[pair], outcomes[pair], themes)
        for pair in dict.fromkeys(pairs)
        if measurements[pair] or outcomes[pair]
    ]


def _measured():
    # A figure that is not given answers no question.
    return current.measurements().filter(shown__isnull=False)


def _grouped(rows):
    groups = defaultdict(list)
    for row in rows.select_related("indicator__theme", "area__parent").order_by("pk"):
        groups[row.indicator.code, row.area.code].append(row)
    return groups


def _indicator(indicator, themes):
    return Document(
        id=keys.of_indicator(indicator.code),
        type=Type.INDICATOR,
        title=indicator.name,
        url=indicator.get_absolute_url(),
        summary=indicator.definition,
        body="\n".join([indicator.method, indicator.caveat, indicator.source]),
        keywords=(indicator.theme.label,),
        alternatives=tuple(
            dict.fromkeys(name for name in (indicator.short_name, indicator.abbreviation) if name)
        ),
        facts=(indicator.theme.label, indicator.source),
        facets={"type": (Type.INDICATOR,), "theme": themes.with_ancestors([indicator.theme])},
        boost=1.05,
    )


def _figure(measurements, outcomes, themes):
    first = (measurements or outcomes)[0]
    indicator, area = first.indicator, first.area
    measurements = sorted(measurements, key=lambda row: row.period_date)
    return Document(
        id=keys.of_figure(indicator.code, area.code),
        type=Type.FIGURE,
        title=_("%(indicator)s: %(area)s")
        % {"indicator": indicator.short_name, "area": area.full_name},
        url=f"{area.get_absolute_url()}#cijfer-{indicator.code}",
        summary=" ".join(_sentences(indicator, measurements, outcomes)),
        keywords=(indicator.name, indicator.theme.label),
        alternatives=(indicator.abbreviation,) if indicator.abbreviation else (),
        facts=(indicator.name, indicator.theme.label),
        facets={
            "type": (Type.FIGURE,),
            "theme": themes.with_ancestors([indicator.theme]),
            "area": trees.with_ancestors([area]),
            "place": (area.code,),
            "year": tuple(dict.fromkeys(str(row.period_date.year) for row in measurements)),
        },
        published=measurements[-1].period_date if measurements else None,
        location=trees.location([area]),
        boost=0.85 if area.kind == Area.Kind.GROUP else 0.9,
    )


def _sentences(indicator, measurements, outcomes):
    for row in outcomes:
        yield _("Van %(start)s tot %(end)s: %(outcome)s.") % {
            "start": row.baseline,
            "end": row.follow_up,
            "outcome": row.get_outcome_display(),
        }
    if measurements:
        latest = (
            f"{row.period}: {formatting.with_unit(row.shown, indicator)}"
            for row in measurements[-4:]
        )
        yield capfirst("; ".join(latest) + ".")
