"""How areas are spread over the values of one period: a dot for each, those chosen marked."""

from collections import defaultdict
from dataclasses import dataclass

from indicators import wrapping
from indicators.exploring.marks import Mark
from indicators.exploring.scales import Axis, Tick, em, percent
from indicators.readings import Reading

# Dots within one of these parts of the width are put on top of each other.
PLACES = 32
# In em: from dot to dot upwards, and what is kept for words below and for a dot above.
UP, BELOW, ABOVE = 0.72, 1.9, 1.0


@dataclass(frozen=True)
class Dot:
    """An area at its value; without a mark it is one of the many."""

    x: str
    y: str
    mark: Mark | None


@dataclass(frozen=True)
class Place:
    """An area with its figure of the period, in order from high to low; `rank` counts from 1."""

    rank: int
    measurement: Reading
    mark: Mark | None


@dataclass(frozen=True)
class Spread:
    """The dots, the averages as lines through them, and the same from high to low as a list."""

    period: str
    dots: tuple[Dot, ...]
    averages: tuple[Dot, ...]
    values: tuple[Tick, ...]
    places: tuple[Place, ...]
    missing: tuple[Reading, ...]
    height: str
    ground: str
    foot: str

    @property
    def marks(self):
        """Return the marks that are drawn, by the number of their area."""
        drawn = (dot.mark for dot in (*self.dots, *self.averages) if dot.mark)
        return {mark.area.pk: mark for mark in drawn}


def of(exploration, marks):
    """Return the spread in the last period that is compared, or None with fewer than three areas.

    Of two figures the order says nothing that the table does not.
    """
    day = exploration.analysis.follow_up or exploration.table.columns[-1].date
    found = [_on(line, day) for line in exploration.table.lines]
    known = sorted(
        (cell for cell in found if cell and cell.value is not None),
        key=lambda cell: (-cell.value, cell.area.full_name),
    )
    if len(known) < 3:
        return None
    beside = [_on(line, day) for line in exploration.table.beside if line.area.pk in marks]
    beside = [cell for cell in beside if cell and cell.value is not None]
    axis = Axis.holding([float(cell.value) for cell in (*known, *beside)])
    piles = _piles(known, axis, marks)
    ground = ABOVE + UP * max(len(pile) for pile in piles.values())
    return Spread(
        period=known[0].period,
        dots=tuple(
            Dot(percent((place + 0.5) / PLACES), em(ground - (level + 0.5) * UP), mark)
            for place, pile in piles.items()
            for level, mark in enumerate(pile)
        ),
        averages=tuple(
            Dot(percent(_inside(axis.at(c.value))), em(ABOVE / 2), marks[c.area_id]) for c in beside
        ),
        values=_ticks(axis, exploration.chosen.indicator),
        places=_places(known, marks),
        missing=tuple(cell for cell in found if cell and cell.value is None),
        height=em(ground + BELOW),
        ground=em(ground),
        foot=em(ground + 1.4),
    )


def _on(line, day):
    return next((cell for cell in line.cells if cell and cell.period_date == day), None)


def _piles(known, axis, marks):
    """Return the marks of the areas by their place along the axis; the marked lie lowest."""
    piles = defaultdict(list)
    for cell in known:
        piles[min(PLACES - 1, int(axis.at(cell.value) * PLACES))].append(marks.get(cell.area_id))
    return {place: sorted(pile, key=lambda mark: mark is None) for place, pile in piles.items()}


def _inside(share):
    return (min(PLACES - 1, int(share * PLACES)) + 0.5) / PLACES


def _ticks(axis, indicator):
    places = [(axis.text(tick, indicator), axis.at(tick), side) for tick, side in axis.across]
    return tuple(Tick(text, percent(share), side) for text, share, side in wrapping.apart(places))


def _places(known, marks):
    """Return the areas from high to low; those with the same value share a place."""
    ranks = {}
    for number, cell in enumerate(known, start=1):
        ranks.setdefault(cell.value, number)
    return tuple(Place(ranks[cell.value], cell, marks.get(cell.area_id)) for cell in known)
