"""The distance to an average, and what becomes of it."""

from decimal import Decimal

import pytest

from indicators import gaps
from indicators.models import Indicator, Outcome


def indicator(direction, tolerance="0.5"):
    return Indicator(direction=direction, tolerance=Decimal(tolerance))


HIGHER, LOWER, NEUTRAL = indicator("higher"), indicator("lower"), indicator("neutral")


@pytest.mark.parametrize(
    ("value", "average", "measure", "lag"),
    [
        (58, 67, HIGHER, 9),
        (70, 67, HIGHER, -3),
        (55, 41, LOWER, 14),
        (40, 41, LOWER, -1),
        (3, 5, NEUTRAL, 2),
        (5, 3, NEUTRAL, 2),
        (None, 5, HIGHER, None),
        (5, None, HIGHER, None),
    ],
)
def test_how_far_an_area_is_behind(value, average, measure, lag):
    assert gaps.lag(value, average, measure) == lag


@pytest.mark.parametrize(
    ("before", "after", "measure", "outcome"),
    [
        (9, 8, HIGHER, Outcome.SMALLER),
        (8, 9, HIGHER, Outcome.LARGER),
        (Decimal("8.0"), Decimal("8.5"), HIGHER, Outcome.SAME),
        (Decimal("8.5"), Decimal("8.0"), HIGHER, Outcome.SAME),
        (Decimal("8.0"), Decimal("8.6"), HIGHER, Outcome.LARGER),
        (5, Decimal("0.5"), LOWER, Outcome.AT_OR_BETTER),
        (-1, -3, LOWER, Outcome.AT_OR_BETTER),
        (-3, 2, LOWER, Outcome.LARGER),
        (3, 0, NEUTRAL, Outcome.SMALLER),
        (None, 8, HIGHER, Outcome.NO_STATEMENT),
        (8, None, HIGHER, Outcome.NO_STATEMENT),
    ],
)
def test_what_becomes_of_a_lag(before, after, measure, outcome):
    assert gaps.outcome(before, after, measure) == outcome


def test_income_from_work_in_the_report():
    """58 → 60 percent in the 40 neighbourhoods, 67 → 68 in the G18: the distance got smaller."""
    before, after = gaps.lag(58, 67, HIGHER), gaps.lag(60, 68, HIGHER)
    assert gaps.outcome(before, after, HIGHER) == Outcome.SMALLER


@pytest.mark.parametrize(
    ("before", "after", "measure", "better"),
    [
        (28, 38, HIGHER, True),
        (38, 28, HIGHER, False),
        (10, 7, LOWER, True),
        (7, 10, LOWER, False),
        (7, 10, NEUTRAL, None),
        (Decimal("7.0"), Decimal("7.5"), LOWER, None),
        (None, 7, LOWER, None),
        (7, None, LOWER, None),
    ],
)
def test_only_a_direction_makes_a_change_better_or_worse(before, after, measure, better):
    assert gaps.is_improvement(before, after, measure) is better
