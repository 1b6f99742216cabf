"""What is on screen, as files, and bare in a frame."""

import csv
import io

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook

from tests.factories import NeighbourhoodFactory
from tests.indicators.exploring.test_page import ALL
from tests.indicators.pages import cells, queries_of, texts
from tests.reading import words

pytestmark = pytest.mark.django_db

HEAD = [
    "Code van het gebied", "Gebied", "Rol", "Indicator", "Eenheid", "Periode", "Peildatum",
    "Waarde", "Geen waarde omdat", "Voorlopig", "Vergeleken met", "Code daarvan", "Verschil",
    "Uitkomst", "Grenzen van", "Dataset", "Bron", "Licentie",
]  # fmt: skip
SOURCE = ["UWV 2007–2013", "UWV", "CC BY 4.0"]


def as_file(form, more=""):
    return ALL.replace("verkennen", f"verkennen.{form}") + more


def read_csv(client, address):
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_table_holds_every_figure_with_codes_source_and_licence(client, site, figures):
    rows = read_csv(client, as_file("csv"))
    assert rows[0] == HEAD
    assert len(rows) == 1 + 4 * 4
    zuilen = [row for row in rows if row[0] == "AW02"]
    assert zuilen[2:] == [
        ["AW02", "Zuilen (Utrecht)", "gebied", "Werkzoekenden", "%", "2011", "2011-01-01", "",
         "te weinig mensen om iets over te zeggen", "nee", "Utrecht", "GM0344", "", "", "",
         *SOURCE],
        ["AW02", "Zuilen (Utrecht)", "gebied", "Werkzoekenden", "%", "2013", "2013-01-01", "11",
         "", "nee", "Utrecht", "GM0344", "5", "afstand groter", "", *SOURCE],
    ]  # fmt: skip
    assert [row[2] for row in rows if row[0] == "GM0344"] == ["ter vergelijking"] * 4


def test_only_what_is_on_screen_is_in_the_file(client, site, figures):
    rows = read_csv(client, as_file("csv", "&van=2009-01-01&tot=2011-01-01"))
    assert {row[5] for row in rows[1:]} == {"2009", "2011"}


def test_numbers_have_a_decimal_comma_and_a_formula_is_made_harmless(
    client, site, figures, seekers, store, places
):
    seekers.decimals, seekers.unit = 1, "index"
    seekers.save()
    evil = NeighbourhoodFactory(name="=1+1", code="+AW", parent=places["Utrecht"])
    store(evil, 2013, "-2.5", period="@SUM(A1)")
    rows = read_csv(client, "/indicatoren/verkennen.csv?indicator=nww&gebied=%2BAW")
    assert rows[1][:9] == [
        "'+AW", "'=1+1 (Utrecht)", "gebied", "Werkzoekenden", "index", "'@SUM(A1)", "2013-01-01",
        "-2,5", "",
    ]  # fmt: skip


def test_the_workbook_has_the_figures_the_words_and_the_sources(client, site, figures):
    response = client.get(as_file("xlsx"))
    book = load_workbook(io.BytesIO(response.content))
    assert book.sheetnames == ["Cijfers", "In woorden", "Bronnen"]
    rows = list(book["Cijfers"].iter_rows(values_only=True))
    assert list(rows[0]) == HEAD
    assert len(rows) == 17
    assert (rows[4][0], rows[4][7], rows[4][12]) == ("AW03", 5, -1)
    assert book["In woorden"]["A1"].value == (
        "In 1 wijk werd de afstand tot Utrecht groter, in 1 kleiner; "
        "1 wijk ligt op of onder het gemiddelde."
    )
    assert [cell.value for cell in book["Bronnen"][2]][:3] == SOURCE
    assert response["Content-Disposition"] == 'attachment; filename="nww.xlsx"'


def test_no_cell_of_the_workbook_is_a_formula_or_breaks_it(client, site, store, places):
    evil = NeighbourhoodFactory(name="=1+1\x01", code="AW9", parent=places["Utrecht"])
    store(evil, 2013, 3)
    response = client.get("/indicatoren/verkennen.xlsx?indicator=nww&gebied=AW9")
    cell = load_workbook(io.BytesIO(response.content))["Cijfers"]["B2"]
    assert (cell.value, cell.data_type) == ("'=1+1 (Utrecht)", "s")


def test_the_data_say_what_the_page_says(client, site, figures):
    data = client.get(as_file("json")).json()
    assert data["question"] == "indicator=nww&groep=W3"
    assert (data["baseline"], data["follow_up"]) == ("2007-01-01", "2013-01-01")
    assert data["counts"] == {"smaller": 1, "larger": 1, "at-or-better": 1}
    assert len(data["figures"]) == 16
    assert data["figures"][3] == {
        "area_code": "AW03",
        "area": "Ondiep (Utrecht)",
        "role": "area",
        "period": "2013",
        "date": "2013-01-01",
        "value": 5.0,
        "missing": "",
        "provisional": False,
        "compared_with": "Utrecht",
        "compared_with_code": "GM0344",
        "distance": -1.0,
        "outcome": "at-or-better",
        "boundary_year": None,
        "dataset": "UWV 2007–2013",
        "source": "UWV",
        "licence": "CC BY 4.0",
    }
    assert data["problems"] == []


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_file_of_a_wrong_choice_says_what_is_wrong(client, site, figures, form):
    response = client.get(as_file(form, "&vergelijk=x&van=x"))
    assert response.status_code == 400
    assert response.content.decode() == (
        "Dit is geen datum. Kies er een uit de lijst, of schrijf die als 2012-12-31.\n"
        "Het gebied ‘x’ kennen wij niet.\n"
    )


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_without_a_choice_there_is_no_file(client, site, figures, form):
    nothing = client.get(f"/indicatoren/verkennen.{form}")
    assert (nothing.status_code, nothing.content.decode()) == (
        400,
        "Kies eerst een cijfer, en een groep of gebieden.\n",
    )
    elsewhere = client.get(f"/indicatoren/verkennen.{form}?indicator=nww&gebied=AX")
    assert elsewhere.status_code == 400


def test_a_choice_without_figures_has_no_file(client, site, seekers, places):
    response = client.get(as_file("csv"))
    assert (response.status_code, response.content.decode()) == (
        404,
        "Van deze keuze zijn er geen cijfers.\n",
    )


def test_a_frame_of_another_site_holds_chart_table_source_and_the_way_back(client, site, figures):
    response = client.get(ALL.replace("verkennen", "verkennen/insluiten"))
    page = BeautifulSoup(response.content, "html.parser")
    assert words(page.h1) == "Werkzoekenden: 3 wijken"
    assert len(page.select("svg.wk-lines")) == 1
    assert cells(page.table)[1] == ["Ondiep (Utrecht)", "6%", "6%", "6%", "5%"]
    assert texts(page.select("figcaption p")) == [
        "UWV 2007–2013. Bron: UWV. Levering van de bron. Licentie: CC BY 4.0."
    ]
    back = page.select_one(".wk-embed__back a")
    assert back["href"] == f"http://127.0.0.1:8000{ALL}"
    assert page.select("header, nav, footer, form") == []


def test_only_the_bare_page_may_stand_in_a_frame(client, site, figures):
    bare = client.get(ALL.replace("verkennen", "verkennen/insluiten"))
    assert "frame-ancestors *;" in f"{bare['Content-Security-Policy']};"
    assert "X-Frame-Options" not in bare.headers
    whole = client.get(ALL)
    assert "frame-ancestors 'none'" in whole["Content-Security-Policy"]
    assert whole["X-Frame-Options"] == "DENY"


def test_the_line_to_copy_leads_to_the_bare_page(client, site, figures):
    page = BeautifulSoup(client.get(ALL).content, "html.parser")
    frame = BeautifulSoup(page.find("textarea", id="insluiten").text, "html.parser").iframe
    assert frame["src"] == (
        "http://127.0.0.1:8000/indicatoren/verkennen/insluiten?indicator=nww&groep=W3"
    )
    assert frame["title"] == "Werkzoekenden: 3 wijken"


def test_files_cost_few_queries(client, site, figures, django_assert_max_num_queries):
    # Where words tell of the figures, the changes of the definition are read.
    for form, most in (("csv", 8), ("xlsx", 9), ("json", 9)):
        assert queries_of(client, as_file(form), django_assert_max_num_queries) <= most
