"""A snapshot of two deliveries is told of as long as neither was withdrawn."""

import pytest

from indicators.domain import take_snapshot
from indicators.models import Dataset
from search import audit
from tests.factories import DatasetFactory
from tests.search.figures.conftest import END, START

pytestmark = pytest.mark.django_db


@pytest.fixture
def before(measure, overvecht):
    """Return a delivery of which the first day alone is quoted."""
    dataset = DatasetFactory(title="Eerdere levering")
    measure(overvecht, 14, 12, dataset=dataset)
    return dataset


@pytest.fixture
def after(measure, overvecht):
    dataset = DatasetFactory(title="Latere levering")
    measure(overvecht, 13, 10, dataset=dataset)
    return dataset


@pytest.fixture
def taken(vsv, overvecht, before, after):
    return take_snapshot(
        indicator=vsv,
        area=overvecht,
        comparator=None,
        baseline=START,
        baseline_dataset=before,
        follow_up=END,
        dataset=after,
    )


def told(index):
    """Return the value and delivery of begin and end of each snapshot in the index."""
    index.update()
    return [
        (row["baseline"]["value"], row["baseline_dataset"], row["value"], row["dataset"])
        for row in index.engine.figures.rows("vsv", "AW38")
        if row["kind"] == "snapshot"
    ]


def test_both_moments_are_told_with_their_own_delivery(index, taken):
    assert told(index) == [(14, "Eerdere levering", 10, "Latere levering")]


@pytest.mark.parametrize("name", ["dataset", "baseline_dataset"])
def test_withdrawing_either_takes_it_out_and_bringing_it_back_returns_it(index, taken, name):
    delivery = getattr(taken, name)
    delivery.measurements.all().delete()
    assert len(told(index)) == 1
    for status, number in ((Dataset.Status.WITHDRAWN, 0), (Dataset.Status.FINAL, 1)):
        delivery.status = status
        delivery.save()
        assert len(told(index)) == number
        assert audit.audit(index.engine) == audit.Differences()
