"""Editors take snapshots of figures that come a year at a time, through the admin as it is."""

from datetime import date

import pytest

from indicators import offers
from indicators.models import Dataset, IndicatorSnapshot, Measurement
from tests.factories import DatasetFactory, IndicatorFactory
from tests.indicators.admin import errors, soup
from tests.indicators.conftest import IN_2016, IN_2018
from tests.indicators.pages import cells
from tests.indicators.test_taking_snapshots import ADDRESS, NOT_LISTED, options, shown, take_it
from tests.reading import words
from tests.robustness.forms import form_in, sent_by_a_browser

TOGETHER = "Alle leveringen samen (nieuwste per periode)"
YEARS = ["2016: Kerncijfers 2016", "2018: Kerncijfers 2018"]


@pytest.fixture
def chosen(havo, oost):
    """Return the first step, filled in."""
    return {"indicator": havo.pk, "area": oost.pk}


@pytest.fixture
def of_2020(measure, oost):
    """Return a delivery that has the area and not its city."""
    dataset = DatasetFactory(title="Kerncijfers 2020")
    measure(oost, date(2020, 12, 31), "2020", 36, dataset=dataset)
    return dataset


def lists(answer):
    """Return what the lists of the second step offer, those of the days last."""
    return [options(answer, name) for name in ("comparator", "dataset", "baseline", "follow_up")]


def test_years_of_two_deliveries_are_offered_together(editor, chosen, amsterdam, of_2016, of_2018):
    answer = editor.post(ADDRESS, chosen)
    assert lists(answer) == [
        ["Niets: alleen dit gebied", "Amsterdam"],
        [TOGETHER],
        YEARS[:1],
        YEARS[1:],
    ]
    sent = sent_by_a_browser(form_in(answer))
    assert (sent["comparator"], sent["dataset"]) == (str(amsterdam.pk), "samen")


def test_an_editor_sees_both_deliveries_and_takes_them(editor, eva, chosen, of_2016, of_2018):
    seen = soup(editor.post(ADDRESS, shown(editor, chosen))).select_one("section.wk-import")
    assert cells(seen.table)[1:] == [["2016", "28%", "41%"], ["2018", "33%", "43%"]]
    assert [words(line) for line in seen.find_all("p", recursive=False)][1:] == [
        "Begin en vervolg komen uit twee leveringen: ‘Kerncijfers 2016’ en ‘Kerncijfers 2018’.",
        "2016 – Bron: CBS, 2016. Dataset: Kerncijfers 2016 (levering van de bron). "
        "Licentie: CC BY 4.0, CBS.",
        "2018 – Bron: CBS, 2018. Dataset: Kerncijfers 2018 (levering van de bron). "
        "Licentie: CC BY 4.0, CBS.",
    ]
    assert not IndicatorSnapshot.objects.exists()

    take_it(editor, shown(editor, chosen))
    snapshot = IndicatorSnapshot.objects.get()
    assert snapshot.datasets == (of_2016, of_2018)
    assert [moment.date for moment in snapshot.moments] == [IN_2016, IN_2018]
    assert snapshot.taken_by == eva


def test_days_without_the_area_beside_are_left_out(editor, chosen, of_2016, of_2018, of_2020):
    answer = editor.post(ADDRESS, chosen)
    assert lists(answer)[2:] == [YEARS[:1], YEARS[1:]]
    alone = editor.post(ADDRESS, chosen | {"comparator": ""})
    assert lists(alone)[2:] == [YEARS, ["2020: Kerncijfers 2020", YEARS[1]]]


def test_of_a_day_the_newest_delivery_that_has_both_is_offered(
    editor, chosen, measure, oost, amsterdam, of_2016, of_2018
):
    complete, partial = DatasetFactory(title="Herteld"), DatasetFactory(title="Alleen de wijk")
    for area, dataset in ((oost, complete), (amsterdam, complete), (oost, partial)):
        measure(area, IN_2018, "2018", 34, dataset=dataset)
    answer = editor.post(ADDRESS, chosen)
    assert lists(answer)[3] == ["2018: Herteld"]
    alone = editor.post(ADDRESS, chosen | {"comparator": ""})
    assert lists(alone)[3] == ["2018: Alleen de wijk"]


def test_a_delivery_with_two_periods_goes_first_and_all_together_can_be_chosen(
    editor, chosen, measured, report, of_2016, of_2018
):
    answer = editor.post(ADDRESS, chosen)
    assert lists(answer)[1:] == [[TOGETHER, "Rapport"], ["oktober 2006"], ["oktober 2012"]]
    assert sent_by_a_browser(form_in(answer))["dataset"] == str(report.pk)
    together = editor.post(ADDRESS, chosen | {"dataset": "samen"})
    assert lists(together)[2] == ["oktober 2006: Rapport", "oktober 2012: Rapport", YEARS[0]]


def test_two_days_of_one_delivery_make_a_snapshot_of_that_one(
    editor, chosen, measured, report, of_2016
):
    days = {"baseline": "2006-10-01", "follow_up": "2012-10-01"}
    take_it(editor, chosen | {"dataset": "samen"} | days)
    assert IndicatorSnapshot.objects.get().datasets == (report,)


def test_invented_figures_are_not_offered_together_with_real_ones(
    editor, chosen, measure, oost, of_2016, of_2018
):
    invented = DatasetFactory(title="Verzonnen", kind=Dataset.Kind.EXAMPLE)
    for year in (2017, 2019):
        measure(oost, date(year, 12, 31), str(year), 50, dataset=invented)
    answer = editor.post(ADDRESS, chosen | {"dataset": "samen", "comparator": ""})
    assert lists(answer)[1:] == [
        [TOGETHER, "Verzonnen (voorbeeld, geen echte cijfers)"],
        YEARS[:1],
        YEARS[1:],
    ]


@pytest.mark.parametrize("status", Dataset.COUNT_FOR_NOTHING)
def test_a_delivery_that_does_not_count_is_not_offered(editor, chosen, of_2016, of_2018, status):
    Dataset.objects.filter(pk=of_2016.pk).update(status=status)
    assert errors(editor.post(ADDRESS, chosen)) == {
        "area": "Van dit gebied zijn er geen twee metingen van deze indicator."
    }


def test_what_can_be_taken_instead_counts_the_deliveries_together(editor, chosen, of_2016, of_2018):
    assert errors(editor.post(ADDRESS, chosen | {"indicator": IndicatorFactory().pk})) == {
        "area": "Van dit gebied zijn er geen twee metingen van deze indicator. "
        "Wel van: Havo en vwo."
    }


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("dataset", "allebei"),
        ("baseline", "2018-12-31"),
        ("baseline", "2016"),
        ("follow_up", "2016-12-31"),
    ],
)
def test_what_is_not_in_a_list_is_refused_beside_it(editor, chosen, of_2016, of_2018, name, typed):
    answer = editor.post(ADDRESS, shown(editor, chosen) | {name: typed})
    assert errors(answer) == {name: NOT_LISTED}
    assert not IndicatorSnapshot.objects.exists()


def test_a_figure_that_changed_is_shown_before_it_is_taken(editor, chosen, of_2016, of_2018):
    form = shown(editor, shown(editor, chosen))
    Measurement.objects.filter(dataset=of_2016, value=28).update(value=29)
    answer = editor.post(ADDRESS, form)
    assert not IndicatorSnapshot.objects.exists()
    assert cells(soup(answer).select_one("section.wk-import table"))[1] == ["2016", "29%", "41%"]


def test_the_newer_figures_begin_where_the_snapshot_did(
    editor, take_of_two, measure, oost, amsterdam, measured
):
    snapshot = take_of_two()
    later = DatasetFactory(title="Kerncijfers 2020")
    for area, value in ((oost, 36), (amsterdam, 44)):
        measure(area, date(2020, 12, 31), "2020", value, dataset=later)
    form = sent_by_a_browser(form_in(editor.get(f"{ADDRESS}?van={snapshot.pk}")))
    assert (form["dataset"], form["baseline"], form["follow_up"]) == (
        "samen",
        "2016-12-31",
        "2020-12-31",
    )


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_cost_as_many_queries_for_any_number_of_deliveries(
    number, havo, oost, measure, of_2016, of_2018, django_assert_num_queries
):
    for year in range(2019, 2019 + number):
        measure(oost, date(year, 12, 31), str(year), 30, dataset=DatasetFactory())
    with django_assert_num_queries(3):
        (offer,) = offers.of_area(havo, oost)
        assert len(offer.measurements) == 2 + number
        assert [other.name for other in offers.beside(havo, oost, offer)] == ["Amsterdam"]


def test_of_two_deliveries_both_are_looked_at(editor, take_of_two):
    page = soup(editor.get(f"/beheer/snapshots/inspect/{take_of_two().pk}/"))
    terms, told = page.main.find_all("dt"), page.main.find_all("dd")
    said = {words(term): words(text) for term, text in zip(terms, told, strict=True)}
    assert said["Dataset van 2016"] == "Kerncijfers 2016 (CBS, 2016; CC BY 4.0, CBS)"
    assert said["Dataset van 2018"] == "Kerncijfers 2018 (CBS, 2018; CC BY 4.0, CBS)"
    assert said["Let op"] == (
        "Begin en vervolg komen uit twee leveringen: ‘Kerncijfers 2016’ en ‘Kerncijfers 2018’."
    )


@pytest.mark.parametrize("name", ["of_2016", "of_2018"])
def test_the_list_is_narrowed_to_a_delivery_of_the_begin_or_the_end(
    editor, take, take_of_two, name, request
):
    take(), take_of_two()
    delivery = request.getfixturevalue(name)
    listed = soup(editor.get(f"/beheer/snapshots/?dataset={delivery.pk}"))
    (row,) = listed.select("table.listing tbody tr")
    assert [words(cell) for cell in row.find_all("td")][2:4] == ["2016", "2018"]
