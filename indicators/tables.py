"""An area beside the areas it is compared with, period by period: what tables and charts show."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from content.models import Area
from indicators import definitions
from indicators.models import Dataset, Figure, Indicator, ReportedOutcome


@dataclass(frozen=True)
class Row:
    """The figures of one period; `comparators` are in the order of those of the table.

    `distance` is the value of the area minus that of the benchmark, or None.
    """

    period: str
    date: date
    figure: Figure
    comparators: tuple[Figure | None, ...]
    distance: Decimal | None
    provisional: bool
    dataset: Dataset


@dataclass(frozen=True)
class FigureTable:
    """One indicator of one area through time, next to its comparators.

    The benchmark is the comparator that distances are counted to.
    """

    indicator: Indicator
    area: Area
    comparators: tuple[Area, ...]
    benchmark: Area | None
    rows: tuple[Row, ...]

    @property
    def areas(self):
        """Return the area itself and then its comparators: the columns of the table."""
        return (self.area, *self.comparators)

    @property
    def has_distances(self):
        """Tell whether the distance to the benchmark is known in any period."""
        return any(row.distance is not None for row in self.rows)

    @property
    def notes(self):
        """Return what a reader must know before comparing the periods with each other."""
        if not self.rows:
            return []
        first, last = self.rows[0], self.rows[-1]
        return definitions.notes(definitions.between(self.indicator, first.date, last.date))


@dataclass(frozen=True)
class AreaFigures(FigureTable):
    """What is known of one indicator in one area: figures, reported outcomes, and in words."""

    outcomes: tuple[ReportedOutcome, ...]
    sentence: str

    @property
    def anchor(self):
        """Return the id of this part of the area profile; search leads to it."""
        return f"cijfer-{self.indicator.code}"

    @property
    def is_trait(self):
        """Tell whether this says once what an area is like, not whether it goes well there."""
        neutral = self.indicator.direction == Indicator.Direction.NEUTRAL
        return neutral and len(self.rows) == 1 and not self.outcomes

    @property
    def latest(self):
        """Return the figure of the last period, or nothing."""
        return self.rows[-1].figure if self.rows else None

    @property
    def beside(self):
        """Return the figure of the benchmark in the last period, or nothing."""
        if not self.rows or self.benchmark is None:
            return None
        return self.rows[-1].comparators[self.comparators.index(self.benchmark)]

    @property
    def datasets(self):
        """Return where figures and outcomes come from: a delivery for each origin."""
        return of_each_origin(found.dataset for found in (*self.rows, *self.outcomes))


def of_each_origin(datasets):
    """Return the first delivery of each origin, in order: of the others the same would be told."""
    found = {}
    for dataset in datasets:
        found.setdefault((dataset.source, dataset.url, dataset.kind, dataset.licence), dataset)
    return tuple(found.values())


def distance(figure, other):
    """Return how much a figure is above another, or None when one of both is missing."""
    if figure is None or other is None or figure.value is None or other.value is None:
        return None
    return figure.value - other.value


def of_snapshot(snapshot):
    """Return the table of a snapshot: two periods, and at most one comparator."""
    comparators = (snapshot.comparator,) if snapshot.comparator_id else ()
    rows = tuple(
        Row(
            period=moment.period,
            date=moment.date,
            figure=moment.area,
            comparators=(moment.comparator,) if comparators else (),
            distance=distance(moment.area, moment.comparator),
            provisional=snapshot.provisional,
            dataset=moment.dataset,
        )
        for moment in snapshot.moments
    )
    benchmark = comparators[0] if comparators else None
    return FigureTable(snapshot.indicator, snapshot.area, comparators, benchmark, rows)
