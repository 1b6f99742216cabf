"""What a profile reads of the figures of an area, and with how many queries."""

from datetime import date

import pytest

from content.models import Theme
from indicators import queries
from indicators.models import Dataset
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MunicipalityFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.reports import report_on

LATER = date(2014, 10, 1)


def only(found):
    (one,) = found
    return one


def test_an_area_stands_beside_its_city(measured, oost, amsterdam, report):
    figures = only(queries.area_figures(oost))
    assert figures.areas == (oost, amsterdam)
    assert figures.benchmark == amsterdam
    before, after = figures.rows
    assert (before.period, before.date, before.dataset) == ("oktober 2006", START, report)
    assert (before.figure.value, before.comparators[0].value, before.distance) == (28, 41, -13)
    assert (after.figure.value, after.comparators[0].reason) == (38, "niet genoemd in het rapport")
    assert after.distance is None


def test_a_number_of_people_has_no_average_to_be_near_to(measured, havo, oost, amsterdam):
    havo.unit = "inwoners"
    havo.save()
    figures = only(queries.area_figures(oost))
    assert (figures.areas, figures.benchmark) == ((oost, amsterdam), None)
    assert [row.distance for row in figures.rows] == [None, None]


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
def test_the_figures_of_an_area_cost_eight_queries(
    indicators, oost, amsterdam, measure, report, forty, django_assert_num_queries
):
    for indicator in IndicatorFactory.create_batch(indicators):
        for area in (oost, amsterdam, forty):
            measure(area, START, "2006", 28, indicator=indicator)
            measure(area, END, "2012", 30, indicator=indicator)
        report_on(indicator, report, oost)
    with django_assert_num_queries(8):
        found = queries.area_figures(oost)
        assert len(found) == indicators
        assert all(figures.sentence and figures.indicator.theme.label for figures in found)
        assert all(row.dataset.title for figures in found for row in figures.rows)


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


def test_deliveries_of_one_origin_are_told_once(measured, measure, oost, report):
    same = {"source": report.source, "kind": report.kind, "licence": report.licence}
    measure(oost, LATER, "2014", 40, dataset=DatasetFactory(title="Later rapport", **same))
    measure(oost, date(2016, 10, 1), "2016", 41, dataset=DatasetFactory(source="DUO"))
    figures = only(queries.area_figures(oost))
    assert [dataset.source for dataset in figures.datasets] == ["Outcomemonitor", "DUO"]
