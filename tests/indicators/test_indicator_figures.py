"""What the list and the page of an indicator read, and with how many queries."""

from datetime import date

import pytest

from indicators import queries
from indicators.models import Outcome
from tests.factories import (
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.reports import report_on

LATER = date(2014, 10, 1)


def test_indicators_stand_under_their_themes(havo, leren):
    werken = ThemeFactory(label="Werken", position=1)
    nww = IndicatorFactory(theme=werken, position=2)
    ww = IndicatorFactory(theme=werken, position=1)
    assert queries.indicators_by_theme() == [(leren, [havo]), (werken, [ww, nww])]


def test_an_indicator_tells_of_how_many_areas_it_has_figures(measured, havo):
    ((_theme, (indicator,)),) = queries.indicators_by_theme()
    assert indicator.area_total == 2


def test_an_indicator_tells_what_reports_counted(havo, report, forty):
    report_on(havo, report, forty, count=1)
    ((_theme, (indicator,)),) = queries.indicators_by_theme()
    (counted,) = indicator.counted
    assert (counted.area, counted.size, counted.kind) == (forty, 2, "neighbourhood")
    assert counted.sentence == (
        "In 1 wijk werd de afstand tot het stedelijk gemiddelde kleiner. "
        "Over de andere wijk geeft het rapport geen telling."
    )


@pytest.mark.parametrize("indicators", [1, 3])
def test_the_list_of_indicators_costs_three_queries(
    indicators, report, forty, leren, django_assert_num_queries
):
    for indicator in IndicatorFactory.create_batch(indicators, theme=leren):
        MeasurementFactory(indicator=indicator)
        report_on(indicator, report, forty, count=1)
    with django_assert_num_queries(3):
        ((_theme, found),) = queries.indicators_by_theme()
        uncounted = [[row.uncounted for row in indicator.counted] for indicator in found]
        assert uncounted == [[1]] * indicators


def test_the_figures_of_an_indicator_are_a_grid(measured, measure, havo, oost, amsterdam):
    group = GroupFactory(name="40 wijken", members=[oost])
    measure(group, START, "start van de aanpak", 26)
    grid = queries.indicator_overview(havo)["grid"]
    assert [column.label for column in grid.columns] == [
        "oktober 2006 / start van de aanpak",
        "oktober 2012",
    ]
    assert [line.area for line in grid.lines] == [group, amsterdam, oost]
    assert [cell and cell.value for line in grid.lines for cell in line.cells] == [
        26,
        None,
        41,
        None,
        28,
        38,
    ]
    assert [line.change for line in grid.lines] == [None, None, 10]


def test_areas_that_reports_name_stand_by_outcome(havo, report, oost, amsterdam):
    report_on(havo, report, oost, Outcome.LARGER)
    report_on(havo, report, amsterdam, Outcome.SMALLER)
    outcomes = queries.indicator_overview(havo)["outcomes"]
    assert [(kind, [row.area for row in rows]) for kind, rows in outcomes] == [
        ("afstand kleiner", [amsterdam]),
        ("afstand groter", [oost]),
    ]


@pytest.mark.parametrize("areas", [1, 3])
def test_the_page_of_an_indicator_costs_six_queries(
    areas, havo, report, measure, forty, django_assert_num_queries
):
    for area in NeighbourhoodFactory.create_batch(areas):
        measure(area, END, "2012", 10)
        report_on(havo, report, area)
    report_on(havo, report, forty, count=1)
    with django_assert_num_queries(6):
        overview = queries.indicator_overview(havo)
        assert len(overview["grid"].lines) == areas
        assert [row.area.full_name for _kind, rows in overview["outcomes"] for row in rows]
