"""What pages show of figures, each read in a fixed number of queries."""

from collections import defaultdict
from itertools import groupby
from operator import attrgetter

from django.db.models import Count, Exists, OuterRef, Q

from content.models import Area, Membership, Theme
from indicators import counting, current, grids, readings, series
from indicators.models import Dataset, Indicator, IndicatorSnapshot, ReportedCount

SCHEMES = tuple(Theme.Scheme)


def area_figures(area):
    """Return every indicator that says something of an area (eight queries).

    Each has its rows next to the comparators of the area, what reports say of it, and both in
    a sentence; `anchor` is the id that links to it end in.
    """
    return sorted(series.of_area(area), key=lambda figures: place(figures.indicator))


def snapshots():
    """Return snapshots with everything that is told of them (two queries)."""
    found = IndicatorSnapshot.objects.select_related(
        "indicator", "area__parent", "comparator__parent", "dataset", "baseline_dataset"
    )
    return found.prefetch_related("indicator__definition_changes")


def newer_figures(snapshots):
    """Return the rows that came after each snapshot, by its number (one query).

    Newer is a later period, or another value of the area or its comparator for a period it holds,
    once no delivery that counts says what the snapshot says. Examples are no news beside real
    figures.
    """
    snapshots = list(snapshots)
    chosen = Q(
        indicator__in={snapshot.indicator_id for snapshot in snapshots},
        area__in={snapshot.area_id for snapshot in snapshots}
        | {snapshot.comparator_id for snapshot in snapshots},
    )
    found = defaultdict(lambda: defaultdict(dict))
    for row in current.measurements().filter(chosen):
        read = readings.of(row)
        found[row.indicator_id, row.area_id][row.period_date][row.dataset_id] = read
    return {snapshot.pk: _newer(snapshot, found) for snapshot in snapshots}


def outdated_snapshots():
    """Return the numbers of the snapshots beside which newer figures stand (two queries)."""
    known = current.measurements().filter(indicator=OuterRef("indicator"))
    # Few have one that may be newer; of those it is told exactly.
    own = known.filter(
        Q(period_date__gt=OuterRef("follow_up_date")) | _other("baseline") | _other("follow_up"),
        area=OuterRef("area"),
    )
    beside = known.filter(
        _other("baseline", "comparator_") | _other("follow_up", "comparator_"),
        area=OuterRef("comparator"),
    )
    may_be = snapshots().prefetch_related(None).filter(Exists(own) | Exists(beside))
    newer = newer_figures(may_be)
    return [number for number, rows in newer.items() if rows]


def indicators_by_theme():
    """Return pairs of a theme and its indicators, each with `area_total` and `counted`."""
    found = Indicator.objects.select_related("theme").annotate(
        area_total=Count("measurements__area", distinct=True)
    )
    counted = _counted(ReportedCount.objects.all())
    groups = defaultdict(list)
    for indicator in sorted(found, key=place):
        indicator.counted = counted[indicator.pk]
        groups[indicator.theme].append(indicator)
    return list(groups.items())


def indicators_to_choose():
    """Return pairs of a theme and its indicators, for a list to choose from (one query)."""
    found = sorted(Indicator.objects.select_related("theme"), key=place)
    return [(theme, list(group)) for theme, group in groupby(found, attrgetter("theme"))]


def areas_by_number(numbers):
    """Return the areas with these numbers, in this order (one query)."""
    found = Area.objects.select_related("parent").in_bulk(numbers)
    return [found[number] for number in numbers if number in found]


def areas_to_choose(near):
    """Return the areas with these numbers, and the others by kind (one query)."""
    found = list(Area.objects.select_related("parent"))
    own = sorted((area for area in found if area.pk in near), key=lambda area: near.index(area.pk))
    others = [(kind, [area for area in found if area.kind == kind]) for kind in Area.Kind]
    return own, [(kind, areas) for kind, areas in others if areas]


def indicator_overview(indicator):
    """Return the figures of an indicator, what reports counted, and the areas they name."""
    measurements = readings.Reader().read(current.measurements().filter(indicator=indicator))
    return {
        "grid": grids.of(indicator, measurements),
        "counted": _counted(indicator.reportedcounts.all())[indicator.pk],
        "outcomes": _by_outcome(current.outcomes().filter(indicator=indicator)),
    }


def counted_over(indicator, group):
    """Return what reports counted of an indicator over a group, the last report last.

    Two queries.
    """
    return _counted(indicator.reportedcounts.filter(area=group))[indicator.pk]


def place(indicator):
    """Return what indicators are put in order by: as their list shows them."""
    theme = indicator.theme
    return SCHEMES.index(theme.scheme), theme.position, indicator.position, indicator.name


def _newer(snapshot, found):
    """Return the rows of a snapshot's indicator and area that it does not hold.

    `found` has the measurements that count by indicator and area, day and delivery.
    """
    relevant = [snapshot.comparator] if snapshot.comparator_id else []
    own = found[snapshot.indicator_id, snapshot.area_id]
    beside = found[snapshot.indicator_id, snapshot.comparator_id]
    benchmark = relevant[0] if relevant else None
    news = (
        _last(rows)
        for day, rows in sorted(own.items())
        if _is_news(rows, beside.get(day, {}), snapshot)
    )
    return tuple(
        series.row(row, [_beside(row, beside)] if relevant else [], relevant, benchmark)
        for row in news
    )


def _last(rows):
    """Return which of the measurements of a day counts most: the last, or nothing."""
    return next(reversed(rows.values()), None)


def _beside(row, comparator):
    """Return the figure of the comparator on that day, from the same delivery where it is there."""
    rows = comparator[row.period_date]
    return rows.get(row.dataset_id) or _last(rows)


def _other(moment, of=""):
    """Return the condition that a figure is not what a snapshot holds of that moment."""
    value, missing = OuterRef(f"{moment}_{of}value"), OuterRef(f"{moment}_{of}missing")
    differs = ~Q(shown=value) | ~Q(why_not=missing)
    return Q(period_date=OuterRef(f"{moment}_date")) & differs


def _is_news(rows, beside, snapshot):
    """Tell whether the measurements of a day, by delivery, say something that a snapshot does not.

    `beside` are those of the comparator: a distance changes with either.
    A figure it holds stands as long as a delivery that counts says the same: that another one of
    the same day says something else is no correction.
    """
    last = _last(rows)
    if _is_example(last) and last.dataset not in snapshot.datasets:
        return False
    if last.period_date > snapshot.follow_up_date:
        return True
    held = [moment for moment in snapshot.moments if moment.date == last.period_date]
    own, others = (_said(found, _is_example(last)) for found in (rows, beside))
    if any(moment.area not in own for moment in held):
        return True
    return bool(others) and any(moment.comparator not in others for moment in held)


def _said(rows, by_examples):
    """Return the figures that deliveries give, of examples or of real ones."""
    return {row.figure for row in rows.values() if _is_example(row) == by_examples}


def _is_example(row):
    return row.dataset.kind == Dataset.Kind.EXAMPLE


def _counted(counts):
    """Return the counts that count by indicator: one for each group of areas and dataset."""
    groups = defaultdict(list)
    counts = current.of_current_deliveries(counts)
    for row in counts.select_related("indicator", "area", "dataset"):
        groups[row.indicator_id, row.area_id, row.dataset_id].append(row)
    members = _members({area for _indicator, area, _dataset in groups})
    counted = defaultdict(list)
    for (indicator, area, _dataset), rows in groups.items():
        rows.sort(key=lambda row: counting.ORDER.index(row.outcome))
        size, kind = members[area]
        counted[indicator].append(counting.Counted(rows[0].area, tuple(rows), size, kind))
    return counted


def _members(groups):
    """Return the number of members of each group, and of which kind they are if all are one."""
    kinds = defaultdict(list)
    for group, member, kind in (
        Membership.objects.filter(group__in=groups)
        .values_list("group", "member", "member__kind")
        .distinct()
    ):
        kinds[group].append((member, kind))
    found = defaultdict(lambda: (0, ""))
    for group, members in kinds.items():
        of_one_kind = {kind for _member, kind in members}
        found[group] = (
            len({member for member, _kind in members}),
            of_one_kind.pop() if len(of_one_kind) == 1 else "",
        )
    return found


def _by_outcome(outcomes):
    """Return pairs of an outcome in words and the areas that took that course."""
    groups = defaultdict(list)
    for row in outcomes:
        groups[row.outcome].append(row)
    return [(kind.label, groups[kind]) for kind in counting.ORDER if kind in groups]
