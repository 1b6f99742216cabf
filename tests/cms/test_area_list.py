"""The list of areas with its map."""

import pytest

from tests.factories import GroupFactory, NeighbourhoodFactory
from tests.reading import links, main_of, section, words


def test_neighbourhoods_stand_under_their_municipality(client, site, overvecht, gouda):
    NeighbourhoodFactory(name="Kanaleneiland", parent=overvecht.parent)
    GroupFactory(name="G4", members=[overvecht.parent], description="De vier grote steden.")

    soup = main_of(client, "/gebieden/")

    cities = soup.select(".wk-cities__item")
    assert [[words(link) for link in city.select("a")] for city in cities] == [
        ["Utrecht", "Kanaleneiland", "Overvecht"]
    ]
    assert links(soup, ".wk-areas__others") == [("Gouda", "/gebieden/gouda/")]
    (group,) = section(soup, "groepen").select("li")
    assert words(group) == "G4 De vier grote steden. 1 lid"


def test_every_municipality_is_on_the_map_by_name(client, site, overvecht, gouda):
    soup = main_of(client, "/gebieden/")
    places = [(place["aria-label"], place["href"]) for place in soup.select(".wk-map a")]
    assert sorted(places) == [
        ("Gouda", "/gebieden/gouda/"),
        ("Utrecht, 1 wijk", "/gebieden/utrecht/"),
    ]
    assert "CBS en Kadaster, CC BY 4.0" in words(soup.select_one(".wk-map figcaption"))


def test_the_list_holds_everything_that_the_map_leads_to(client, site, overvecht, gouda):
    soup = main_of(client, "/gebieden/")
    on_the_map = {place["href"] for place in soup.select(".wk-map a")}
    in_the_list = {link["href"] for link in soup.select("#lijst a")}
    assert on_the_map <= in_the_list


def named(soup):
    return [words(link) for link in soup.select("#lijst a")]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("overv", ["Utrecht", "Overvecht"]),
        ("UTRECHT", ["Utrecht", "Kanaleneiland", "Overvecht"]),
        ("utrecht vecht", ["Utrecht", "Overvecht"]),
        ("gouda", ["Gouda"]),
        ("g4", ["G4"]),
    ],
)
def test_a_name_narrows_the_list_and_the_map(client, site, overvecht, gouda, question, found):
    NeighbourhoodFactory(name="Kanaleneiland", parent=overvecht.parent)
    GroupFactory(name="G4")
    soup = main_of(client, f"/gebieden/?q={question}")
    assert named(soup) == found
    assert soup.find(id="gebied-naam")["value"] == question


def test_a_name_that_nobody_has_is_answered_in_words(client, site, overvecht):
    soup = main_of(client, "/gebieden/?q=Atlantis")
    assert soup.find(id="lijst") is None
    assert words(soup.select_one(".wk-areas__found")) == (
        "Geen wijk of gemeente op deze site heet ‘Atlantis’. Kijk of de naam klopt, of neem een "
        "kleiner deel van de naam. Toon alle gebieden"
    )


@pytest.mark.parametrize("question", ["%00", "x" * 10_000, "%F0%9F%8F%A0", "' OR 1=1 --", "%25_"])
def test_strange_names_are_answered_too(client, site, overvecht, question):
    assert client.get(f"/gebieden/?q={question}").status_code == 200


def test_a_name_in_the_address_is_never_markup(client, site, overvecht):
    answer = client.get("/gebieden/", {"q": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.content.decode()


def test_an_empty_site_says_so(client, site):
    soup = main_of(client, "/gebieden/")
    assert words(soup.find_all("p")[-1]) == "Er staan nog geen wijken of gemeenten op deze site."
    assert soup.select_one(".wk-map") is None


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_any_length_takes_as_many_queries(
    client, site, number, django_assert_num_queries
):
    for _ in range(number):
        GroupFactory(members=[NeighbourhoodFactory()])
    with django_assert_num_queries(3):
        soup = main_of(client, "/gebieden/")
    assert len(soup.select("#lijst a")) == 3 * number
