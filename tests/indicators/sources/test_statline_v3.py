"""The old service of StatLine: padded codes, keys that move, pages, and what is missing."""

from datetime import date
from hashlib import sha256

import pytest
from django.utils import timezone

from indicators.sources.client import SourceError
from indicators.sources.statline import KWB, fetch_v3
from tests.indicators.sources.server import Answer, failing
from tests.indicators.sources.statline import TITLE, lists, padded, table_v3

ROOT = "/ODataFeed/odata/85984NED"
WHOLE = """\
Codering;Naam;Soort;Aantal inwoners (aantal);Gemiddelde WOZ-waarde (x 1 000 euro);\
Koopwoningen/Gemiddelde grootte (aantal);Huurwoningen/Gemiddelde grootte (aantal)
NL00;Nederland;Land;17942942;398;2.1;57
GM0363;Amsterdam;Gemeente;931298;551;1.8;30
WK0363NJ;Oud-Noord;Wijk;27000;471;;21
WK0363AB;Centrum;Wijk;;;;
"""


@pytest.fixture
def fetch(source, tmp_path, told, patience):
    """Fetch the table of 2024 from the server of this test."""
    base_url = table_v3(source)

    def fetch(table="85984NED", **choice):
        return fetch_v3(table, tmp_path, told, base_url=base_url, patience=patience, **choice)

    return fetch


def test_a_table_becomes_a_file_with_a_row_for_each_area(fetch, told, tmp_path):
    delivery = fetch()
    assert delivery.path == tmp_path / "cbs-85984NED.csv"
    assert delivery.path.read_bytes().decode("utf-8") == WHOLE
    assert told == [(2, 4), (4, 4)]
    assert [path.name for path in tmp_path.iterdir()] == ["cbs-85984NED.csv"]


def test_what_is_known_of_the_table_comes_with_it(fetch):
    delivery = fetch()
    assert (delivery.title, delivery.source) == (TITLE, "CBS")
    assert delivery.licence == "CC BY 4.0, naamsvermelding: CBS"
    assert delivery.url == "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85984NED"
    assert (delivery.boundary_year, delivery.provisional) == (2024, False)
    assert delivery.retrieved_at == timezone.localdate() >= date(2026, 1, 1)
    assert delivery.file_hash == sha256(WHOLE.encode()).hexdigest()
    assert delivery.notes == (
        "StatLine, tabel 85984NED. Een lege cel is een cijfer dat het CBS niet geeft.",
    )


def test_only_the_columns_and_areas_that_are_asked_for_come(fetch, source):
    delivery = fetch(columns=["aantal  inwoners"], areas=["GM0363", "WK0363"])
    assert delivery.path.read_text().splitlines() == [
        "Codering;Naam;Soort;Aantal inwoners (aantal)",
        "GM0363;Amsterdam;Gemeente;931298",
        "WK0363NJ;Oud-Noord;Wijk;27000",
        "WK0363AB;Centrum;Wijk;",
    ]
    assert source.asked[-3] == (
        f"{ROOT}/TypedDataSet?$format=json&$select=WijkenEnBuurten,AantalInwoners_5"
        "&$filter=startswith(WijkenEnBuurten,'GM0363') or startswith(WijkenEnBuurten,'WK0363')"
    )
    assert delivery.notes[1:] == (
        "Niet alle onderwerpen van de tabel zijn opgehaald.",
        "Alleen deze gebieden zijn opgehaald: GM0363, WK0363.",
    )


def test_more_areas_than_fit_in_a_question_are_chosen_here(fetch, source):
    many = [f"WK0363A{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"]
    delivery = fetch(areas=[*many, "WK0364", "WK0365", "WK0366", "WK0367", "WK0368"])
    assert [line[:8] for line in delivery.path.read_text().splitlines()] == ["Codering", "WK0363AB"]
    assert not any("filter" in asked for asked in source.asked)


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("Gemiddelde WOZ-waarde", "Gemiddelde WOZ-waarde (x 1 000 euro)"),
        ("Gemiddelde WOZ-waarde (x 1 000 euro)", "Gemiddelde WOZ-waarde (x 1 000 euro)"),
        ("Huurwoningen/Gemiddelde grootte (aantal)", "Huurwoningen/Gemiddelde grootte (aantal)"),
    ],
)
def test_a_column_is_chosen_by_its_title_or_by_its_header(fetch, title, header):
    lines = fetch(columns=[title]).path.read_text().splitlines()
    assert lines[0] == f"Codering;Naam;Soort;{header}"


def test_a_title_that_the_table_does_not_have_is_named(fetch):
    with pytest.raises(SourceError) as caught:
        fetch(columns=["Aantal inwoners", "Aantal eenhoorns"])
    assert str(caught.value) == (
        "De tabel heeft geen kolom die zo heet: Aantal eenhoorns. Kijk de titels na op StatLine."
    )


@pytest.mark.parametrize("areas", [["0363"], ["GM0363", "x' or 1 eq 1"], ["gm0363"], [""], []])
def test_a_code_that_cannot_be_is_refused_before_anything_is_asked(fetch, source, areas):
    with pytest.raises(SourceError, match="is geen code van een gebied"):
        fetch(areas=areas)
    assert source.asked == []


@pytest.mark.parametrize("table", ["../../etc", "85984NED/TypedDataSet", "", "85984NED?x=1"])
def test_a_number_that_is_no_number_of_a_table_is_refused(fetch, source, table):
    with pytest.raises(SourceError, match="is geen nummer van een tabel"):
        fetch(table)
    assert source.asked == []


def test_a_table_that_may_still_change_says_so(source, tmp_path, told, patience):
    for title, period in [("Inkomen van huishoudens 2024*", ""), ("Inkomen", "2024*")]:
        base_url = table_v3(source, table="86161NED", title=title, period=period)
        delivery = fetch_v3("86161NED", tmp_path, told, base_url=base_url, patience=patience)
        assert (delivery.provisional, delivery.boundary_year) == (True, None)


def test_a_table_with_periods_gets_a_column_for_them(source, tmp_path, told, patience):
    base_url = table_v3(source, table="86161NED", title="Bevolking")
    root = "/ODataFeed/odata/86161NED"
    properties = [
        {"Type": "TimeDimension", "Key": "Perioden", "Title": "Perioden"},
        {"Type": "GeoDimension", "Key": "RegioS", "Title": "Regio's"},
        {"Type": "Topic", "Key": "Inwoners_1", "Title": "Inwoners", "Unit": "aantal"},
    ]
    years = [
        {"Key": "2023JJ00", "Title": "2023", "Status": "Definitief"},
        {"Key": "2024JJ00", "Title": "2024*", "Status": "Voorlopig"},
    ]
    source.on(f"{root}/DataProperties", lists(properties))
    source.on(f"{root}/RegioS", lists([{"Key": "GM0363", "Title": "Amsterdam"}]))
    source.on(f"{root}/Perioden", lists(years))
    found = [
        {"RegioS": padded(area), "Perioden": year["Key"], "Inwoners_1": value}
        for area, year, value in [
            ("GM0363", years[0], 1),
            ("GM0363", years[1], 2),
            ("GM9", years[1], 3),
        ]
    ]
    source.on(f"{root}/TypedDataSet", lists(found))
    delivery = fetch_v3("86161NED", tmp_path, told, base_url=base_url, patience=patience)
    assert delivery.path.read_text().splitlines() == [
        "Codering;Naam;Soort;Perioden;Inwoners (aantal)",
        "GM0363;Amsterdam;Gemeente;2023;1",
        "GM0363;Amsterdam;Gemeente;2024*;2",
        "GM9;;Gemeente;2024*;3",
    ]
    assert (delivery.provisional, told) == (True, [(3, None)])


def test_a_table_of_another_year_than_its_number_says_is_refused(source, tmp_path, told, patience):
    base_url = table_v3(source, title="Kerncijfers wijken en buurten 2023")
    with pytest.raises(SourceError) as caught:
        fetch_v3("85984NED", tmp_path, told, base_url=base_url, patience=patience)
    assert str(caught.value) == (
        "Tabel 85984NED heet “Kerncijfers wijken en buurten 2023”; dat is niet 2024. "
        "Meld dit aan de bouwer."
    )


def test_a_table_without_rows_replaces_nothing(fetch, source, tmp_path):
    fetch()
    source.on(f"{ROOT}/TypedDataSet", lists([]))
    with pytest.raises(SourceError, match="geeft geen regels"):
        fetch()
    assert (tmp_path / "cbs-85984NED.csv").read_text() == WHOLE


def test_a_table_without_areas_is_refused(fetch, source):
    source.on(f"{ROOT}/DataProperties", lists([{"Type": "Topic", "Key": "a", "Title": "A"}]))
    with pytest.raises(SourceError, match="gaat niet over gebieden"):
        fetch()


@pytest.mark.parametrize("odd", [{}, {"value": "geen"}, {"value": [1]}, {"error": {"code": "x"}}])
def test_an_answer_of_another_form_is_told_as_such(fetch, source, odd):
    source.on(f"{ROOT}/TypedDataSet", odd)
    with pytest.raises(SourceError, match="andere vorm dan verwacht"):
        fetch()


@pytest.mark.parametrize("odd", [[1], {"a": 1}, True])
def test_a_cell_that_is_no_single_value_is_refused(fetch, source, odd):
    row = {"WijkenEnBuurten": "GM0363", "AantalInwoners_5": odd}
    source.on(f"{ROOT}/TypedDataSet", lists([row]))
    with pytest.raises(SourceError, match="iets anders dan een getal of een tekst"):
        fetch()


def test_numbers_and_texts_come_as_the_source_wrote_them(fetch, source):
    written = b'{"value":[{"WijkenEnBuurten":"GM0363","AantalInwoners_5":1.0E+5,'
    written += b'"GemiddeldeWOZWaarde_39":0.10,"Gemiddeld_40":-7,"Gemiddeld_47":"=1+1; ja"}]}'
    source.on(f"{ROOT}/TypedDataSet", Answer(written))
    assert fetch().path.read_text().splitlines()[1] == (
        'GM0363;Amsterdam;Gemeente;100000;0.1;-7;"=1+1; ja"'
    )


def test_what_fails_on_the_way_is_asked_again(fetch, source, told):
    source.before(f"{ROOT}/TypedDataSet", failing(500, times=2))
    source.before(f"{ROOT}/WijkenEnBuurten", failing(429, times=1, Retry_After="0"))
    assert fetch().path.read_text() == WHOLE
    assert told == [(2, 4), (4, 4)]


def test_every_year_has_a_table_of_its_own():
    assert list(KWB) == list(range(2013, 2026))
    assert len(set(KWB.values())) == len(KWB)
