"""The course of areas through three periods or more, as lines drawn on the server.

Days stand as far from each other as they were. A line is interrupted where a figure is missing
and where the definition, the source or the borders changed: nothing is drawn that was not measured.
"""

from dataclasses import dataclass
from itertools import pairwise

from indicators import wrapping
from indicators.exploring import breaks
from indicators.exploring.marks import Mark
from indicators.exploring.scales import Axis, Tick, em, percent

# In em: the height of the drawing, and what is kept free above and below for words.
HEIGHT, ABOVE, BELOW = 20.0, 1.6, 1.8
# The part of the width that is kept free on both sides for whole marks.
MARGIN = 0.03
# Lines are paths in a square of this size, which is stretched over the drawing.
SQUARE = 1000


@dataclass(frozen=True)
class Point:
    """A figure on its day; one that is provisional has a ring around it."""

    x: str
    y: str
    provisional: bool


@dataclass(frozen=True)
class Course:
    """The line of one area that is pointed out; `path` is the `d` of an SVG path."""

    mark: Mark
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class CourseChart:
    """Lines on one axis; `background` is one path of all areas that are not pointed out.

    `begins` tells in words where an axis begins that leaves out zero; `breaks` are the places
    across at which a line is interrupted.
    """

    background: str
    courses: tuple[Course, ...]
    breaks: tuple[str, ...]
    values: tuple[Tick, ...]
    years: tuple[Tick, ...]
    begins: str
    provisional: bool
    height: str = em(HEIGHT)
    top: str = em(ABOVE)
    room: str = em(HEIGHT - ABOVE - BELOW)
    bottom: str = em(HEIGHT - BELOW)
    foot: str = em(HEIGHT - 0.4)


def of(exploration, marks):
    """Return the lines of an exploration, or None when nothing has a value."""
    table, indicator = exploration.table, exploration.chosen.indicator
    values = [float(cell.value) for cell in table.cells if cell.value is not None]
    if not values:
        return None
    axis = Axis.holding(values)
    place = _Place(axis, table.columns)
    pieces = {line.area.pk: _pieces(exploration, line) for line in table.all_lines}
    marked = [number for number in marks if number in pieces]
    drawn = [_course(marks[number], pieces[number], place) for number in marked]
    behind = (pieces[line.area.pk] for line in table.lines if line.area.pk not in marks)
    return CourseChart(
        background="".join(place.path(found) for found in behind),
        # What is compared with lies below the areas themselves.
        courses=tuple(sorted(drawn, key=lambda course: course.mark.kind == "area")),
        breaks=_breaks([pieces[number] for number in marked], exploration, place),
        values=tuple(Tick(axis.text(tick, indicator), place.up(tick)) for tick in axis.ticks),
        years=_years(table.columns, place),
        begins="" if axis.low <= 0 else axis.text(axis.low, indicator),
        provisional=any(point.provisional for course in drawn for point in course.points),
    )


class _Place:
    """Where days and values lie in the drawing."""

    def __init__(self, axis, columns):
        self._axis = axis
        self._first = columns[0].date.toordinal()
        self._width = columns[-1].date.toordinal() - self._first or None

    def across(self, day):
        share = 0.5 if self._width is None else (day - self._first) / self._width
        return MARGIN + share * (1 - 2 * MARGIN)

    def up(self, value):
        room = HEIGHT - ABOVE - BELOW
        return em(ABOVE + (1 - self._axis.at(value)) * room)

    def path(self, pieces):
        """Return lines as a path; a figure on its own is a point."""
        return "".join(
            "M" + "L".join(map(self._corner, piece)) + ("h0" if len(piece) == 1 else "")
            for piece in pieces
        )

    def _corner(self, cell):
        across = self.across(cell.period_date.toordinal()) * SQUARE
        down = (1 - self._axis.at(cell.value)) * SQUARE
        return f"{across:.1f} {down:.1f}"


def _pieces(exploration, line):
    """Return the measurements of an area in runs that belong together."""
    pieces, last = [], None
    for cell in filter(None, line.cells):
        if cell.value is None:
            last = None
            continue
        if last is None or breaks.between(exploration.collected, line.area, last, cell):
            pieces.append([])
        pieces[-1].append(cell)
        last = cell
    return pieces


def _course(mark, pieces, place):
    points = tuple(
        Point(
            percent(place.across(cell.period_date.toordinal())),
            place.up(cell.value),
            cell.is_provisional,
        )
        for piece in pieces
        for cell in piece
    )
    return Course(mark, place.path(pieces), points)


def _breaks(courses, exploration, place):
    """Return where lines are interrupted though a figure stands on both sides.

    A change of the definition has one place for all areas, between the figures around it.
    """
    found = {}
    for pieces in courses:
        for before, after in pairwise(pieces):
            one, other = before[-1], after[0]
            days = one.period_date, other.period_date
            for each in breaks.between(exploration.collected, one.area, one, other):
                for key in each.changes or [days]:
                    found[key] = _nearest(days, found.get(key, days))
    return tuple(dict.fromkeys(percent(place.across(_middle(*days))) for days in found.values()))


def _nearest(days, others):
    return max(days[0], others[0]), min(days[1], others[1])


def _middle(before, after):
    return (before.toordinal() + after.toordinal()) / 2


def _years(columns, place):
    """Return years along the foot, no more than fit on a narrow screen."""
    days = {column.date.year: column.date.toordinal() for column in columns}
    years = list(days)
    places = [(str(year), place.across(days[year]), _anchor(year, years)) for year in years]
    return tuple(
        Tick(text, percent(across), anchor) for text, across, anchor in wrapping.apart(places)
    )


def _anchor(year, years):
    if year == years[-1]:
        return "end"
    return "start" if year == years[0] else "middle"
