"""Results on a map: where they are, how many there are, and what leads to them."""

import pytest
from django.test import Client

from tests.factories import (
    GroupFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site):
    """Make three practices: in Overvecht, in Overvecht and Zuilen, and in Leeuwarden."""
    utrecht = MunicipalityFactory(code="GM0344", name="Utrecht", latitude=52.09, longitude=5.07)
    overvecht = NeighbourhoodFactory(
        code="AW38", name="Overvecht", parent=utrecht, latitude=52.12, longitude=5.10
    )
    zuilen = NeighbourhoodFactory(
        code="AW39", name="Zuilen", parent=utrecht, latitude=52.11, longitude=5.08
    )
    leeuwarden = MunicipalityFactory(
        code="GM0080", name="Leeuwarden", latitude=53.20, longitude=5.79
    )
    group = GroupFactory(code="G40", name="40 wijken")
    for title, areas in {
        "Fietsen": [overvecht, group],
        "Zwemmen": [overvecht, zuilen],
        "Lopen": [leeuwarden],
        "Nergens": [],
    }.items():
        PracticeFactory(parent=site.practices, title=title, areas=areas)


def on_the_map(answer):
    return {place["aria-label"]: place["href"] for place in answer.page.select("svg a")}


def in_the_list(answer):
    return {words(link): link["href"] for link in answer.page.select(".wk-results-map__list a")}


def test_places_count_all_results_and_lead_to_them(practices, index):
    answer = index.ask(type="praktijk", weergave="kaart")

    assert answer.count == "4 resultaten"
    assert on_the_map(answer) == {
        "Leeuwarden, 1 resultaat": "?type=praktijk&gebied=GM0080",
        "Utrecht, 2 resultaten": "?type=praktijk&gebied=GM0344",
    }
    assert in_the_list(answer) == {
        "Leeuwarden (1)": "?type=praktijk&gebied=GM0080",
        "Utrecht (2)": "?type=praktijk&gebied=GM0344",
        "Overvecht (2)": "?type=praktijk&gebied=AW38",
        "Zuilen (1)": "?type=praktijk&gebied=AW39",
        "40 wijken (1)": "?type=praktijk&gebied=G40",
    }
    assert answer.titles == []


def test_every_place_keeps_what_it_promised(practices, index):
    answer = index.ask(type="praktijk", weergave="kaart")
    for label, address in in_the_list(answer).items():
        number = label.rpartition("(")[2].rstrip(")")
        code = address.rpartition("=")[2]
        found = index.ask(type="praktijk", gebied=code)
        assert (label, len(found.titles)) == (label, int(number))


def test_one_town_is_shown_close_by(practices, index):
    answer = index.ask(type="praktijk", weergave="kaart", gebied="GM0344")

    assert list(on_the_map(answer)) == [
        "Overvecht (Utrecht), 2 resultaten",
        "Zuilen (Utrecht), 1 resultaat",
    ]
    assert set(in_the_list(answer)) == {"Utrecht (2)", "Overvecht (2)", "Zuilen (1)"}


def test_one_neighbourhood_is_shown_without_the_rest_of_its_town(practices, index):
    answer = index.ask(type="praktijk", weergave="kaart", gebied="AW39")

    assert list(on_the_map(answer)) == ["Zuilen (Utrecht), 1 resultaat"]
    assert list(in_the_list(answer)) == ["Zuilen (Utrecht) (1)"]


def test_results_of_no_place_say_so_and_lead_to_the_list(practices, index):
    answer = index.ask("nergens", type="praktijk", weergave="kaart")

    empty = answer.page.select_one(".wk-empty")
    assert words(empty).startswith("Deze resultaten gaan over geen wijk of gemeente.")
    assert empty.a["href"] == "?q=nergens&type=praktijk"


def test_a_group_alone_is_no_place_on_the_map(practices, index):
    answer = index.ask(weergave="kaart", gebied="G40", type="praktijk")

    assert on_the_map(answer) == {}
    assert "Geen van deze resultaten heeft een plek op de kaart." in words(answer.page.main)
    assert list(in_the_list(answer)) == ["40 wijken (1)"]


def test_the_way_to_look_stays_while_one_chooses_and_can_be_changed(practices, index):
    page = index.ask("fietsen", weergave="kaart", thema=[]).page

    assert page.select_one("form input[name=weergave]")["value"] == "kaart"
    assert [link["href"] for link in page.select(".wk-search__view a")] == ["?q=fietsen"]
    back = index.ask("fietsen").page
    assert back.select_one("input[name=weergave]") is None
    assert [link["href"] for link in back.select(".wk-search__view a")] == [
        "?q=fietsen&weergave=kaart"
    ]


def test_a_map_takes_one_query_more_than_a_list(practices, site, index, django_assert_num_queries):
    index.ask(type="praktijk")
    for number in range(3):
        with django_assert_num_queries(7):
            Client().get("/zoeken?type=praktijk&weergave=kaart")
        town = MunicipalityFactory(name=f"Stad {number}", latitude=52 + number / 3, longitude=5.5)
        PracticeFactory(parent=site.practices, title=f"Nieuw {number}", areas=[town])
        index.update()
