"""An axis: where numbers lie on it, and the round numbers that it names."""

from dataclasses import dataclass
from math import ceil, floor, log10

from indicators import formatting
from indicators.models.indicators import DECIMALS

# About so many round numbers stand along an axis.
TICKS = 4
STEPS = (1, 2, 2.5, 5, 10)
# An axis begins at zero when that costs no more than this part of it.
NEAR_ZERO = 0.5


@dataclass(frozen=True)
class Tick:
    """A round number, or a year, and where it stands; `anchor` is the side that it begins at."""

    text: str
    place: str
    anchor: str = "start"


@dataclass(frozen=True)
class Axis:
    """A line of numbers from its lowest to its highest tick."""

    ticks: tuple[float, ...]

    @classmethod
    def holding(cls, values, zero=False):
        """Return the axis that holds all values, and zero when asked for or when it is near."""
        low, high = min(values), max(values)
        if zero or 0 <= low <= NEAR_ZERO * high:
            low = min(low, 0)
        if zero:
            high = max(high, 0)
        if low == high:
            low, high = low - 1, high + 1
        step = _step((high - low) / TICKS)
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        return cls(tuple(round(number * step, 10) for number in range(first, last + 1)))

    @property
    def low(self):
        """Return where the axis begins."""
        return self.ticks[0]

    def text(self, value, indicator):
        """Return a round number with its unit, with no more decimals than the axis needs."""
        step = self.ticks[1] - self.low
        decimals = next((n for n in range(DECIMALS) if round(step, n) == step), DECIMALS)
        text = formatting.number(value, decimals)
        return f"{text}%" if indicator.unit == "%" else text

    @property
    def across(self):
        """Return pairs of a tick and the side that its words begin at, for a level axis."""
        sides = {self.ticks[0]: "start", self.ticks[-1]: "end"}
        return [(tick, sides.get(tick, "middle")) for tick in self.ticks]

    def at(self, number):
        """Return how far along the axis a number lies: 0 at its begin, 1 at its end."""
        return (float(number) - self.low) / (self.ticks[-1] - self.low)


def percent(share):
    """Return a part as a length in SVG.

    Written out: a template would print a Dutch decimal comma, which SVG does not know.
    """
    return f"{share * 100:.2f}%"


def em(height):
    """Return a height in the size of the text around it."""
    return f"{height:.2f}em"


def _step(rough):
    size = 10.0 ** floor(log10(rough))
    return next(step * size for step in STEPS if rough <= step * size * 1.0000001)
