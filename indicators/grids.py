"""All figures of one indicator: a line for each area, a column for each period."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from content.models import Area
from indicators import definitions, tables
from indicators.models import Indicator
from indicators.readings import Reading

# Groups and country first: they are what the areas below them are read against.
ORDER = (
    Area.Kind.GROUP,
    Area.Kind.COUNTRY,
    Area.Kind.MUNICIPALITY,
    Area.Kind.NEIGHBOURHOOD,
)


@dataclass(frozen=True)
class Column:
    """A day that figures are of, with what the sources call it."""

    date: date
    label: str


@dataclass(frozen=True)
class Line:
    """The measurements of one area in the order of the columns; None where there is none."""

    indicator: Indicator
    area: Area
    cells: tuple[Reading | None, ...]

    @property
    def change(self) -> Decimal | None:
        """Return the last value minus the first, or None when there are no two to compare."""
        known = [cell for cell in self.cells if cell and cell.value is not None]
        if len(known) < 2:
            return None
        first, last = known[0], known[-1]
        if definitions.between(self.indicator, first.period_date, last.period_date):
            return None
        return last.value - first.value


@dataclass(frozen=True)
class Grid:
    """The figures of an indicator over areas and periods."""

    indicator: Indicator
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]

    @property
    def has_changes(self):
        """Tell whether any area has figures of two periods."""
        return any(line.change is not None for line in self.lines)

    @property
    def is_provisional(self):
        """Tell whether any figure may still change."""
        return any(cell and cell.is_provisional for line in self.lines for cell in line.cells)

    @property
    def notes(self):
        """Return what a reader must know before comparing the columns with each other."""
        if not self.columns:
            return []
        first, last = self.columns[0], self.columns[-1]
        return definitions.notes(definitions.between(self.indicator, first.date, last.date))

    @property
    def datasets(self):
        """Return where the figures come from: a delivery for each origin."""
        cells = (cell for line in self.lines for cell in line.cells if cell)
        return tables.of_each_origin(cell.dataset for cell in cells)


def of(indicator, measurements):
    """Return the grid of measurements; the last of two for one area and day counts."""
    cells = defaultdict(dict)
    labels = defaultdict(dict)
    areas = {}
    for row in measurements:
        areas[row.area_id] = row.area
        cells[row.area_id][row.period_date] = row
        labels[row.period_date][row.period] = True
    days = sorted(labels)
    return Grid(
        indicator,
        tuple(Column(day, " / ".join(labels[day])) for day in days),
        tuple(
            Line(indicator, area, tuple(cells[area.pk].get(day) for day in days))
            for area in sorted(areas.values(), key=_place)
        ),
    )


def _place(area):
    return ORDER.index(area.kind), area.name
