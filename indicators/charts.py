"""Charts, laid out on the server: templates draw them as SVG beside the table they show.

Widths are percentages of the chart and heights are in `em`, so a chart fits any screen while
its words keep the size of the text around it. Every bar starts at zero and carries its own
label; a missing value is an empty place with its reason in words.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators import formatting
from indicators.sentences import average_of

# Heights in em.
TITLE, LABEL, BAR, AIR, GAP, MARGIN = 1.6, 1.45, 0.9, 0.45, 0.9, 0.8
HOUSES_PER_ROW = 20
HOUSE_ROW = 1.6


@dataclass(frozen=True)
class Bar:
    """A label with a bar below it; without a width there is no value, and `text` says why."""

    label: str
    text: str
    kind: str
    x: str
    width: str | None
    label_y: str
    y: str


@dataclass(frozen=True)
class Gap:
    """The distance between an area and its benchmark, as a line between the ends of their bars."""

    text: str
    start: str
    end: str
    y: str
    label_y: str


@dataclass(frozen=True)
class Group:
    """Bars that belong together under one title."""

    title: str
    title_y: str
    bars: tuple[Bar, ...]
    gap: Gap | None = None


@dataclass(frozen=True)
class BarChart:
    """Groups of horizontal bars from one zero."""

    groups: tuple[Group, ...]
    height: str
    zero: str
    bar_height: str = f"{BAR}em"


@dataclass(frozen=True)
class HouseRow:
    """Areas with one outcome, each drawn as a house."""

    number: int
    label: str
    kind: str
    label_y: str
    houses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HouseChart:
    """The areas of a group by outcome."""

    rows: tuple[HouseRow, ...]
    height: str


def of_table(table):
    """Return the first and last period of a table: the area above its comparators."""
    chosen = [*table.rows[:1], *table.rows[1:][-1:]]
    return _chart(
        table.indicator,
        [
            (_period(row, row.provisional), _of_row(table, row), _distance_of(table, row))
            for row in chosen
        ],
    )


def of_grid(grid):
    """Return the areas of a grid, each with its first and last period."""
    groups = [(line.area.full_name, _of_line(line), None) for line in grid.lines]
    return _chart(grid.indicator, groups)


def of_counts(counted):
    """Return the areas of a group as houses, by outcome; those not counted come last."""
    rows, y = [], 0.0
    shown = [
        (count.count, f"{counted.noun(count.count)}: {count.get_outcome_display()}", count.outcome)
        for count in counted.counts
    ]
    if counted.uncounted:
        label = f"{counted.noun(counted.uncounted)}: {_('niet geteld in het rapport')}"
        shown.append((counted.uncounted, label, "uncounted"))
    for number, label, kind in shown:
        lines = -(-number // HOUSES_PER_ROW)
        rows.append(HouseRow(number, label, kind, _em(y + 1.1), _houses(number, y + LABEL)))
        y += LABEL + lines * HOUSE_ROW + MARGIN
    return HouseChart(tuple(rows), _em(y - MARGIN))


def _houses(number, top):
    return tuple(
        (
            _percent((place % HOUSES_PER_ROW) / HOUSES_PER_ROW),
            _em(top + place // HOUSES_PER_ROW * HOUSE_ROW),
        )
        for place in range(number)
    )


def _period(row, provisional):
    return f"{row.period} ({_('voorlopig')})" if provisional else row.period


def _of_line(line):
    *earlier, last = [cell for cell in line.cells if cell]
    shown = [(cell, "before") for cell in earlier[:1]] + [(last, "area")]
    return [(_period(cell, cell.is_provisional), cell.figure, kind) for cell, kind in shown]


def _of_row(table, row):
    figures = zip(table.areas, (row.figure, *row.comparators), strict=True)
    return [
        (area.full_name, figure, "beside" if place else "area")
        for place, (area, figure) in enumerate(figures)
        if figure is not None
    ]


def _distance_of(table, row):
    """Return the values that the distance lies between, and its words, where it is known."""
    if not row.distance:
        return None
    ends = (row.figure.value, row.figure.value - row.distance)
    text = _("%(distance)s dan %(average)s") % {
        "distance": formatting.distance(row.distance, table.indicator),
        "average": average_of(table.benchmark),
    }
    return ends, text


def _chart(indicator, groups):
    """Lay out groups of (title, bars, distance) below each other on one scale."""
    values = [figure.value for _title, bars, _gap in groups for _label, figure, _kind in bars]
    if all(value is None for value in values):
        return BarChart((), _em(0), _percent(0))
    scale = _Scale([value for value in values if value is not None])
    laid_out, y = [], 0.0
    for title, bars, gap in groups:
        top, y = y, y + TITLE
        placed = []
        for bar in bars:
            placed.append(_bar(indicator, scale, bar, y))
            y += LABEL + BAR + AIR
        if gap:
            laid_gap = _gap(scale, gap, y)
            y += GAP + LABEL
        laid_out.append(Group(title, _em(top + 1.1), tuple(placed), laid_gap if gap else None))
        y += MARGIN
    return BarChart(tuple(laid_out), _em(max(0.0, y - MARGIN)), _percent(scale.zero))


def _bar(indicator, scale, bar, top):
    label, figure, kind = bar
    missing = figure.value is None
    return Bar(
        label=label,
        text=formatting.figure(figure, indicator),
        kind="missing" if missing else kind,
        x=_percent(scale.zero if missing else min(scale.zero, scale.at(figure.value))),
        width=None if missing else _percent(abs(scale.at(figure.value) - scale.zero)),
        label_y=_em(top + 1.05),
        y=_em(top + LABEL),
    )


def _gap(scale, gap, top):
    ends, text = gap
    start, end = sorted(scale.at(value) for value in ends)
    return Gap(text, _percent(start), _percent(end), _em(top + 0.25), _em(top + GAP + 1.1))


class _Scale:
    """Where values lie on a line that holds zero and all of them."""

    def __init__(self, values):
        self._low = float(min([0, *values]))
        self._width = float(max([0, *values])) - self._low or 1.0

    @property
    def zero(self):
        return self.at(0)

    def at(self, value):
        return (float(value) - self._low) / self._width


def _percent(share):
    # Written out: a template would print a Dutch decimal comma, which SVG does not know.
    return f"{share * 100:.2f}%"


def _em(height):
    return f"{height:.2f}em"
