"""Charts, laid out on the server: templates draw them as SVG beside the table they show.

Widths are percentages of the chart and heights are in `em`, so a chart fits any screen while
its words keep the size of the text around it. Every bar starts at zero and carries its own
label; a missing value is an empty place with its reason in words.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from indicators import formatting, wrapping
from indicators.exploring.scales import em, percent
from indicators.sentences import average_of

# Heights in em.
TITLE, LABEL, BAR, AIR, GAP, MARGIN = 1.6, 1.45, 0.9, 0.45, 0.9, 0.8


@dataclass(frozen=True)
class Bar:
    """A label with a bar below it; without a width there is no value, and `text` says why.

    `lines` are the words as they are drawn: without a value all of them, else what follows it.
    """

    label: str
    text: str
    lines: tuple[str, ...]
    kind: str
    x: str
    width: str | None
    label_y: str
    y: str


@dataclass(frozen=True)
class Gap:
    """The distance between an area and its benchmark, as a line between the ends of their bars."""

    text: str
    lines: tuple[str, ...]
    start: str
    end: str
    y: str
    label_y: str


@dataclass(frozen=True)
class Group:
    """Bars that belong together under one title."""

    title: str
    lines: tuple[str, ...]
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


def of_table(table):
    """Return the first and last period of a table: the area above its comparators."""
    chosen = [*table.rows[:1], *table.rows[1:][-1:]]
    return _chart(
        [
            (_period(row, row.provisional), _of_row(table, row), _distance_of(table, row))
            for row in chosen
        ]
    )


def of_grid(grid):
    """Return the areas of a grid, each with its first and last period."""
    return _chart(
        [(line.area.full_name, _of_line(line, grid.indicator), None) for line in grid.lines]
    )


def of_told(table):
    """Return the areas of a table that is plain data, each with its first and last figure.

    `indicators.overviews` tells what such a table holds.
    """
    groups = []
    for line in table["lines"]:
        kind = "beside" if line["beside"] else "area"
        known = [cell for cell in line["cells"] if cell]
        ends = [*known[:1], *known[-1:]] if len(known) > 1 else known
        kinds = ["before", kind][-len(ends) :]
        bars = [
            (_period_told(cell), _value(cell), cell["text"], how)
            for cell, how in zip(ends, kinds, strict=True)
        ]
        groups.append((line["area"], bars, None))
    return _chart(groups)


def _period(row, provisional):
    return f"{row.period} ({_('voorlopig')})" if provisional else row.period


def _period_told(cell):
    return f"{cell['period']} ({_('voorlopig')})" if cell["provisional"] else cell["period"]


def _value(cell):
    return None if cell["value"] is None else Decimal(cell["value"])


def _of_line(line, indicator):
    *earlier, last = [cell for cell in line.cells if cell]
    shown = [(cell, "before") for cell in earlier[:1]] + [(last, "area")]
    return [
        (
            _period(cell, cell.is_provisional),
            cell.value,
            formatting.figure(cell.figure, indicator),
            kind,
        )
        for cell, kind in shown
    ]


def _of_row(table, row):
    figures = zip(table.areas, (row.figure, *row.comparators), strict=True)
    return [
        (
            area.full_name,
            figure.value,
            formatting.figure(figure, table.indicator),
            "beside" if place else "area",
        )
        for place, (area, figure) in enumerate(figures)
        if figure is not None
    ]


def _distance_of(table, row):
    """Return the values that the distance lies between, and its words, where it is known."""
    if not row.distance:
        return None
    ends = (row.figure.value, row.figure.value - row.distance)
    if formatting.rounded(row.distance, table.indicator.decimals):
        text = _("%(distance)s dan %(average)s")
    else:
        text = _("%(distance)s met %(average)s")
    words = {
        "distance": formatting.distance(row.distance, table.indicator),
        "average": average_of(table.benchmark),
    }
    return ends, text % words


def _chart(groups):
    """Lay out groups of (title, bars, distance) below each other on one scale.

    A bar is a label, a value or None, the value or the reason in words, and the kind of bar.
    """
    values = [value for _title, bars, _gap in groups for _label, value, _text, _kind in bars]
    if all(value is None for value in values):
        return BarChart((), em(0), percent(0))
    scale = _Scale([value for value in values if value is not None])
    laid_out, y = [], 0.0
    for title, bars, gap in groups:
        lines = wrapping.lines(title)
        top, y = y, y + TITLE + _more(lines)
        placed, laid_gap = [], None
        for bar in bars:
            placed.append(_bar(scale, bar, y))
            y += LABEL + _more(placed[-1].lines) + BAR + AIR
        if gap:
            laid_gap = _gap(scale, gap, y)
            y += GAP + LABEL + _more(laid_gap.lines)
        laid_out.append(Group(title, lines, em(top + 1.1), tuple(placed), laid_gap))
        y += MARGIN
    return BarChart(tuple(laid_out), em(max(0.0, y - MARGIN)), percent(scale.zero))


def _more(lines):
    """Return the height of the lines after the first."""
    return wrapping.LINE * (len(lines) - 1)


def _bar(scale, bar, top):
    label, value, text, kind = bar
    missing = value is None
    lines = _why_missing(label, text) if missing else wrapping.lines(label, after=text)
    return Bar(
        label=label,
        text=text,
        lines=lines,
        kind="missing" if missing else kind,
        x=percent(scale.zero if missing else min(scale.zero, scale.at(value))),
        width=None if missing else percent(abs(scale.at(value) - scale.zero)),
        label_y=em(top + 1.05),
        y=em(top + LABEL + _more(lines)),
    )


def _why_missing(label, reason):
    """Return a label and why it has no value: on one line, or each on lines of its own."""
    together = wrapping.lines(f"{label}: {reason}")
    if len(together) == 1:
        return together
    return (*wrapping.lines(f"{label}:"), *wrapping.lines(reason))


def _gap(scale, gap, top):
    ends, text = gap
    start, end = sorted(scale.at(value) for value in ends)
    return Gap(
        text,
        wrapping.lines(text),
        percent(start),
        percent(end),
        em(top + 0.25),
        em(top + GAP + 1.1),
    )


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
