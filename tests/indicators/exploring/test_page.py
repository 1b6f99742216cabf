"""The explorer as a visitor gets it."""

import pytest

from content.models import AreaCode
from indicators.models import Dataset
from tests.factories import DatasetFactory, IndicatorFactory, NeighbourhoodFactory
from tests.indicators.pages import cells, queries_of, read, texts
from tests.reading import words

ADDRESS = "/indicatoren/verkennen"
ALL = f"{ADDRESS}?indicator=nww&groep=W3"

pytestmark = pytest.mark.django_db


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def sentences(page):
    return [plain(text) for text in texts(page.select(".wk-explore__words .wk-figure__sentence"))]


def test_the_counts_stand_in_words_with_where_it_changed_most(client, site, figures):
    page = read(client, ALL)
    assert words(page.article.h2) == "Werkzoekenden: 3 wijken"
    assert sentences(page) == [
        "In 1 wijk werd de afstand tot Utrecht groter, in 1 kleiner; "
        "1 wijk ligt op of onder het gemiddelde.",
        "De afstand nam het meest af in Overvecht (Utrecht), met 3 procentpunt.",
        "De afstand nam het meest toe in Zuilen (Utrecht), met 3 procentpunt.",
    ]


def test_all_figures_stand_in_a_table_with_the_reason_where_one_is_missing(client, site, figures):
    table = read(client, ALL).find("caption", id="tabel-cijfers").parent
    assert cells(table) == [
        ["Gebied", "2007", "2009", "2011", "2013"],
        ["Ondiep (Utrecht)", "6%", "6%", "6%", "5%"],
        ["Overvecht (Utrecht)", "12%", "11%", "10%", "8%"],
        ["Zuilen (Utrecht)", "9%", "9%", "te weinig mensen om iets over te zeggen", "11%"],
        ["Ter vergelijking"],
        ["Utrecht", "7%", "7%", "7%", "6%"],
    ]


def test_the_distances_stand_furthest_behind_first(client, site, figures):
    table = read(client, ALL).find("caption", id="tabel-afstand").parent
    assert [[plain(cell) for cell in row] for row in cells(table)] == [
        ["Gebied", "2007", "2013", "Uitkomst"],
        ["Zuilen (Utrecht)", "2 procentpunt hoger", "5 procentpunt hoger", "afstand groter"],
        ["Overvecht (Utrecht)", "5 procentpunt hoger", "2 procentpunt hoger", "afstand kleiner"],
        ["Ondiep (Utrecht)", "1 procentpunt lager", "1 procentpunt lager",
         "op of beter dan het gemiddelde"],
    ]  # fmt: skip


def test_the_spread_goes_from_high_to_low(client, site, figures):
    table = read(client, f"{ALL}&gebied=AW01").find("caption", id="tabel-verdeling").parent
    assert cells(table) == [
        ["Plaats", "Gebied", "Cijfer"],
        ["1", "Zuilen (Utrecht)", "11%"],
        ["2", "Overvecht (Utrecht)", "8%"],
        ["3", "Ondiep (Utrecht)", "5%"],
    ]
    assert words(table.strong) == "Overvecht (Utrecht)"


def test_one_area_is_told_in_its_own_sentence(client, site, figures):
    assert sentences(read(client, f"{ADDRESS}?indicator=nww&gebied=AW01")) == [
        "Het aandeel daalde van 12% (2007) naar 8% (2013). Dat is een verbetering. "
        "De afstand tot Utrecht werd kleiner: van 5 naar 2 procentpunt."
    ]


def test_an_area_is_known_by_its_name_too(client, site, figures):
    page = read(client, f"{ADDRESS}?indicator=nww&gebied=overvecht+(utrecht)")
    assert words(page.article.h2) == "Werkzoekenden: Overvecht (Utrecht)"


def test_a_number_of_things_is_not_compared_with_that_of_a_city(client, site, figures, seekers):
    seekers.unit = "inwoners"
    seekers.save()
    page = read(client, ALL)
    assert sentences(page) == [
        "Dit cijfer is een aantal. Een deel is altijd kleiner dan het geheel, dus een afstand tot "
        "het gemiddelde zegt hier niets."
    ]
    assert page.find(id="tabel-afstand") is None
    assert cells(page.find("caption", id="tabel-cijfers").parent)[2][1] == "12 inwoners"


def test_the_years_can_be_chosen(client, site, figures):
    page = read(client, f"{ALL}&van=2009-01-01&tot=2011-01-01")
    table = page.find("caption", id="tabel-cijfers").parent
    assert cells(table)[0] == ["Gebied", "2009", "2011"]
    assert sentences(page)[0] == (
        "In 1 wijk werd de afstand tot Utrecht kleiner, in geen enkele groter; 1 wijk ligt op of "
        "onder het gemiddelde; over 1 wijk is geen uitspraak mogelijk."
    )


def test_three_periods_are_lines_and_two_are_bars(client, site, figures):
    assert read(client, ALL).select("svg.wk-bars") == []
    two = read(client, f"{ALL}&van=2009-01-01&tot=2011-01-01")
    assert len(two.select("svg.wk-bars")) == 1
    assert two.select("svg.wk-lines") == []


def test_drawings_are_hidden_from_who_reads_the_tables(client, site, figures):
    drawings = read(client, ALL).article.select("svg")
    whole = [drawing for drawing in drawings if drawing.find_parent("svg") is None]
    assert {drawing["aria-hidden"] for drawing in whole} == {"true"}
    assert [drawing["class"][0] for drawing in whole if drawing["class"] != ["wk-key__mark"]] == [
        "wk-lines", "wk-houses", "wk-distances", "wk-spread",
    ]  # fmt: skip


def test_provisional_figures_are_marked(client, site, figures, store, places):
    store(places["Overvecht"], 2015, 7, provisional=True)
    page = read(client, ALL)
    table = page.find("caption", id="tabel-cijfers").parent
    assert cells(table)[2][-1] == "7% voorlopig"
    assert len(page.select("circle.wk-lines__provisional")) == 1


def test_other_borders_interrupt_a_line_and_are_told_once(client, site, figures, store, places):
    for code, first, last in (("WK034401", 2000, 2013), ("WK034411", 2014, 2022)):
        AreaCode.objects.create(
            area=places["Overvecht"], code=code, first_year=first, last_year=last
        )
    Dataset.objects.update(boundary_year=2013)
    later = DatasetFactory(source="UWV", boundary_year=2015)
    for name in ("Overvecht", "Utrecht"):
        store(places[name], 2015, 7, dataset=later)
    page = read(client, ALL)
    assert len(page.select("line.wk-lines__break")) == 1
    told = (
        "Van Overvecht (Utrecht) zijn de cijfers van 2013 en 2015 niet goed te vergelijken: "
        "de grenzen veranderden."
    )
    notes = texts(page.select(".wk-explore__notes li"))
    assert [note for note in notes if "grenzen" in note] == [told]
    assert told in client.get(ALL.replace("verkennen", "verkennen.json")).json()["notes"]


def test_a_group_is_shown_when_its_average_is_known_of_one_year_alone(client, site, places, store):
    places["group"].memberships.update(first_year=2007)
    for year, value in ((2006, 12), (2013, 8)):
        store(places["Overvecht"], year, value)
    store(places["Utrecht"], 2006, 7)
    page = read(client, ALL)
    assert cells(page.find("caption", id="tabel-cijfers").parent)[2] == [
        "Overvecht (Utrecht)", "12%", "8%",
    ]  # fmt: skip


def test_of_a_group_of_which_only_the_whole_is_told_the_whole_is_shown(client, site, places, store):
    store(places["group"], 2007, 10)
    store(places["group"], 2013, 7)
    page = read(client, ALL)
    assert cells(page.find("caption", id="tabel-cijfers").parent) == [
        ["Gebied", "2007", "2013"],
        ["3 wijken", "10%", "7%"],
    ]
    assert texts(page.select(".wk-explore__notes li"))[0] == (
        "Van de leden van deze groep zijn er geen cijfers, wel van de groep zelf."
    )


def test_nothing_chosen_asks_for_a_choice(client, site, figures):
    page = read(client, ADDRESS)
    assert words(page.find("h2", id="niets")) == "Kies eerst een cijfer"


def test_a_choice_without_figures_tells_what_there_is(client, site, figures):
    elsewhere = NeighbourhoodFactory(name="Lombok", code="AW99")
    page = read(client, f"{ADDRESS}?indicator=nww&gebied={elsewhere.code}")
    section = page.find("h2", id="niets").parent
    assert words(section.h2) == "Van deze keuze zijn er geen cijfers"
    assert [(words(link), link["href"]) for link in section.find_all("a")] == [
        ("3 wijken: cijfers van 3 leden", f"{ADDRESS}?indicator=nww&groep=W3"),
        ("Ondiep (Utrecht)", f"{ADDRESS}?indicator=nww&gebied=AW03"),
        ("Overvecht (Utrecht)", f"{ADDRESS}?indicator=nww&gebied=AW01"),
        ("Zuilen (Utrecht)", f"{ADDRESS}?indicator=nww&gebied=AW02"),
        ("Utrecht", f"{ADDRESS}?indicator=nww&gebied=GM0344"),
    ]


def test_a_group_without_members_in_those_years_says_so(client, site, figures):
    figures["group"].memberships.update(first_year=2015)
    section = read(client, ALL).find("h2", id="niets").parent
    assert words(section.p) == "In deze jaren hoort er geen gebied bij de groep."


def test_an_indicator_without_figures_says_so(client, site, seekers, places):
    page = read(client, ALL)
    assert words(page.find("h2", id="niets").parent.p) == (
        "Van ‘Werkzoekenden’ noemt geen bron getallen. Wij vullen ze niet zelf in. "
        "Lees wat er wel bekend is"
    )


def test_of_many_areas_one_is_typed(client, site, figures):
    NeighbourhoodFactory.create_batch(60)
    page = read(client, f"{ADDRESS}?indicator=nww&gebied=Overvecht")
    assert page.find("input", id="kies-gebied")["name"] == "gebied"
    assert [box["value"] for box in page.select("input[type=checkbox]")] == ["AW01"]


def test_a_change_gives_the_part_that_changes(client, site, figures):
    whole, part = client.get(ALL), client.get(ALL, headers={"HX-Request": "true"})
    assert b"<html" in whole.content
    assert b"<html" not in part.content
    assert 'id="verkenning"' in part.content.decode()
    assert "HX-Request" in part["Vary"]


def test_with_a_slash_it_leads_to_the_same(client, site, figures):
    response = client.get(f"{ADDRESS}/?indicator=nww&groep=W3&q=x")
    assert (response.status_code, response["Location"]) == (301, ALL)


def test_more_of_everything_costs_as_many_queries(
    client, site, figures, store, places, django_assert_max_num_queries
):
    few = queries_of(client, ALL, django_assert_max_num_queries)
    IndicatorFactory.create_batch(3)
    for area in NeighbourhoodFactory.create_batch(3, parent=places["Utrecht"]):
        places["group"].memberships.create(member=area)
        for year in range(2007, 2014):
            store(area, year, 9)
    assert queries_of(client, ALL, django_assert_max_num_queries) == few <= 20
