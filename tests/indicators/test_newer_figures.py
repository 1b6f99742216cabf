"""Which figures are newer than those of a snapshot, in one query."""

from datetime import date

import pytest

from indicators import queries
from indicators.models import Dataset, MissingReason
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
)
from tests.indicators.conftest import END, START

LATER = date(2014, 10, 1)


def newer(*snapshots):
    return queries.newer_figures(snapshots)


def test_there_is_nothing_newer_than_the_latest(take):
    snapshot = take()
    assert newer(snapshot) == {snapshot.pk: ()}


def test_a_later_period_is_newer(take, measure, oost, amsterdam):
    snapshot = take()
    measure(oost, LATER, "oktober 2014", 40, provisional=True)
    measure(amsterdam, LATER, "oktober 2014", 45)
    (row,) = newer(snapshot)[snapshot.pk]
    assert (row.period, row.figure.value, row.comparators[0].value) == ("oktober 2014", 40, 45)
    assert (row.distance, row.provisional) == (-5, True)


def test_a_corrected_figure_is_newer(take, measure, oost, report):
    snapshot = take()
    corrected = DatasetFactory(supersedes=report)
    measure(oost, START, "oktober 2006", 28, dataset=corrected)
    measure(oost, END, "oktober 2012", 37, dataset=corrected)
    (row,) = newer(snapshot)[snapshot.pk]
    assert (row.period, row.figure.value, row.dataset) == ("oktober 2012", 37, corrected)


def test_a_corrected_average_is_newer(take, measure, oost, amsterdam, report):
    snapshot = take()
    corrected = DatasetFactory(supersedes=report)
    for area, day, value in ((oost, START, 28), (oost, END, 38), (amsterdam, START, 40)):
        measure(area, day, "oktober", value, dataset=corrected)
    (row,) = newer(snapshot)[snapshot.pk]
    assert (row.figure.value, row.comparators[0].value) == (28, 40)
    assert queries.outdated_snapshots() == [snapshot.pk]


def test_an_average_that_another_delivery_gives_too_is_no_correction(take, measure, amsterdam):
    snapshot = take()
    measure(amsterdam, START, "oktober 2006", 40, dataset=DatasetFactory())
    assert newer(snapshot)[snapshot.pk] == ()
    assert queries.outdated_snapshots() == []


def test_a_figure_that_was_missing_and_came_is_newer(measure, take, oost, report):
    measure(oost, date(2008, 1, 1), "2008", missing=MissingReason.NOT_PUBLISHED)
    snapshot = take(baseline=date(2008, 1, 1), comparator=None)
    later = DatasetFactory(supersedes=report)
    measure(oost, date(2008, 1, 1), "2008", 30, dataset=later)
    assert [row.figure.value for row in newer(snapshot)[snapshot.pk]] == [30]


def test_an_example_is_no_news(take, measure, oost):
    snapshot = take()
    measure(oost, LATER, "2014", 40, dataset=DatasetFactory(kind=Dataset.Kind.EXAMPLE))
    assert newer(snapshot)[snapshot.pk] == ()


def test_figures_of_other_areas_and_indicators_are_no_news(take, measure, amsterdam, oost):
    snapshot = take()
    measure(amsterdam, LATER, "2014", 45)
    measure(oost, LATER, "2014", 45, indicator=IndicatorFactory())
    assert newer(snapshot)[snapshot.pk] == ()


@pytest.mark.parametrize("snapshots", [1, 3])
def test_newer_figures_of_all_snapshots_cost_one_query(
    snapshots, take, measure, oost, django_assert_num_queries
):
    taken = [take(caveat=str(number)) for number in range(snapshots)]
    measure(oost, LATER, "2014", 40)
    with django_assert_num_queries(1):
        found = newer(*taken)
        assert [len(rows) for rows in found.values()] == [1] * snapshots


def test_no_snapshots_have_no_newer_figures(db):
    assert newer() == {}
