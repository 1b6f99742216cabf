"""Everything that is known of an indicator in an area, beside the areas it is compared with."""

from collections import defaultdict

from django.db.models import Q

from content.models import Area
from indicators import comparators, current, sentences, tables
from indicators.models import Indicator
from indicators.readings import Reader


def of_area(area):
    """Return what is known of every indicator in an area (eight queries).

    The area comes with its parent.
    """
    return list(_matching(Q(area=area), [area]).values())


def of_pairs(pairs):
    """Return what is known of an indicator in an area, by both codes (nine queries at most).

    Of pairs of which nothing is known there is nothing.
    """
    pairs = set(pairs)
    found = _matching(
        Q(
            indicator__code__in={indicator for indicator, _area in pairs},
            area__code__in={area for _indicator, area in pairs},
        )
    )
    return {pair: figures for pair, figures in found.items() if pair in pairs}


def row(measurement, beside, relevant, benchmark):
    """Return a measurement as a row of a table, with those of the comparators beside it."""
    figures = tuple(other and other.figure for other in beside)
    return tables.Row(
        period=measurement.period,
        date=measurement.period_date,
        figure=measurement.figure,
        comparators=figures,
        distance=tables.distance(measurement.figure, figures[relevant.index(benchmark)])
        if benchmark
        else None,
        provisional=measurement.is_provisional,
        dataset=measurement.dataset,
    )


def _matching(chosen, areas=()):
    reader = Reader(areas)
    measured, outcomes = defaultdict(dict), defaultdict(list)
    for found in reader.read(current.measurements().filter(chosen)):
        measured[found.indicator_id, found.area_id][found.period_date] = found
    for found in current.outcomes().filter(chosen):
        outcomes[found.indicator_id, found.area_id].append(found)
        reader.areas.setdefault(found.area_id, found.area)
    pairs = dict.fromkeys([*measured, *outcomes])
    known = Indicator.objects.select_related("theme").prefetch_related("definition_changes")
    indicators = known.in_bulk({each for each, _area in pairs})
    named = [(indicators[indicator], reader.areas[area]) for indicator, area in pairs]
    beside = _Beside.load(named, reader)
    return {
        (indicator.code, area.code): _figures(
            indicator,
            area,
            measured[indicator.pk, area.pk],
            outcomes[indicator.pk, area.pk],
            beside,
        )
        for indicator, area in named
    }


class _Beside:
    """The measurements of the areas that some areas may be compared with."""

    def __init__(self, known, areas, rows):
        self.known = known
        self._areas = areas
        self._rows = rows

    @classmethod
    def load(cls, pairs, reader):
        """Read them for these pairs of an indicator and an area (two queries, and their areas)."""
        known = comparators.Comparators.load()
        others = {
            other for area in {area for _indicator, area in pairs} for other in known.of(area)
        }
        chosen = Q(area__in=current.these_and_countries(others))
        indicators = {indicator for indicator, _area in pairs}
        rows = defaultdict(lambda: defaultdict(dict))
        for found in reader.read(current.measurements().filter(chosen, indicator__in=indicators)):
            rows[found.indicator_id][found.area_id][found.period_date] = found
        return cls(known, reader.areas, rows)

    def of(self, indicator, area):
        """Return the measurements by day of each comparator of an area."""
        others = self.known.of(area)
        found = ((self._areas[number], rows) for number, rows in self._rows[indicator.pk].items())
        return {
            other: rows
            for other, rows in found
            if other != area and (other.pk in others or other.kind == Area.Kind.COUNTRY)
        }


def _figures(indicator, area, own, reported, known):
    beside = known.of(indicator, area)
    relevant = comparators.in_order(other for other, rows in beside.items() if rows.keys() & own)
    averages = [] if indicator.is_size else relevant
    benchmark = known.known.benchmark(averages, lambda other: _overlap(own, beside[other]))
    rows = tuple(
        row(measurement, [beside[other].get(day) for other in relevant], relevant, benchmark)
        for day, measurement in sorted(own.items())
    )
    table = tables.FigureTable(indicator, area, tuple(relevant), benchmark, rows)
    said = [sentences.table(table), *map(sentences.outcome, reported)]
    return tables.AreaFigures(
        **vars(table), outcomes=tuple(reported), sentence=" ".join(filter(None, said))
    )


def _overlap(own, other):
    """Return in how many periods both areas have a value."""
    return sum(
        tables.distance(own[day].figure, found.figure) is not None
        for day, found in other.items()
        if day in own
    )
