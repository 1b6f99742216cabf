"""Every measurement of an indicator as a file: a row for each area and day."""

import csv
import io
import json
from datetime import date

import pytest

from content.models import Area
from indicators.models import Dataset, DefinitionChange, Measurement, MissingReason
from indicators.opendata import measurements
from tests.factories import DatasetFactory, GroupFactory, NeighbourhoodFactory
from tests.indicators.conftest import END, START

FORMS = ["/indicatoren/havo-vwo/metingen.csv", "/indicatoren/havo-vwo/metingen.json"]


def rows(client):
    text = client.get("/indicatoren/havo-vwo/metingen.csv").getvalue().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def data(client):
    return json.loads(client.get("/indicatoren/havo-vwo/metingen.json").getvalue())


@pytest.fixture
def cbs(db):
    return DatasetFactory(
        title="Kerncijfers",
        source="CBS",
        licence="CC BY 4.0, naamsvermelding: CBS",
        url="https://www.cbs.nl/",
        boundary_year=2022,
    )


def test_the_table_has_a_row_for_each_measurement(client, measured, measure, oost, cbs):
    measure(oost, date(2022, 12, 31), "2022", "38.125", dataset=cbs, provisional=True)
    of_report = ["Rapport", "Outcomemonitor", "CC BY 4.0", "", ""]
    amsterdam = ["GM0363", "Amsterdam", "municipality", "GM0363"]
    oost = ["AW04", "Oost", "neighbourhood", "GM0363"]
    assert rows(client) == [
        [
            *("Gebiedscode", "Gebied", "Soort gebied", "Gemeentecode", "Periode", "Peildatum"),
            *("Waarde", "Eenheid", "Geen waarde omdat", "Voorlopig"),
            *("Dataset", "Bron", "Licentie", "Grenzen van", "Webadres"),
        ],
        [*oost, "oktober 2006", "2006-10-01", "28", "%", "", "nee", *of_report],
        [*oost, "oktober 2012", "2012-10-01", "38", "%", "", "nee", *of_report],
        [
            *(*oost, "2022", "2022-12-31", "38,125", "%", "", "ja", "Kerncijfers", "CBS"),
            *("CC BY 4.0, naamsvermelding: CBS", "2022", "https://www.cbs.nl/"),
        ],
        [*amsterdam, "oktober 2006", "2006-10-01", "41", "%", "", "nee", *of_report],
        [*amsterdam, "oktober 2012", "2012-10-01", "", "%", "not-reported", "nee", *of_report],
    ]


def test_json_says_the_same_with_numbers(client, measured, measure, oost, cbs):
    measure(oost, date(2022, 12, 31), "2022", "-38.125", dataset=cbs)
    found = data(client)
    assert found["indicator"] == {
        "code": "havo-vwo",
        "name": "Leerlingen op havo of vwo",
        "definition": "Wat dit getal telt.",
        "unit": "%",
        "direction": "higher",
        "source": "Bron",
        "definitionChanges": [],
        "url": "http://127.0.0.1:8000/indicatoren/havo-vwo/",
    }
    assert [row["value"] for row in found["measurements"]] == [28, 38, -38.125, 41, None]
    assert found["measurements"][2] == {
        "areaCode": "AW04",
        "areaName": "Oost",
        "areaKind": "neighbourhood",
        "municipalityCode": "GM0363",
        "period": "2022",
        "periodDate": "2022-12-31",
        "value": -38.125,
        "unit": "%",
        "missing": None,
        "provisional": False,
        "dataset": "Kerncijfers",
        "source": "CBS",
        "licence": "CC BY 4.0, naamsvermelding: CBS",
        "boundaryYear": 2022,
        "datasetUrl": "https://www.cbs.nl/",
    }
    assert found["measurements"][4]["missing"] == MissingReason.NOT_REPORTED


def test_json_says_from_when_the_definition_is_another(client, measured, havo):
    for day, what in ((date(2011, 1, 1), "studenten tellen mee"), (date(2008, 1, 1), "wie werkt")):
        DefinitionChange.objects.create(indicator=havo, since=day, what=what)
    assert data(client)["indicator"]["definitionChanges"] == [
        {"since": "2008-01-01", "what": "wie werkt"},
        {"since": "2011-01-01", "what": "studenten tellen mee"},
    ]


def test_groups_and_the_country_lie_in_no_municipality(client, measure, oost):
    measure(GroupFactory(code="G4", members=[oost]), END, "2012", 30)
    country = Area.objects.create(code="NL00", name="Nederland", slug="nl", kind="country")
    measure(country, END, "2012", 40)
    assert [(row["areaCode"], row["municipalityCode"]) for row in data(client)["measurements"]] == [
        ("G4", None),
        ("NL00", None),
    ]


def test_of_two_deliveries_the_newer_counts_and_no_example_does(client, measure, oost, amsterdam):
    for title, day, value in (("Nieuw", date(2014, 1, 1), 36), ("Oud", date(2013, 1, 1), 35)):
        newer = DatasetFactory(title=title, retrieved_at=day)
        measure(oost, END, "2012", value, dataset=newer)
    measure(oost, END, "2012", 34)
    example = DatasetFactory(kind=Dataset.Kind.EXAMPLE, retrieved_at=date(2020, 1, 1))
    measure(oost, END, "2012", 99, dataset=example)
    measure(amsterdam, END, "2012", 99, dataset=example)
    withdrawn = DatasetFactory(status=Dataset.Status.WITHDRAWN, retrieved_at=date(2020, 1, 1))
    measure(oost, END, "2012", 98, dataset=withdrawn)
    assert [(row["dataset"], row["value"]) for row in data(client)["measurements"]] == [
        ("Nieuw", 36)
    ]


def test_a_delivery_that_is_provisional_makes_its_figures_so(client, measure, oost, report):
    report.status = Dataset.Status.PROVISIONAL
    report.save()
    measure(oost, END, "2012", 38)
    assert [row["provisional"] for row in data(client)["measurements"]] == [True]
    assert rows(client)[1][9] == "ja"


def test_texts_that_look_like_formulas_are_made_harmless(client, measure, amsterdam, report, havo):
    havo.unit = "=1"
    havo.save()
    report.source, report.licence = "@SUM(A1)", "+1"
    report.save()
    evil = NeighbourhoodFactory(code="-1", name='=HYPERLINK("x")', parent=amsterdam)
    measure(evil, END, "=2012", "-2.5")
    (_headings, row) = rows(client)
    assert row == [
        *("'-1", '\'=HYPERLINK("x")', "neighbourhood", "GM0363", "'=2012", "2012-10-01", "-2,5"),
        *("'=1", "", "nee", "Rapport", "'@SUM(A1)", "'+1", "", ""),
    ]


def test_a_large_number_is_written_in_full(client, measure, oost):
    measure(oost, END, "2012", "99999999999.999")
    measure(oost, START, "2006", 217400)
    assert [row[6] for row in rows(client)[1:]] == ["217400", "99999999999,999"]
    assert [row["value"] for row in data(client)["measurements"]] == [217400, 99999999999.999]


def test_the_files_say_what_they_are(client, measured):
    table, linked = map(client.get, FORMS)
    assert table["Content-Type"] == "text/csv; charset=utf-8"
    assert table["Content-Disposition"] == 'attachment; filename="havo-vwo-metingen.csv"'
    assert linked["Content-Type"] == "application/json"
    assert linked["Content-Disposition"] == 'attachment; filename="havo-vwo-metingen.json"'


def test_an_indicator_without_figures_gives_an_empty_list(client, havo):
    assert len(rows(client)) == 1
    assert data(client)["measurements"] == []


@pytest.mark.parametrize("address", FORMS)
def test_who_has_a_file_is_told_whether_it_changed(client, measured, oost, address):
    known = {"if-none-match": client.get(address)["ETag"]}
    answer = client.get(address, headers=known)
    assert (answer.status_code, answer.content) == (304, b"")
    Measurement.objects.filter(area=oost, value=28).update(value=29)
    assert client.get(address, headers=known).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [(FORMS[0], 3), (FORMS[1], 4)])
def test_a_file_of_any_size_takes_as_many_queries(
    client, measure, number, address, queries, django_assert_num_queries
):
    for area in NeighbourhoodFactory.create_batch(number):
        measure(area, END, "2012", 38, dataset=DatasetFactory())
    with django_assert_num_queries(queries):
        assert client.get(address).getvalue().count(b"2012-10-01") == number


@pytest.mark.parametrize("write", [measurements.as_csv, measurements.as_json])
def test_a_long_file_comes_in_parts_that_are_one(havo, measure, monkeypatch, write):
    for area in NeighbourhoodFactory.create_batch(5):
        measure(area, END, "2012", 38)
    whole = "".join(write(havo))
    monkeypatch.setattr(measurements, "PART", 2)
    parts = list(write(havo))
    assert "".join(parts) == whole
    assert [part.count("2012-10-01") for part in parts if "2012-10-01" in part] == [2, 2, 1]


def test_an_unknown_indicator_has_no_files(client, db):
    for form in ("csv", "json"):
        assert client.get(f"/indicatoren/onbekend/metingen.{form}").status_code == 404
