"""Periods in words."""

import pytest

from content import periods


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (2016, 2022, "2016–2022"),
        (2024, 2024, "2024"),
        (2009, None, "sinds 2009"),
        (None, 2012, "tot en met 2012"),
        (None, None, ""),
    ],
)
def test_years(first, last, words):
    assert periods.years(first, last) == words


@pytest.mark.parametrize(
    ("text", "is_moment", "words"),
    [
        ("2007", True, "2007"),
        ("2012-10-11", True, "11 oktober 2012"),
        ("2012-13-11", False, "2012-13-11"),
        ("0000", False, "0000"),
        ("20120-1-11", False, "20120-1-11"),
        ("zomer 2013", False, "zomer 2013"),
        ("", False, ""),
    ],
)
def test_a_moment_is_a_year_or_a_day(text, is_moment, words):
    assert periods.is_moment(text) is is_moment
    assert periods.moment(text) == words


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2007", "2012-10-11", True),
        ("2012-10-11", "2007", False),
        ("2012", "2012-10-11", False),
        ("2012-10-11", "2012", False),
        ("2012-10-10", "2012-10-11", True),
    ],
)
def test_a_year_and_a_day_in_it_are_not_before_each_other(one, other, before):
    assert periods.is_before(one, other) is before
