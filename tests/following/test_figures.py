"""Newer figures beside those of a practice are told, once for the same figures."""

from datetime import date

import pytest

from following import delivering, figures
from following.models import Happening
from indicators.domain import take_snapshot
from practices.models import PracticeFigure
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MeasurementFactory,
    NeighbourhoodFactory,
    PracticeFactory,
)

pytestmark = pytest.mark.django_db

BEGIN, END = date(2007, 1, 1), date(2013, 1, 1)


@pytest.fixture
def measured():
    """Return a function that adds a figure of a day."""
    known = {
        "indicator": IndicatorFactory(),
        "area": NeighbourhoodFactory(),
        "dataset": DatasetFactory(),
    }

    def measure(day, value):
        return MeasurementFactory(period_date=day, value=value, **known)

    measure.known = known
    return measure


@pytest.fixture
def practice(site, measured):
    """Return a practice with a figure of 2007 and 2013."""
    measured(BEGIN, 20)
    measured(END, 12)
    snapshot = take_snapshot(comparator=None, baseline=BEGIN, follow_up=END, **measured.known)
    return PracticeFactory(
        parent=site.practices, title="Fietsen", figures=[PracticeFigure(snapshot=snapshot)]
    )


def noted():
    figures.look()
    return Happening.objects.filter(kind="figures").count()


def test_who_follows_a_practice_is_told_of_newer_figures(practice, measured, bas, follows, told):
    follows(bas, page=practice)
    assert noted() == 0
    measured(date(2014, 1, 1), 11)
    assert noted() == 1
    assert told(bas) == [("Fietsen", "Praktijk · nieuwere cijfers", "U volgt deze pagina.")]
    figures.forget()
    assert noted() == 1
    measured(date(2015, 1, 1), 10)
    assert noted() == 2


def test_a_practice_that_nobody_sees_is_left_alone(practice, measured):
    practice.unpublish()
    measured(date(2014, 1, 1), 11)
    assert noted() == 0


def test_without_a_change_of_figures_nothing_is_looked_for(
    practice, measured, django_assert_num_queries
):
    noted()
    delivering.deliver()
    with django_assert_num_queries(1):
        figures.look()
