"""How few people there are of something is shown nowhere, whenever that was decided.

In 2006 Oost had 2,841 of them and in 2012 still 387; then the smallest group became 1,000.
"""

from decimal import Decimal

import pytest

from indicators import overviews, queries
from indicators.domain import take_snapshot
from indicators.models import FEW_PEOPLE, Indicator, IndicatorSnapshot, Measurement, MissingReason
from indicators.similarity import table_of
from search import builders
from search.builders import series
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MeasurementFactory,
    NeighbourhoodFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.pages import cells, read
from tests.indicators.test_snapshot_windows import form_of, opened, shown, step
from tests.reading import words

FEW, REASON = "387", "te weinig mensen om iets over te zeggen"
CHOICE = "?indicator=havo-vwo&gebied=AW04"
OUTLETS = [
    "/gebieden/oost/",
    "/indicatoren/havo-vwo/",
    "/indicatoren/havo-vwo/metingen.csv",
    "/indicatoren/havo-vwo/metingen.json",
    *(f"/indicatoren/verkennen{form}{CHOICE}" for form in ("", ".csv", ".json")),
]


@pytest.fixture
def people(havo, oost, amsterdam, measure):
    """Return the indicator of which there are few in Oost, before anybody said how few is few."""
    havo.unit = "personen"
    havo.save()
    measure(oost, START, "oktober 2006", 2841)
    measure(oost, END, "oktober 2012", FEW)
    measure(amsterdam, START, "oktober 2006", 31000)
    measure(amsterdam, END, "oktober 2012", 30000)
    return havo


@pytest.fixture
def hidden(people):
    people.minimum_group = 1000
    people.save()
    return people


@pytest.fixture
def taking(people, oost, report):
    """Return a function that takes the snapshot of Oost by itself."""
    days = {"baseline": START, "follow_up": END}
    return lambda: take_snapshot(
        indicator=people, area=oost, comparator=None, dataset=report, **days
    )


def body(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.getvalue().decode("utf-8-sig")


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_number_can_be_seen_before_and_no_longer_after(client, site, people, outlet):
    assert FEW in body(client, outlet)
    people.minimum_group = 1000
    people.save()
    assert FEW not in body(client, outlet)


def test_the_profile_says_why_there_is_none(client, site, hidden):
    table = read(client, "/gebieden/oost/").select_one("#cijfer-havo-vwo").find_next("table")
    assert [row[1] for row in cells(table)] == ["Oost (Amsterdam)", "2.841 personen", REASON]


def test_the_file_says_why_there_is_none(client, site, hidden):
    (line,) = (
        row
        for row in body(client, "/indicatoren/havo-vwo/metingen.csv").splitlines()
        if row.startswith("AW04") and "2012-10-01" in row
    )
    assert line.split(";")[6:9] == ["", "personen", "suppressed"]


def test_a_report_shows_none(hidden, oost, amsterdam):
    found = overviews.of(overviews.Choice(indicator=hidden, area=oost, comparator=amsterdam))
    assert FEW not in str(found)
    assert REASON in str(found)


def test_search_says_nothing_of_it(hidden):
    key = "figure:havo-vwo:AW04"
    assert builders.build([key])[key].summary == "Oktober 2006: 2.841\N{NO-BREAK SPACE}personen."
    (found,) = series.build(["series:havo-vwo:AW04"]).values()
    moments = [row.moment for row in found.rows]
    assert [(moment.value, moment.missing) for moment in moments] == [
        (2841, ""),
        (None, "suppressed"),
    ]


def test_areas_are_not_found_alike_by_it(people):
    areas = [NeighbourhoodFactory(code=f"AX{n}") for n in range(5)]
    first, second, third = people, *(IndicatorFactory(unit="personen") for _ in range(2))
    for indicator in (first, second, third):
        for area, value in zip(areas, (10, 30, 11, 60, 90), strict=True):
            MeasurementFactory(indicator=indicator, area=area, value=value)
    assert [found.code for found in table_of("neighbourhood").like("AX0", limit=1)] == ["AX2"]

    third.minimum_group = 1000
    third.save()

    assert table_of("neighbourhood").like("AX0") == []


def test_what_is_taken_now_holds_the_reason_and_what_was_taken_stays(taking, people):
    taken = taking()
    people.minimum_group = 1000
    people.save()

    again = taking()

    assert taken.moments[1].area == (Decimal(FEW), "")
    assert again.moments[1].area == (None, MissingReason.SUPPRESSED)
    assert IndicatorSnapshot.objects.get(pk=taken.pk).hash == taken.hash != again.hash


def test_an_editor_is_told_that_what_was_taken_is_no_longer_shown(taking, people):
    taken = taking()
    assert queries.outdated_snapshots() == []
    people.minimum_group = 1000
    people.save()
    (row,) = queries.newer_figures([taken])[taken.pk]
    assert (row.period, row.figure.reason) == ("oktober 2012", REASON)
    assert queries.outdated_snapshots() == [taken.pk]


def test_the_window_offers_the_day_without_the_number(editor, hidden, oost):
    second = shown(step(editor, form_of(opened(editor)), indicator=hidden.pk, area=oost.pk))
    days = [words(day) for day in second.select("select[name=vastleggen-follow_up] option")]
    assert days == [f"oktober 2012 ({REASON})"]
    assert FEW not in words(shown(step(editor, form_of(second))))


def test_an_editor_sees_what_was_delivered_and_that_the_site_does_not_show_it(editor, hidden):
    rows = body(editor, "/beheer/measurements/")
    assert "387 personen (op de site niet te zien: te weinig mensen)" in rows.replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize("unit", ["personen", "inwoners", "%", "woningen"])
@pytest.mark.parametrize("minimum", [None, 0, 10])
def test_the_database_and_the_form_agree_on_what_is_few(db, unit, minimum):
    indicator = IndicatorFactory(unit=unit, minimum_group=minimum)
    area, delivery = NeighbourhoodFactory(), DatasetFactory()
    for day, value in enumerate(["-1", "0", "0.001", "9.999", "10", "11", None], start=1):
        MeasurementFactory(
            indicator=indicator,
            area=area,
            dataset=delivery,
            period_date=START.replace(day=day),
            value=value,
            missing="" if value else MissingReason.NOT_SURVEYED,
        )
    indicator = Indicator.objects.get()
    few = Measurement.objects.filter(FEW_PEOPLE)
    assert set(few) == {row for row in Measurement.objects.all() if indicator.hides(row.value)}
    assert few.count() == (2 if unit in ("personen", "inwoners") and minimum else 0)
