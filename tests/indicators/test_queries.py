"""What pages read of figures, and with how many queries."""

from datetime import date

import pytest

from content.models import Theme
from indicators import queries
from indicators.models import Dataset, MissingReason, Outcome, ReportedCount, ReportedOutcome
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START

LATER = date(2014, 10, 1)


@pytest.fixture
def forty(oost):
    return GroupFactory(name="40 wijken", members=[oost, NeighbourhoodFactory()])


def report_on(indicator, dataset, area, outcome=Outcome.SMALLER, **fields):
    model = ReportedCount if "count" in fields else ReportedOutcome
    return model.objects.create(
        indicator=indicator,
        dataset=dataset,
        area=area,
        outcome=outcome,
        baseline="2006",
        follow_up="2012",
        **fields,
    )


def only(found):
    (one,) = found
    return one


# --- The figures of an area ---


def test_an_area_stands_beside_its_city(measured, oost, amsterdam, report):
    figures = only(queries.area_figures(oost))
    assert figures.areas == (oost, amsterdam)
    assert figures.benchmark == amsterdam
    before, after = figures.rows
    assert (before.period, before.date, before.dataset) == ("oktober 2006", START, report)
    assert (before.figure.value, before.comparators[0].value, before.distance) == (28, 41, -13)
    assert (after.figure.value, after.comparators[0].reason) == (38, "niet genoemd in het rapport")
    assert after.distance is None


def test_the_figures_of_an_area_have_an_anchor_and_a_sentence(measured, oost):
    figures = only(queries.area_figures(oost))
    assert figures.anchor == "cijfer-havo-vwo"
    assert figures.sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "Het aandeel steeg van 28% (oktober 2006) naar 38% (oktober 2012). Dat is een verbetering."
        " Het aandeel was 13 procentpunt lager dan in Amsterdam (oktober 2006)."
    )


def test_what_reports_say_of_an_area_stands_with_its_figures(measured, havo, report, oost):
    outcome = report_on(havo, report, oost)
    figures = only(queries.area_figures(oost))
    assert figures.outcomes == (outcome,)
    assert figures.sentence.endswith(
        "Volgens het rapport werd de afstand tot het gemiddelde kleiner (2006 – 2012)."
    )
    assert figures.datasets == (report,)


def test_an_area_that_a_report_only_names_has_no_rows(havo, report, oost):
    report_on(havo, report, oost)
    figures = only(queries.area_figures(oost))
    assert (figures.rows, figures.comparators) == ((), ())


def test_a_comparator_without_figures_of_these_periods_is_left_out(measure, oost, amsterdam):
    measure(oost, END, "2012", 38)
    measure(amsterdam, START, "2006", 41)
    figures = only(queries.area_figures(oost))
    assert (figures.comparators, figures.benchmark) == ((), None)


def test_a_period_of_the_area_alone_keeps_its_place(measure, oost, amsterdam):
    measure(oost, START, "2006", 28)
    measure(oost, END, "2012", 38)
    measure(amsterdam, END, "2012", 45)
    figures = only(queries.area_figures(oost))
    assert [row.comparators[0] and row.comparators[0].value for row in figures.rows] == [None, 45]


def test_the_country_is_beside_every_area(measure, oost):
    country = MunicipalityFactory(name="Nederland", kind="country")
    measure(oost, END, "2012", 14)
    measure(country, END, "2012", 5)
    assert only(queries.area_figures(oost)).benchmark == country


def test_figures_stand_in_the_order_of_their_themes(oost, measure, havo):
    second = IndicatorFactory(theme=ThemeFactory(label="Werken", position=2))
    pillar = IndicatorFactory(theme=ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR))
    first = IndicatorFactory(theme=ThemeFactory(label="Wonen", position=1), position=3)
    zeroth = IndicatorFactory(theme=first.theme, position=2)
    for indicator in (pillar, second, first, zeroth):
        measure(oost, END, "2012", 10, indicator=indicator)
    found = [figures.indicator for figures in queries.area_figures(oost)]
    assert found == [zeroth, first, second, pillar]


@pytest.mark.parametrize("indicators", [1, 3])
def test_the_figures_of_an_area_cost_four_queries(
    indicators, oost, amsterdam, measure, report, forty, django_assert_num_queries
):
    for indicator in IndicatorFactory.create_batch(indicators):
        for area in (oost, amsterdam, forty):
            measure(area, START, "2006", 28, indicator=indicator)
            measure(area, END, "2012", 30, indicator=indicator)
        report_on(indicator, report, oost)
    with django_assert_num_queries(4):
        found = queries.area_figures(oost)
        assert len(found) == indicators
        assert all(figures.sentence and figures.indicator.theme.label for figures in found)
        assert all(row.dataset.title for figures in found for row in figures.rows)


# --- Which of two figures counts ---


def latest_value(area):
    return only(queries.area_figures(area)).rows[-1].figure.value


def test_a_delivery_that_supersedes_another_counts(measure, oost, report):
    report.retrieved_at = date(2014, 1, 1)
    report.save()
    measure(oost, END, "2012", 38)
    better = DatasetFactory(supersedes=report, retrieved_at=date(2013, 1, 1))
    measure(oost, END, "2012", 39, dataset=better)
    assert latest_value(oost) == 39


def test_a_withdrawn_delivery_does_not_count(measure, oost, report):
    measure(oost, START, "2006", 28, dataset=DatasetFactory())
    measure(oost, END, "2012", 38)
    report.status = Dataset.Status.WITHDRAWN
    report.save()
    assert latest_value(oost) == 28


def test_a_superseded_delivery_returns_when_the_later_one_is_withdrawn(measure, oost, report):
    measure(oost, END, "2012", 38)
    withdrawn = DatasetFactory(supersedes=report, status=Dataset.Status.WITHDRAWN)
    measure(oost, END, "2012", 39, dataset=withdrawn)
    assert latest_value(oost) == 38


def test_of_two_deliveries_the_newer_counts(measure, oost):
    newer = DatasetFactory(retrieved_at=date(2014, 1, 1))
    older = DatasetFactory(retrieved_at=date(2013, 1, 1))
    measure(oost, END, "2012", 39, dataset=newer)
    measure(oost, END, "2012", 37, dataset=older)
    measure(oost, END, "2012", 36, dataset=DatasetFactory(retrieved_at=None))
    assert latest_value(oost) == 39


def test_an_example_never_stands_in_for_a_real_figure(measure, oost):
    example = DatasetFactory(kind=Dataset.Kind.EXAMPLE, retrieved_at=date(2020, 1, 1))
    measure(oost, END, "2012", 38)
    measure(oost, END, "2012", 99, dataset=example)
    assert latest_value(oost) == 38


# --- Newer figures than a snapshot ---


def newer(*snapshots):
    return queries.newer_figures(snapshots)


def test_there_is_nothing_newer_than_the_latest(take):
    snapshot = take()
    assert newer(snapshot) == {snapshot.pk: ()}


def test_a_later_period_is_newer(take, measure, oost, amsterdam):
    snapshot = take()
    measure(oost, LATER, "oktober 2014", 40, provisional=True)
    measure(amsterdam, LATER, "oktober 2014", 45)
    row = only(newer(snapshot)[snapshot.pk])
    assert (row.period, row.figure.value, row.comparators[0].value) == ("oktober 2014", 40, 45)
    assert (row.distance, row.provisional) == (-5, True)


def test_a_corrected_figure_is_newer(take, measure, oost, report):
    snapshot = take()
    corrected = DatasetFactory(supersedes=report)
    measure(oost, START, "oktober 2006", 28, dataset=corrected)
    measure(oost, END, "oktober 2012", 37, dataset=corrected)
    row = only(newer(snapshot)[snapshot.pk])
    assert (row.period, row.figure.value, row.dataset) == ("oktober 2012", 37, corrected)


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


# --- Indicators ---


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
    counted = only(indicator.counted)
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
        assert [only(indicator.counted).uncounted for indicator in found] == [1] * indicators


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
def test_the_page_of_an_indicator_costs_four_queries(
    areas, havo, report, measure, forty, django_assert_num_queries
):
    for area in NeighbourhoodFactory.create_batch(areas):
        measure(area, END, "2012", 10)
        report_on(havo, report, area)
    report_on(havo, report, forty, count=1)
    with django_assert_num_queries(4):
        overview = queries.indicator_overview(havo)
        assert len(overview["grid"].lines) == areas
        assert [row.area.full_name for _kind, rows in overview["outcomes"] for row in rows]


def test_the_days_that_an_area_was_measured(measured, havo, oost, report):
    assert queries.measured_days(havo, oost, report) == [START, END]
    assert queries.measured_days(havo, oost, DatasetFactory()) == []
