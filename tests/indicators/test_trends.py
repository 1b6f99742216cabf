"""The course of a figure as a small drawing."""

import pytest

from indicators import series, trends
from indicators.models import MissingReason
from tests.indicators.conftest import END, START

pytestmark = pytest.mark.django_db


def trend(area):
    (figures,) = series.of_area(area)
    return trends.of_table(figures)


def test_the_area_and_its_average_each_have_a_line(measure, oost, amsterdam):
    measure(oost, START, "2006", 28)
    measure(oost, END, "2012", 38)
    measure(amsterdam, START, "2006", 41)
    measure(amsterdam, END, "2012", 48)
    drawn = trend(oost)

    beside, area = drawn.lines
    assert (beside.kind, area.kind) == ("beside", "area")
    # The lowest value lies at the bottom, the highest at the top, a margin kept.
    assert area.points == (("8.00%", "92.00%"), ("92.00%", "50.00%"))
    assert beside.points[1] == ("92.00%", "8.00%")
    assert [len(line.segments) for line in drawn.lines] == [1, 1]
    assert (drawn.first, drawn.last, drawn.average) == ("2006: 28%", "2012: 38%", "Amsterdam")
    assert drawn.text == "Oost (Amsterdam): 2006 28%, 2012 38%; Amsterdam: 2006 41%, 2012 48%"


def test_a_missing_value_breaks_the_line(measure, oost):
    measure(oost, START, "2006", 28)
    measure(oost, START.replace(year=2008), "2008", missing=MissingReason.SUPPRESSED)
    measure(oost, START.replace(year=2010), "2010", 30)
    measure(oost, END, "2012", 30)
    (line,) = trend(oost).lines

    assert len(line.points) == 3
    assert len(line.segments) == 1
    assert "2008 te weinig mensen om iets over te zeggen" in trend(oost).text


def test_days_stand_as_far_apart_as_they_were(measure, oost):
    for year, value in ((2000, 1), (2001, 2), (2010, 3)):
        measure(oost, START.replace(year=year), str(year), value)
    (line,) = trend(oost).lines

    assert [x for x, _y in line.points] == ["8.00%", "16.40%", "92.00%"]


def test_a_figure_that_stays_the_same_is_a_level_line(measure, oost):
    measure(oost, START, "2006", 28)
    measure(oost, END, "2012", 28)

    assert [y for _x, y in trend(oost).lines[0].points] == ["50.00%", "50.00%"]


def test_one_period_has_no_course(measure, oost):
    measure(oost, END, "2012", 38)
    assert trend(oost) is None
