"""Figures reach the index by the same queue as pages, and write no page again."""

from datetime import date

import pytest

from indicators.domain import take_snapshot
from indicators.models import Dataset, Measurement
from search import audit, keys, rebuilding
from search.builders import series
from search.models import Change, Version
from tests.factories import GroupFactory, MeasurementFactory, PracticeFactory
from tests.indicators.reports import report_on
from tests.search.figures.conftest import END, START

pytestmark = pytest.mark.django_db


def values(index, area="AW38"):
    return [row["value"] for row in index.engine.figures.rows("vsv", area)]


def development(area):
    key = keys.of_series("vsv", area.code)
    return series.build([key])[key].development


def waiting():
    return set(Change.objects.values_list("key", flat=True))


def test_figures_are_indexed_after_they_were_saved(index, measured):
    assert values(index) == []
    index.update()

    before, after = index.engine.figures.rows("vsv", "AW38")
    assert (before["period"], before["value"], before["gap"]) == ("2007", 14, 5)
    assert (after["comparator"], after["comparator_value"], after["gap"]) == ("GM0344", 8, 2)
    assert (after["municipality"], after["development"]) == ("GM0344", "smaller")


def test_what_became_of_an_area_comes_from_its_figures(measured, overvecht, zuilen, utrecht):
    assert development(overvecht) == "smaller"
    assert development(zuilen) == "larger"
    assert development(utrecht) == ""


def test_or_from_a_report_that_gives_no_figures(measured, measure, vsv, report, overvecht, utrecht):
    report_on(vsv, report, utrecht, "same")
    report_on(vsv, report, overvecht, "larger")

    assert development(utrecht) == "same"
    # The figures themselves count for more.
    assert development(overvecht) == "smaller"


def test_a_missing_figure_keeps_its_reason_and_says_nothing(index, measure, utrecht, overvecht):
    measure(utrecht, 9, 8)
    measure(overvecht, 14, "suppressed")
    index.update()

    _before, after = index.engine.figures.rows("vsv", "AW38")
    assert (after["value"], after["missing"], after["gap"]) == (None, "suppressed", None)
    assert development(overvecht) == ""


def test_a_hundred_figures_write_no_page_again(
    site, index, measured, vsv, report, overvecht, utrecht
):
    PracticeFactory(parent=site.practices, areas=[overvecht])
    index.update()

    for number in range(100):
        MeasurementFactory(
            indicator=vsv,
            dataset=report,
            area=utrecht if number % 2 else overvecht,
            period_date=date(1900 + number, 1, 1),
        )

    assert {key.partition(":")[0] for key in waiting()} == {"figure", "series"}
    index.update()
    assert (len(values(index)), len(values(index, "GM0344"))) == (52, 52)


def test_a_figure_of_the_city_changes_what_is_said_of_its_neighbourhoods(
    index, measured, overvecht, utrecht
):
    index.update()
    city = Measurement.objects.get(area=utrecht, period_date=END)
    city.value = 3
    city.save()

    assert {"series:vsv:AW38", "series:vsv:AW39", "series:vsv:GM0344"} <= waiting()
    index.update()
    assert index.engine.figures.rows("vsv", "AW38")[1]["development"] == "larger"


def test_a_figure_that_is_taken_back_goes(index, measured, overvecht):
    index.update()
    Measurement.objects.filter(area=overvecht).first().delete()
    index.update()
    assert values(index) == [10]

    for row in Measurement.objects.filter(area=overvecht):
        row.delete()
    index.update()
    assert values(index) == []


def test_a_delivery_that_is_withdrawn_is_told_nowhere(site, index, measured, report):
    index.update()
    assert "Schoolverlaters: Overvecht (Utrecht)" in index.ask("vsv overvecht").titles

    report.status = Dataset.Status.WITHDRAWN
    report.save()

    assert index.ask("vsv overvecht", type="cijfer").titles == []
    assert values(index) == []
    assert index.ask().page.select_one("#ontwikkeling") is None


@pytest.fixture
def snapshot(vsv, overvecht, utrecht, report, measured):
    return take_snapshot(
        indicator=vsv,
        area=overvecht,
        comparator=utrecht,
        baseline=START,
        follow_up=END,
        dataset=report,
    )


def shown(index):
    return [
        (row["hash"], row["pages"])
        for row in index.engine.figures.rows("vsv", "AW38")
        if row["kind"] == "snapshot"
    ]


def test_a_snapshot_stands_there_with_its_hash_and_the_pages_that_show_it(site, index, snapshot):
    practice = PracticeFactory(parent=site.practices)
    index.update()
    assert shown(index) == [(snapshot.hash, [])]

    practice.figures = [practice.figures.model(snapshot=snapshot)]
    practice.save_revision().publish()
    index.update()
    assert shown(index) == [(snapshot.hash, [f"page:{practice.pk}"])]

    practice.unpublish()
    index.update()
    assert shown(index) == [(snapshot.hash, [])]


def test_a_snapshot_holds_both_moments(index, snapshot):
    index.update()
    row = index.engine.figures.rows("vsv", "AW38")[-1]

    assert (row["baseline"]["value"], row["baseline"]["gap"]) == (14, 5)
    assert (row["value"], row["comparator_value"], row["gap"]) == (10, 8, 2)


def test_a_rebuild_takes_the_figures_along(site, index, measured):
    rebuilding.rebuild(index.engine)

    assert values(index) == [14, 10]
    assert audit.audit(index.engine) == audit.Differences()


def test_what_changes_during_a_rebuild_is_in_the_new_index(site, index, measured, overvecht):
    def somebody_corrects(count, total):
        row = Measurement.objects.get(area=overvecht, period_date=END)
        row.value = 11
        row.save()
        index.update()

    rebuilding.rebuild(index.engine, somebody_corrects)

    assert values(index) == [14, 11]
    assert audit.audit(index.engine) == audit.Differences()


def test_the_audit_sees_figures_that_are_missing_outdated_or_too_many(site, index, measured):
    index.update()
    built = series.build(["series:vsv:AW38", "series:vsv:AW39", "series:vsv:GM0344"])
    version = Version.give_out()
    index.engine.figures.forget(["series:vsv:AW38"], version)
    zuilen = built["series:vsv:AW39"].with_version(version)
    index.engine.figures.put(
        [
            type(zuilen)(**vars(zuilen) | {"development": "same"}),
            type(zuilen)(**vars(zuilen) | {"area": "XX99"}),
        ]
    )

    found = audit.audit(index.engine)
    assert found == audit.Differences(
        missing=["series:vsv:AW38", "series:vsv:AW39"], orphaned=["series:vsv:XX99"]
    )
    audit.repair(found, index.engine)
    assert audit.audit(index.engine) == audit.Differences()
    assert values(index) == [14, 10]


def test_the_number_of_queries_does_not_grow_with_the_figures(
    measured, snapshot, forty, django_assert_num_queries
):
    with django_assert_num_queries(12):
        series.build(["series:vsv:AW38"])
    # One fewer: what they are compared with is among them, and was read with them.
    with django_assert_num_queries(11):
        assert len(series.build(["series:vsv:AW38", "series:vsv:AW39", "series:vsv:GM0344"])) == 3


def test_groups_are_those_of_the_area_and_of_its_municipality(measured, forty, utrecht, index):
    GroupFactory(code="G18", name="G18", members=[utrecht])
    index.update()

    assert index.engine.figures.rows("vsv", "AW38")[0]["groups"] == ["W40", "G18"]
    assert index.engine.figures.rows("vsv", "GM0344")[0]["groups"] == ["G18"]
