"""What pages show of figures, each read in a fixed number of queries."""

from collections import defaultdict

from django.db.models import Case, Count, Exists, F, OuterRef, Q, When

from content.models import Area, Membership, Theme
from indicators import comparators, counting, grids, sentences, tables
from indicators.models import Dataset, Indicator, Measurement, ReportedCount, ReportedOutcome

SCHEMES = tuple(Theme.Scheme)


def current_measurements():
    """Return the measurements that count: withdrawn and superseded deliveries left out.

    Of two for one area and day the last counts: a real one above an example, then the newer.
    """
    is_real = Case(When(dataset__kind=Dataset.Kind.EXAMPLE, then=0), default=1)
    later = Dataset.objects.filter(supersedes=OuterRef("dataset"))
    later = later.exclude(status=Dataset.Status.WITHDRAWN)
    return (
        Measurement.objects.exclude(dataset__status=Dataset.Status.WITHDRAWN)
        .filter(~Exists(later))
        .select_related("dataset", "area__parent")
        .order_by(
            "period_date", is_real, F("dataset__retrieved_at").asc(nulls_first=True), "dataset_id"
        )
    )


def area_figures(area):
    """Return every indicator that says something of an area (four queries).

    Each has its rows next to the comparators of the area, what reports say of it, and both in
    a sentence; `anchor` is the id that links to it end in.
    """
    of_area = defaultdict(dict)
    for row in current_measurements().filter(area=area).select_related("indicator__theme"):
        of_area[row.indicator][row.period_date] = row
    outcomes = defaultdict(list)
    for row in _outcomes().filter(area=area):
        outcomes[row.indicator].append(row)
    beside, known = _beside(area, of_area)
    found = sorted({*of_area, *outcomes}, key=_place)
    return [
        _area_figures(indicator, area, of_area, beside[indicator.pk], outcomes, known)
        for indicator in found
    ]


def measured_days(indicator, area, dataset):
    """Return the days on which a dataset has a measurement of an area, in order (one query)."""
    found = Measurement.objects.filter(indicator=indicator, area=area, dataset=dataset)
    return list(found.order_by("period_date").values_list("period_date", flat=True))


def newer_figures(snapshots):
    """Return the rows that came after each snapshot, by its number (one query).

    Newer is a later period, or another value for the same period from a delivery that
    supersedes that of the snapshot. Examples are no news beside real figures.
    """
    snapshots = list(snapshots)
    chosen = Q(
        indicator__in={snapshot.indicator_id for snapshot in snapshots},
        area__in={snapshot.area_id for snapshot in snapshots}
        | {snapshot.comparator_id for snapshot in snapshots},
    )
    found = defaultdict(dict)
    for row in current_measurements().filter(chosen):
        found[row.indicator_id, row.area_id][row.period_date] = row
    return {snapshot.pk: _newer(snapshot, found) for snapshot in snapshots}


def indicators_by_theme():
    """Return pairs of a theme and its indicators, each with `area_total` and `counted`."""
    found = Indicator.objects.select_related("theme").annotate(
        area_total=Count("measurements__area", distinct=True)
    )
    counted = _counted(ReportedCount.objects.all())
    groups = defaultdict(list)
    for indicator in sorted(found, key=_place):
        indicator.counted = counted[indicator.pk]
        groups[indicator.theme].append(indicator)
    return list(groups.items())


def indicator_overview(indicator):
    """Return the figures of an indicator, what reports counted, and the areas they name."""
    measurements = list(current_measurements().filter(indicator=indicator))
    return {
        "grid": grids.of(indicator, measurements),
        "counted": _counted(indicator.reportedcounts.all())[indicator.pk],
        "outcomes": _by_outcome(_outcomes().filter(indicator=indicator)),
    }


def _place(indicator):
    theme = indicator.theme
    return SCHEMES.index(theme.scheme), theme.position, indicator.position, indicator.name


def _outcomes():
    return ReportedOutcome.objects.select_related(
        "indicator__theme", "area__parent", "dataset"
    ).order_by("area__kind", "area__name")


def _beside(area, of_area):
    """Return the measurements of the comparators by indicator, area and day."""
    known = comparators.Comparators.load()
    chosen = Q(area__in=known.of(area)) | Q(area__kind=Area.Kind.COUNTRY)
    rows = current_measurements().filter(chosen, indicator__in=of_area).exclude(area=area)
    beside = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        beside[row.indicator_id][row.area][row.period_date] = row
    return beside, known


def _area_figures(indicator, area, of_area, beside, outcomes, known):
    own = of_area[indicator]
    relevant = comparators.in_order(other for other, rows in beside.items() if rows.keys() & own)
    benchmark = known.benchmark(relevant, lambda other: _overlap(own, beside[other]))
    rows = tuple(
        _row(measurement, [beside[other].get(day) for other in relevant], relevant, benchmark)
        for day, measurement in sorted(own.items())
    )
    table = tables.FigureTable(indicator, area, tuple(relevant), benchmark, rows)
    reported = tuple(outcomes[indicator])
    said = [sentences.table(table), *map(sentences.outcome, reported)]
    return tables.AreaFigures(
        **vars(table), outcomes=reported, sentence=" ".join(filter(None, said))
    )


def _overlap(own, other):
    """Return in how many periods both areas have a value."""
    return sum(
        tables.distance(own[day].figure, row.figure) is not None
        for day, row in other.items()
        if day in own
    )


def _row(measurement, beside, relevant, benchmark):
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


def _newer(snapshot, found):
    """Return the rows of a snapshot's indicator and area that it does not hold."""
    relevant = [snapshot.comparator] if snapshot.comparator_id else []
    own = found[snapshot.indicator_id, snapshot.area_id]
    beside = found[snapshot.indicator_id, snapshot.comparator_id]
    benchmark = relevant[0] if relevant else None
    return tuple(
        _row(row, [beside.get(day)] if relevant else [], relevant, benchmark)
        for day, row in sorted(own.items())
        if _is_news(row, snapshot)
    )


def _is_news(row, snapshot):
    if row.dataset.kind == Dataset.Kind.EXAMPLE and row.dataset_id != snapshot.dataset_id:
        return False
    if row.period_date > snapshot.follow_up_date:
        return True
    held = {moment.date: moment.area for moment in snapshot.moments}
    return row.period_date in held and row.figure != held[row.period_date]


def _counted(counts):
    """Return the counts by indicator: one for each group of areas and dataset."""
    groups = defaultdict(list)
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
