"""What engines store of figures: a series for each indicator and area something is known of."""

from collections import defaultdict

from content.models import Area, Membership
from content.queries import listed
from indicators import developments, series
from indicators.models import Dataset, IndicatorSnapshot, Measurement, ReportedOutcome
from practices.models import PracticePage
from search import keys
from search.figures.series import MEASUREMENT, SNAPSHOT, Moment, Row, Series


def all_keys():
    """Yield the key of every indicator and area between which something may be known."""
    pairs = set()
    for model in (Measurement, ReportedOutcome, IndicatorSnapshot):
        pairs.update(model.objects.order_by().values_list("indicator__code", "area__code"))
    for indicator, area in sorted(pairs):
        yield keys.of_series(indicator, area)


def build(wanted):
    """Return the series with these keys, as the database is now, by key (seven queries)."""
    pairs = keys.pairs(wanted, keys.SERIES)
    figures = series.of_pairs(pairs)
    snapshots = _snapshots(pairs)
    groups = _groups() if figures or snapshots else {}
    found = [
        _series(pair, figures.get(pair), snapshots.get(pair, ()), groups)
        for pair in dict.fromkeys(pairs)
        if pair in figures or pair in snapshots
    ]
    return {each.key: each for each in found}


def _snapshots(pairs):
    """Return the snapshots of each pair; what was withdrawn is not told on."""
    found = defaultdict(list)
    rows = IndicatorSnapshot.objects.filter(
        indicator__code__in={indicator for indicator, _area in pairs},
        area__code__in={area for _indicator, area in pairs},
    )
    for delivery in ("dataset", "baseline_dataset"):
        rows = rows.exclude(**{f"{delivery}__status": Dataset.Status.WITHDRAWN})
    shown = ("indicator", "area__parent", "comparator", "dataset", "baseline_dataset")
    rows = rows.select_related(*shown).order_by("pk")
    pages = _pages(rows)
    for snapshot in rows:
        snapshot.shown_on = pages[snapshot.pk]
        found[snapshot.indicator.code, snapshot.area.code].append(snapshot)
    wanted = set(pairs)
    return {pair: rows for pair, rows in found.items() if pair in wanted}


def _pages(snapshots):
    pages = defaultdict(list)
    shown = listed(PracticePage.objects.filter(figures__snapshot__in=snapshots))
    for snapshot, page in shown.order_by("pk").values_list("figures__snapshot", "pk").distinct():
        pages[snapshot].append(keys.of_page(page))
    return pages


def _groups():
    groups = defaultdict(list)
    rows = Membership.objects.order_by("group__code").values_list("member", "group__code")
    for member, group in rows.distinct():
        groups[member].append(group)
    return groups


def _series(pair, figures, snapshots, groups):
    first = figures or snapshots[0]
    indicator, area = first.indicator, first.area
    own = [*groups.get(area.pk, ()), *groups.get(area.parent_id, ())]
    return Series(
        *pair,
        unit=indicator.unit,
        municipality=_municipality(area),
        groups=tuple(dict.fromkeys(own)),
        development=(figures and developments.of(figures)) or "",
        rows=(*(_measured(figures) if figures else ()), *map(_snapshot, snapshots)),
    )


def _municipality(area):
    if area.kind == Area.Kind.MUNICIPALITY:
        return area.code
    return area.parent.code if area.kind == Area.Kind.NEIGHBOURHOOD and area.parent else ""


def _measured(figures):
    place = figures.comparators.index(figures.benchmark) if figures.benchmark else None
    for row in figures.rows:
        beside = None if place is None else row.comparators[place]
        yield Row(
            id=row.date.isoformat(),
            kind=MEASUREMENT,
            moment=_moment(row.period, row.date, row.figure, beside),
            dataset=row.dataset.title,
            provisional=row.provisional,
            comparator=figures.benchmark.code if beside else "",
        )


def _snapshot(snapshot):
    baseline, follow_up = snapshot.moments
    return Row(
        id=snapshot.hash,
        kind=SNAPSHOT,
        moment=_moment(follow_up.period, follow_up.date, follow_up.area, follow_up.comparator),
        dataset=snapshot.dataset.title,
        provisional=snapshot.provisional,
        comparator=snapshot.comparator.code if snapshot.comparator else "",
        baseline=_moment(baseline.period, baseline.date, baseline.area, baseline.comparator),
        baseline_dataset=baseline.dataset.title,
        hash=snapshot.hash,
        pages=tuple(snapshot.shown_on),
    )


def _moment(period, day, figure, beside):
    other = beside.value if beside else None
    known = figure.value is not None and other is not None
    return Moment(
        period=period,
        date=day.isoformat(),
        value=_number(figure.value),
        missing=figure.missing,
        comparator_value=_number(other),
        gap=_number(figure.value - other) if known else None,
    )


def _number(value):
    return None if value is None else float(value)
