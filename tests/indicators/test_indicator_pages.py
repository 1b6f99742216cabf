"""The list and the pages of indicators, as a visitor gets them."""

from datetime import date

import pytest

from indicators.models import Dataset, Outcome, ReportedCount, ReportedOutcome
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.pages import cells, queries_of, read, texts
from tests.reading import facts, words


@pytest.fixture
def count(havo, report, forty):
    return ReportedCount.objects.create(
        indicator=havo,
        dataset=report,
        area=forty,
        outcome=Outcome.SMALLER,
        count=1,
        baseline="2006",
        follow_up="2012",
        note="Alleen Oost.",
    )


def test_the_list_shows_every_indicator_under_its_theme(client, site, measured, count, leren):
    page = read(client, "/indicatoren/")
    assert words(page.h1) == "Cijfers over wijken"
    (theme,) = page.main.find_all("section")
    assert words(theme.h2) == "Leren"
    (row,) = theme.find_all("li")
    assert row.a["href"] == "/indicatoren/havo-vwo/"
    assert texts(row.find_all("p")) == [
        "Wat dit getal telt.",
        "Hoger is beter · Bron",
        "In 1 wijk werd de afstand tot het stedelijk gemiddelde kleiner. "
        "Over de andere wijk geeft het rapport geen telling.",
        "Cijfers van 2 gebieden",
    ]


def test_an_empty_list_says_so(client, site):
    page = read(client, "/indicatoren/")
    assert words(page.main).endswith("Er staan nog geen cijfers op deze site.")


def test_the_list_costs_as_many_queries_with_one_as_with_three(
    client, site, havo, django_assert_max_num_queries
):
    one = queries_of(client, "/indicatoren/", django_assert_max_num_queries)
    IndicatorFactory.create_batch(2, theme=havo.theme)
    assert queries_of(client, "/indicatoren/", django_assert_max_num_queries) == one


def test_an_indicator_tells_how_to_read_it(client, site, havo):
    publisher = OrganisationFactory(name="Ministerie")
    havo.publisher, havo.tolerance, havo.minimum_group = publisher, "0.5", 50
    havo.next_update, havo.method, havo.caveat = date(2027, 3, 1), "Geteld in oktober.", "Weinig."
    havo.save()
    page = read(client, "/indicatoren/havo-vwo/")
    assert words(page.h1) == "Leerlingen op havo of vwo"
    assert facts(page) == {
        "Hoe te lezen": "Hoger is beter",
        "Eenheid": "%",
        "Vrijwel gelijk": "een verschil tot 0,5 procentpunt",
        "Kleinste groep": "50 mensen; daaronder geen cijfer",
        "Bron": "Bron",
        "Uitgever": "Ministerie",
        "Volgende cijfers": "maart 2027",
    }
    measured = page.find("h2", id="methode").parent
    assert texts(measured.find_all("p")) == ["Geteld in oktober.", "Let op", "Weinig."]


def test_an_indicator_without_unit_or_figures_says_so(client, site, havo):
    havo.unit = ""
    havo.save()
    page = read(client, "/indicatoren/havo-vwo/")
    assert facts(page)["Eenheid"] == "de bron noemt er geen"
    assert page.find("table") is None
    assert words(page.find("h2", id="cijfers").parent) == (
        "De cijfers Van deze indicator noemt de bron geen getallen. Wij vullen ze niet zelf in."
    )


def test_the_way_back_leads_to_the_list(client, site, havo):
    trail = read(client, "/indicatoren/havo-vwo/").find("nav", class_="wk-trail")
    assert [(step["href"], words(step)) for step in trail.find_all("a")][-1] == (
        "/indicatoren/",
        "Cijfers over wijken",
    )


def test_the_figures_of_an_indicator_stand_in_a_table(client, site, measured):
    page = read(client, "/indicatoren/havo-vwo/")
    assert cells(page.find("table")) == [
        ["Gebied", "oktober 2006", "oktober 2012", "Verandering"],
        ["Amsterdam", "41%", "niet genoemd in het rapport", "–"],
        ["Oost (Amsterdam)", "28%", "38%", "10 procentpunt hoger"],
    ]
    assert page.find("a", download=True)["href"] == "/indicatoren/havo-vwo.csv"


def test_an_area_without_a_measurement_of_a_day_gets_a_dash(client, site, measure, oost, amsterdam):
    measure(oost, START, "2006", 28)
    measure(amsterdam, END, "2012", 41)
    page = read(client, "/indicatoren/havo-vwo/")
    assert cells(page.find("table")) == [
        ["Gebied", "2006", "2012"],
        ["Amsterdam", "–", "41%"],
        ["Oost (Amsterdam)", "28%", "–"],
    ]


def test_a_provisional_figure_is_marked(client, site, measure, oost):
    measure(oost, END, "2012", 38, provisional=True)
    page = read(client, "/indicatoren/havo-vwo/")
    assert cells(page.find("table"))[1] == ["Oost (Amsterdam)", "38% voorlopig"]


def test_figures_that_are_made_up_say_so(client, site, measure, oost):
    example = DatasetFactory(kind=Dataset.Kind.EXAMPLE, source="Bedacht")
    measure(oost, END, "2012", 38, dataset=example)
    about = read(client, "/indicatoren/havo-vwo/").find("figcaption")
    assert texts(about.find_all("p"))[0] == "Bron: Bedacht. Voorbeeld, geen echte cijfers"


def test_what_a_report_counted_stands_in_words_and_in_a_table(client, site, count):
    page = read(client, "/indicatoren/havo-vwo/")
    section = page.find("h2", id="telling-1").parent
    assert words(section.h2) == "Wat er gebeurde in de 40 wijken"
    assert words(section.find("p", class_="wk-figure__sentence")) == (
        "In 1 wijk werd de afstand tot het stedelijk gemiddelde kleiner. "
        "Over de andere wijk geeft het rapport geen telling."
    )
    assert cells(section.table) == [
        ["Afstand tot het stedelijk gemiddelde", "Aantal"],
        ["Afstand kleiner Alleen Oost.", "1"],
        ["Niet geteld in het rapport", "1"],
    ]
    assert len(section.find_all("svg", class_="wk-houses__house")) == 2


def test_areas_that_a_report_names_are_linked_to_their_profile(client, site, havo, report, oost):
    ReportedOutcome.objects.create(
        indicator=havo,
        dataset=report,
        area=oost,
        outcome=Outcome.LARGER,
        baseline="2006",
        follow_up="2012",
        note="Als enige.",
    )
    section = read(client, "/indicatoren/havo-vwo/").find("h2", id="genoemd").parent
    assert texts(section.find_all("h3")) == ["Afstand groter"]
    assert section.a["href"] == f"/gebieden/{oost.slug}/#cijfer-havo-vwo"
    assert texts(section.li.find_all("p")) == ["Oost (Amsterdam) 2006 – 2012", "Als enige."]


def test_charts_are_hidden_from_who_reads_the_table(client, site, measured, count):
    drawings = read(client, "/indicatoren/havo-vwo/").main.find_all("svg", recursive=True)
    whole = [drawing for drawing in drawings if drawing.find_parent("svg") is None]
    assert [drawing["class"] for drawing in whole] == [["wk-houses"], ["wk-bars"]]
    assert {drawing["aria-hidden"] for drawing in whole} == {"true"}


def test_numbers_in_drawings_are_not_written_in_dutch(client, site, measured, count):
    for drawing in read(client, "/indicatoren/havo-vwo/").main.find_all("svg"):
        for part in drawing.find_all(["rect", "line", "svg"]):
            sizes = [part.get(name, "") for name in ("x", "y", "width", "height", "x1", "x2")]
            assert not any("," in size for size in sizes), sizes


def test_the_page_of_an_indicator_costs_as_many_queries_with_one_area_as_with_three(
    client, site, measure, oost, count, django_assert_max_num_queries
):
    measure(oost, END, "2012", 38)
    one = queries_of(client, "/indicatoren/havo-vwo/", django_assert_max_num_queries)
    for area in NeighbourhoodFactory.create_batch(2):
        measure(area, END, "2012", 10)
    assert queries_of(client, "/indicatoren/havo-vwo/", django_assert_max_num_queries) == one


@pytest.mark.parametrize(
    "address",
    [
        "/indicatoren/onbekend/",
        "/indicatoren/ONBEKEND%00/",
        "/cijfers/0123456789abcdef/",
        "/cijfers/kort/",
        "/cijfers/" + "0" * 64 + "/",
        "/cijfers/0123456789ABCDEF/",
    ],
)
def test_what_is_unknown_is_not_found(client, site, havo, address):
    assert client.get(address).status_code == 404


def test_pages_are_only_read(client, site, take):
    for address in ("/indicatoren/", "/indicatoren/havo-vwo/", take().get_absolute_url()):
        assert client.post(address).status_code == 405
