"""The areas of a group as houses, by what became of them; templates draw them as SVG."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators import wrapping
from indicators.exploring.scales import em, percent

HOUSES_PER_ROW = 20
# Heights in em: of the words above a row, of a row, and of the air below it.
LABEL, HOUSE_ROW, MARGIN = 1.45, 1.6, 0.8


@dataclass(frozen=True)
class HouseRow:
    """Areas with one outcome, each drawn as a house."""

    number: int
    label: str
    lines: tuple[str, ...]
    kind: str
    label_y: str
    houses: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HouseChart:
    """The areas of a group by outcome."""

    rows: tuple[HouseRow, ...]
    height: str


def of_counts(counted):
    """Return the areas of a group as houses, by outcome; those not counted come last."""
    shown = [
        (count.count, f"{counted.noun(count.count)}: {count.get_outcome_display()}", count.outcome)
        for count in counted.counts
    ]
    if counted.uncounted:
        label = f"{counted.noun(counted.uncounted)}: {_('niet geteld in het rapport')}"
        shown.append((counted.uncounted, label, "uncounted"))
    return of_numbers(shown)


def of_numbers(shown):
    """Return rows of houses: how many, what they are called, and the kind that colours them."""
    rows, y = [], 0.0
    for number, label, kind in shown:
        lines = wrapping.lines(label, after=str(number))
        below = y + LABEL + wrapping.LINE * (len(lines) - 1)
        rows.append(HouseRow(number, label, lines, kind, em(y + 1.1), _houses(number, below)))
        y = below + -(-number // HOUSES_PER_ROW) * HOUSE_ROW + MARGIN
    return HouseChart(tuple(rows), em(y - MARGIN))


def _houses(number, top):
    return tuple(
        (
            percent((place % HOUSES_PER_ROW) / HOUSES_PER_ROW),
            em(top + place // HOUSES_PER_ROW * HOUSE_ROW),
        )
        for place in range(number)
    )
