"""Periods as sources write them."""

from datetime import date

import pytest

from indicators.importing import moments


@pytest.mark.parametrize(
    ("text", "period", "day", "provisional"),
    [
        ("2012", "2012", date(2012, 12, 31), False),
        ("2024*", "2024", date(2024, 12, 31), True),
        ("2024**", "2024", date(2024, 12, 31), True),
        ("2012JJ00", "2012", date(2012, 12, 31), False),
        ("2012.0", "2012", date(2012, 12, 31), False),
        ("begin 2007", "begin 2007", date(2007, 1, 1), False),
        ("Begin 2013*", "begin 2013", date(2013, 1, 1), True),
        ("oktober 2006", "oktober 2006", date(2006, 10, 1), False),
        ("1 oktober 2006", "1 oktober 2006", date(2006, 10, 1), False),
        ("1-10-2012", "1 oktober 2012", date(2012, 10, 1), False),
        ("2012-10-01", "1 oktober 2012", date(2012, 10, 1), False),
        ("2012-10-01T00:00:00", "1 oktober 2012", date(2012, 10, 1), False),
    ],
)
def test_a_period_is_read(text, period, day, provisional):
    assert moments.read(text) == (period, day, provisional)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20122",
        "12",
        "31-2-2012",
        "2012-13-01",
        "brumaire 2012",
        "begin",
        "1066",
        "9999",
        "=2012",
    ],
)
def test_what_is_no_period_is_not_guessed(text):
    assert moments.read(text) is None
