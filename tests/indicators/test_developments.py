"""What became of an area beside its average, from figures or from a report."""

import pytest

from indicators import developments, series
from tests.indicators.conftest import END, START
from tests.indicators.reports import report_on

pytestmark = pytest.mark.django_db


def of(area):
    (figures,) = series.of_area(area)
    return developments.of(figures)


def test_figures_of_both_tell_it(measure, oost, amsterdam):
    for day, period, own, average in ((START, "2006", 28, 41), (END, "2012", 38, 45)):
        measure(oost, day, period, own)
        measure(amsterdam, day, period, average)

    assert of(oost) == "smaller"


def test_one_moment_tells_nothing(measured, oost):
    assert of(oost) is None


def test_a_report_tells_it_where_figures_do_not(measured, havo, report, oost):
    report_on(havo, report, oost, "at-or-better")
    assert of(oost) == "at-or-better"


def test_many_pairs_are_read_in_as_many_queries_as_one(
    measured, havo, oost, amsterdam, django_assert_num_queries
):
    pairs = [(havo.code, oost.code), (havo.code, amsterdam.code), ("onbekend", "XX")]
    with django_assert_num_queries(9):
        assert list(series.of_pairs(pairs[:1])) == pairs[:1]
    # One fewer: what they are compared with is among them, and was read with them.
    with django_assert_num_queries(8):
        assert set(series.of_pairs(pairs)) == set(pairs[:2])
