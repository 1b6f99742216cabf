"""The course of a figure as a small drawing: a line for the area, one for its average.

The days stand as far from each other as they were. A missing value breaks the line, and so does a
change of the definition. Both ends carry their value in words, so nothing depends on where the
drawing begins to count.
"""

from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from indicators import definitions, formatting

# What is kept free of the line, so that its points are drawn whole: parts of the drawing.
MARGIN = 0.08


@dataclass(frozen=True)
class Segment:
    """A straight part of a line."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class Line:
    """The course of one area; `kind` is `area` or `beside`."""

    kind: str
    points: tuple[tuple[str, str], ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Trend:
    """The drawing, what stands at both ends of it, and all of it in words.

    `breaks` are the places across at which the definition changed.
    """

    lines: tuple[Line, ...]
    first: str
    last: str
    average: str
    text: str
    breaks: tuple[str, ...] = ()


def of_table(table):
    """Return the course of the area of a table beside its benchmark, or None without a course."""
    courses = [("area", table.area, [row.figure for row in table.rows])]
    if table.benchmark:
        place = table.comparators.index(table.benchmark)
        courses.insert(
            0, ("beside", table.benchmark, [row.comparators[place] for row in table.rows])
        )
    values = [
        figure.value for _kind, _area, figures in courses for figure in figures if _has(figure)
    ]
    if len(table.rows) < 2 or not values:
        return None
    across = _Span([row.date.toordinal() for row in table.rows])
    up = _Span([float(value) for value in values])
    changes = definitions.between(table.indicator, table.rows[0].date, table.rows[-1].date)
    told = [_told(table, area, figures) for _kind, area, figures in reversed(courses)]
    return Trend(
        lines=tuple(_line(kind, table, figures, across, up) for kind, _a, figures in courses),
        first=_end(table, table.rows[0]),
        last=_end(table, table.rows[-1]),
        average=_drawn_beside(courses),
        text="; ".join(told + ([definitions.changed(changes)] if changes else [])),
        breaks=tuple(_percent(_before(change, table.rows, across)) for change in changes),
    )


def _drawn_beside(courses):
    kind, area, figures = courses[0]
    return area.full_name if kind == "beside" and any(map(_has, figures)) else ""


def _has(figure):
    return figure is not None and figure.value is not None


def _before(change, rows, across):
    """Return the place between the last figure before a change and the first one after it."""
    earlier = max(row.date for row in rows if row.date < change.since)
    later = min(row.date for row in rows if row.date >= change.since)
    return across.at((earlier.toordinal() + later.toordinal()) / 2)


def _line(kind, table, figures, across, up):
    known = [
        (across.at(row.date.toordinal()), 1 - up.at(float(figure.value))) if _has(figure) else None
        for row, figure in zip(table.rows, figures, strict=True)
    ]
    places = [place and (_percent(place[0]), _percent(place[1])) for place in known]
    return Line(
        kind,
        tuple(filter(None, places)),
        tuple(
            Segment(*start, *end)
            for (start, before), (end, after) in pairwise(zip(places, table.rows, strict=True))
            if start and end and not definitions.between(table.indicator, before.date, after.date)
        ),
    )


def _end(table, row):
    return f"{row.period}: {formatting.figure(row.figure, table.indicator)}"


def _told(table, area, figures):
    told = ", ".join(
        f"{row.period} {formatting.figure(figure, table.indicator)}"
        for row, figure in zip(table.rows, figures, strict=True)
        if figure is not None
    )
    return _("%(area)s: %(figures)s") % {"area": area.full_name, "figures": told}


class _Span:
    """Where numbers lie between the lowest and the highest, a margin kept at both ends."""

    def __init__(self, numbers):
        self._low = min(numbers)
        self._width = (max(numbers) - self._low) or None

    def at(self, number):
        share = 0.5 if self._width is None else (number - self._low) / self._width
        return MARGIN + share * (1 - 2 * MARGIN)


def _percent(share):
    # Written out: a template would print a Dutch decimal comma, which SVG does not know.
    return f"{share * 100:.2f}%"
