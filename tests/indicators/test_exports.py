"""Tables as files."""

import csv
import io

import pytest

from indicators import exports
from indicators.models import MissingReason
from tests.factories import NeighbourhoodFactory
from tests.indicators.conftest import END, START


def read(response):
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_file_holds_exactly_the_table(client, measured):
    assert read(client.get("/indicatoren/havo-vwo.csv")) == [
        ["Gebied", "oktober 2006 (%)", "oktober 2012 (%)", "Verandering (%)"],
        ["Amsterdam", "41", "niet genoemd in het rapport", ""],
        ["Oost (Amsterdam)", "28", "38", "10"],
    ]


def test_the_file_has_a_name_and_says_what_it_is(client, measured):
    response = client.get("/indicatoren/havo-vwo.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="havo-vwo.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")


def test_an_area_without_a_figure_has_an_empty_cell(client, measure, havo, oost, amsterdam):
    havo.unit, havo.decimals = "", 1
    havo.save()
    measure(oost, START, "2006", "-2.5")
    measure(amsterdam, END, "2012", missing=MissingReason.SUPPRESSED)
    assert read(client.get("/indicatoren/havo-vwo.csv")) == [
        ["Gebied", "2006", "2012"],
        ["Amsterdam", "", "te weinig mensen om iets over te zeggen"],
        ["Oost (Amsterdam)", "-2,5", ""],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start):
    assert exports.harmless(f"{start}1+1") == f"'{start}1+1"


def test_other_text_stays_as_it_is():
    assert exports.harmless("Oost-Souburg = 1") == "Oost-Souburg = 1"


def test_names_that_look_like_formulas_are_made_harmless(client, measure, amsterdam):
    evil = NeighbourhoodFactory(name='=HYPERLINK("x")', parent=amsterdam)
    measure(evil, END, "@SUM(A1)", 10)
    assert read(client.get("/indicatoren/havo-vwo.csv")) == [
        ["Gebied", "'@SUM(A1) (%)"],
        ['\'=HYPERLINK("x") (Amsterdam)', "10"],
    ]


def test_an_indicator_without_figures_gives_a_heading(client, havo):
    assert read(client.get("/indicatoren/havo-vwo.csv")) == [["Gebied"]]


def test_an_unknown_indicator_has_no_file(client, db):
    assert client.get("/indicatoren/onbekend.csv").status_code == 404
