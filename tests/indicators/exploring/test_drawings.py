"""Drawings of the explorer: where things lie, and that nothing is drawn that is not known."""

from datetime import date

import pytest
from django.http import QueryDict

from indicators.exploring import choice, courses, distances, marks, spread
from indicators.exploring.answering import explore
from indicators.exploring.scales import Axis
from indicators.models import Indicator

pytestmark = pytest.mark.django_db


def explored(querystring="indicator=nww&groep=W3&gebied=AW01"):
    found = explore(*choice.parse(QueryDict(querystring)))
    return found, marks.of(found.marked, found.compared)


def lines():
    return courses.of(*explored())


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([7, 12], (6, 8, 10, 12)),
        ([3, 12], (0, 5, 10, 15)),
        ([159_500, 217_400], (140_000, 160_000, 180_000, 200_000, 220_000)),
        ([7, 7], (6, 6.5, 7, 7.5, 8)),
        ([0, 0], (-1, -0.5, 0, 0.5, 1)),
        ([-5, 3], (-6, -4, -2, 0, 2, 4)),
    ],
)
def test_an_axis_has_round_numbers_and_begins_at_zero_when_that_is_near(values, ticks):
    assert Axis.holding(values).ticks == ticks


def test_an_axis_of_distances_holds_zero():
    assert Axis.holding([5, 9], zero=True).ticks == (0, 2.5, 5, 7.5, 10)
    assert Axis.holding([-9, -5], zero=True).ticks == (-10, -7.5, -5, -2.5, 0)


def test_an_axis_names_its_numbers_in_dutch_with_the_decimals_they_need():
    percentages = Indicator(unit="%")
    axis = Axis.holding([5, 9], zero=True)
    assert [axis.text(tick, percentages) for tick in axis.ticks] == [
        "0,0%", "2,5%", "5,0%", "7,5%", "10,0%",
    ]  # fmt: skip
    prices = Axis.holding([159_500, 217_400])
    assert prices.text(prices.low, Indicator(unit="€")) == "140.000"


def test_days_lie_as_far_apart_as_they_were_and_values_on_the_axis(figures):
    drawn = lines()
    beside, area = drawn.courses
    assert (beside.mark.kind, area.mark.kind) == ("beside", "area")
    assert [point.x for point in area.points] == ["3.00%", "34.35%", "65.65%", "97.00%"]
    # 12, 11, 10 and 8 on an axis from 0 to 15, drawn between 1.6 and 18.2 em.
    assert [point.y for point in area.points] == ["4.92em", "6.03em", "7.13em", "9.35em"]
    assert [tick.text for tick in drawn.values] == ["0%", "5%", "10%", "15%"]
    assert [(year.text, year.anchor) for year in drawn.years] == [
        ("2007", "start"), ("2009", "middle"), ("2011", "middle"), ("2013", "end"),
    ]  # fmt: skip
    assert drawn.begins == ""


def test_a_missing_figure_is_a_gap_in_the_line(figures):
    zuilen = courses.of(*explored("indicator=nww&gebied=AW02")).courses[-1]
    # Two years are joined, a year is missing, the last stands alone.
    assert zuilen.path.count("M") == 2
    assert zuilen.path.count("L") == 1
    assert zuilen.path.endswith("h0")
    assert len(zuilen.points) == 3


def test_an_axis_that_leaves_out_zero_says_so(places, store):
    for year, value in ((2007, 60), (2009, 64), (2013, 61)):
        store(places["Overvecht"], year, value)
    assert courses.of(*explored("indicator=nww&gebied=AW01")).begins == "60%"


def test_another_source_interrupts_a_line(figures, store, places, delivery):
    delivery.pk, delivery.title, delivery.source = None, "CBS", "CBS 2015"
    delivery.save()
    store(places["Overvecht"], 2015, 8, dataset=delivery)
    found, marked = explored("indicator=nww&gebied=AW01")
    drawn = courses.of(found, marked)
    assert drawn.courses[-1].path.count("M") == 2
    assert len(drawn.breaks) == 1
    assert found.breaks == [
        "Van Overvecht (Utrecht) zijn de cijfers van 2013 en 2015 niet goed te vergelijken: "
        "een andere bron telt misschien anders."
    ]


def test_deliveries_of_one_source_are_joined(figures, store, places, delivery):
    delivery.pk, delivery.title, delivery.source = None, "UWV 2015", "UWV 2015"
    delivery.save()
    store(places["Overvecht"], 2015, 8, dataset=delivery)
    assert lines().breaks == ()


def test_areas_that_are_not_pointed_out_are_one_thin_path(figures):
    drawn = lines()
    # Ondiep in one piece, Zuilen in two.
    assert drawn.background.count("M") == 3
    assert drawn.background.count("L") == 3 + 1


def test_nobody_chosen_points_out_where_the_distance_changed_most(figures):
    found, _marked = explored("indicator=nww&groep=W3")
    assert [area.name for area in found.marked] == ["Overvecht", "Zuilen"]
    assert [area.name for area in found.compared] == ["Utrecht"]


def test_marks_differ_without_any_colour(figures):
    _found, marked = explored("indicator=nww&groep=W3&gebied=AW01&gebied=AW02")
    assert len({(mark.shape, mark.kind) for mark in marked.values()}) == len(marked) == 3


def test_distances_lie_around_the_average(figures):
    drawn = distances.of(explored()[0])
    # From 1 below the average to 5 above it: an axis from -2 to 6.
    assert drawn.zero == "25.00%"
    assert [(row.name, row.before, row.after, row.text) for row in drawn.rows] == [
        ("Zuilen", "50.00%", "87.50%", "afstand groter"),
        ("Overvecht", "87.50%", "50.00%", "afstand kleiner"),
        ("Ondiep", "12.50%", "12.50%", "op of beter dan het gemiddelde"),
    ]


def test_the_average_is_drawn_also_when_every_area_is_on_one_side_of_it(figures):
    drawn = distances.of(explored("indicator=nww&gebied=AW01&tot=2009-01-01")[0])
    assert drawn.zero == "0.00%"
    assert [(row.before, row.after) for row in drawn.rows] == [("83.33%", "66.67%")]


def test_a_distance_that_is_not_known_is_not_drawn(figures):
    found, _marked = explored("indicator=nww&groep=W3&tot=2011-01-01")
    last = distances.of(found).rows[-1]
    assert (last.name, last.after, last.text) == ("Zuilen", "", "geen uitspraak mogelijk")


def test_a_long_name_takes_a_line_more_and_moves_the_rows_below_it(figures, places):
    places["Zuilen"].name = "Heechterp/Schieringen bij Zuid"
    places["Zuilen"].save()
    first, second, _third = distances.of(explored()[0]).rows
    assert first.lines == ("afstand", "groter")
    tops = [float(row.words_y.removesuffix("em")) for row in (first, second)]
    assert tops[1] - tops[0] == pytest.approx(2.5 + 1.3)


def test_one_period_has_no_distances(figures):
    assert distances.of(explored("indicator=nww&groep=W3&tot=2007-01-01")[0]) is None


def test_every_area_is_a_dot_and_the_chosen_one_has_its_mark(figures):
    found, marked = explored()
    drawn = spread.of(found, marked)
    assert [dot.mark.area.name for dot in drawn.dots if dot.mark] == ["Overvecht"]
    assert len(drawn.dots) == 3
    assert [dot.mark.area.name for dot in drawn.averages] == ["Utrecht"]
    assert [(place.rank, place.measurement.area.name) for place in drawn.places] == [
        (1, "Zuilen"), (2, "Overvecht"), (3, "Ondiep"),
    ]  # fmt: skip


def test_the_same_value_shares_a_place_and_dots_are_put_on_top_of_each_other(
    figures, places, store
):
    for name in ("Overvecht", "Zuilen", "Ondiep"):
        store(places[name], 2014, 9)
    store(places["Utrecht"], 2014, 7)
    drawn = spread.of(*explored("indicator=nww&groep=W3&gebied=AW01"))
    assert [place.rank for place in drawn.places] == [1, 1, 1]
    assert len({dot.x for dot in drawn.dots}) == 1
    assert len({dot.y for dot in drawn.dots}) == 3
    assert drawn.dots[0].mark is not None


def test_two_areas_have_no_spread(figures):
    assert spread.of(*explored("indicator=nww&gebied=AW01&gebied=AW02")) is None


def test_a_day_chosen_counts_for_every_drawing(figures):
    found, marked = explored("indicator=nww&groep=W3&tot=2009-01-01")
    assert found.analysis.follow_up == date(2009, 1, 1)
    assert spread.of(found, marked).period == "2009"
