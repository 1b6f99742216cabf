"""The distance between an area and the average it is compared with, and what became of it."""

from indicators.models import Indicator, Outcome


def lag(value, average, indicator):
    """Return how far a value is behind an average; below zero when it is better.

    Follows the direction of the indicator. Of an indicator without a better or worse side it
    is the size of the difference. None when a value is missing.
    """
    if value is None or average is None:
        return None
    if indicator.direction == Indicator.Direction.HIGHER:
        return average - value
    if indicator.direction == Indicator.Direction.LOWER:
        return value - average
    return abs(value - average)


def outcome(before, after, indicator):
    """Return what became of a lag between two moments, as the report counts it.

    Two lags that differ by no more than the tolerance of the indicator are about the same. An
    area that ends within the tolerance of the average, or better, is not behind.
    """
    if before is None or after is None:
        return Outcome.NO_STATEMENT
    if indicator.direction != Indicator.Direction.NEUTRAL and after <= indicator.tolerance:
        return Outcome.AT_OR_BETTER
    if abs(after - before) <= indicator.tolerance:
        return Outcome.SAME
    return Outcome.SMALLER if after < before else Outcome.LARGER


def is_improvement(before, after, indicator):
    """Tell whether a value went the better way; None when that cannot be said.

    That is so without a value or a direction, and for a change within the tolerance.
    """
    if before is None or after is None or abs(after - before) <= indicator.tolerance:
        return None
    if indicator.direction == Indicator.Direction.NEUTRAL:
        return None
    return (after > before) == (indicator.direction == Indicator.Direction.HIGHER)
