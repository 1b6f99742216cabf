"""The distance of each area to the average, before and after, with the average at zero."""

from collections import Counter
from dataclasses import dataclass

from indicators import wrapping
from indicators.analysis import Course
from indicators.exploring.scales import Axis, Tick, em, percent

# In em: of the words above a line, and of the line itself.
WORDS, ROW, TOP = 1.2, 2.5, 2.0
HALF = 0.9


@dataclass(frozen=True)
class Distance:
    """An area: from where it was to where it is, or without what cannot be said."""

    course: Course
    name: str
    text: str
    lines: tuple[str, ...]
    before: str
    after: str
    words_y: str
    y: str


@dataclass(frozen=True)
class DistanceChart:
    """The areas of a gap analysis below each other; the average lies at `zero`."""

    rows: tuple[Distance, ...]
    zero: str
    anchor: str
    ends: tuple[Tick, ...]
    height: str


def of(exploration):
    """Return the distances of an exploration, or None when nothing is compared."""
    indicator = exploration.chosen.indicator
    known = [row.distance for course in exploration.courses for row in _rows(course)]
    if not known or not exploration.analysis.is_comparison:
        return None
    axis = Axis.holding([float(distance) for distance in known], zero=True)
    zero = axis.at(0)
    names = Counter(course.area.name for course in exploration.courses)
    rows, y = [], TOP
    for course in exploration.courses:
        row, height = _distance(course, axis, y, names[course.area.name] > 1)
        rows.append(row)
        y += height
    return DistanceChart(
        rows=tuple(rows),
        zero=percent(zero),
        anchor="start" if zero < 0.25 else "end" if zero > 0.75 else "middle",
        ends=tuple(
            Tick(axis.text(tick, indicator), percent(axis.at(tick)), anchor)
            for tick, anchor in ((axis.ticks[0], "start"), (axis.ticks[-1], "end"))
            if tick
        ),
        height=em(y),
    )


def _rows(course):
    return [row for row in (course.before, course.after) if row and row.distance is not None]


def _distance(course, axis, top, shared):
    """Return an area as it is drawn, and the height that takes."""
    before, after = (
        percent(axis.at(row.distance)) if row and row.distance is not None else ""
        for row in (course.before, course.after)
    )
    # The municipality and the reason stand in the table.
    name, text = course.area.full_name if shared else course.area.name, course.outcome.label
    lines = wrapping.lines(text, after=name)
    more = wrapping.LINE * (len(lines) - 1)
    row = Distance(
        course=course,
        name=name,
        text=text,
        lines=lines,
        before=before,
        after=after,
        words_y=em(top + WORDS - 0.15),
        y=em(top + more + WORDS + HALF / 2),
    )
    return row, ROW + more
