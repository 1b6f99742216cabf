"""The profile of an area: what it is, where it lies and what it was called."""

import pytest
from bs4 import BeautifulSoup

from content.models import AreaCode, Designation, Membership
from tests.factories import (
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.reading import main_of, section, words


def test_a_profile_opens_with_what_and_where_the_area_is(client, site, overvecht):
    overvecht.description = "Een wijk met hoge flats."
    overvecht.designations = [
        Designation(
            name="Aandachtswijk",
            started="2007",
            ended="2012-10-11",
            reason="Het ging beter.",
            source="Voortgangsrapportage",
        )
    ]
    overvecht.cbs_codes = [
        AreaCode(code="WK034403", name="Wijk 03", first_year=2016, last_year=2022, fit="part")
    ]
    overvecht.save()
    group = GroupFactory(name="40 wijken", slug="40-wijken")
    Membership.objects.create(group=group, member=overvecht, first_year=2007)

    soup = main_of(client, "/gebieden/overvecht/")

    told = words(soup.select_one(".wk-opening__words"))
    assert told.startswith("Wijk in Utrecht Overvecht Een wijk met hoge flats. Volgen")
    assert [words(fact) for fact in soup.select(".wk-facts div")] == [
        "Aangewezen als Aandachtswijk , 2007 tot 11 oktober 2012",
        "Hoort bij 40 wijken (sinds 2007)",
    ]
    (designation,) = soup.select(".wk-timeline__item")
    assert words(designation) == (
        "2007 tot 11 oktober 2012 Aandachtswijk Het ging beter. Bron: Voortgangsrapportage"
    )
    cells = section(soup, "codes").select("tbody tr > *")
    assert [words(cell) for cell in cells] == [
        "WK034403",
        "Wijk 03",
        "2016–2022",
        "beslaat een deel van het gebied",
    ]


def test_a_neighbourhood_is_on_the_map_among_its_neighbours(client, site, overvecht):
    NeighbourhoodFactory(
        name="Kanaleneiland", parent=overvecht.parent, latitude=52.0740, longitude=5.0990
    )
    soup = main_of(client, "/gebieden/overvecht/")
    places = [
        (place["aria-label"], place.get("aria-current")) for place in soup.select(".wk-map a")
    ]
    assert sorted(places) == [("Kanaleneiland (Utrecht)", None), ("Overvecht (Utrecht)", "page")]
    assert words(section(soup, "wijken")) == (
        "De wijken van Utrecht op deze site Kanaleneiland Overvecht (deze pagina)"
    )


def test_the_way_back_leads_past_the_municipality(client, site, overvecht):
    answer = client.get("/gebieden/overvecht/")
    trail = BeautifulSoup(answer.content, "html.parser").select(".wk-trail li")
    assert [words(step) for step in trail] == [
        "Wat werkt in de wijken",
        "Gebieden",
        "Utrecht",
        "Overvecht (Utrecht)",
    ]


def test_a_figure_stands_at_the_address_that_search_gives(client, site, overvecht):
    verzuim = IndicatorFactory(name="Voortijdig schoolverlaten", code="vsv")
    MeasurementFactory(indicator=verzuim, area=overvecht, value=9)
    MeasurementFactory(indicator=verzuim, area=overvecht.parent, value=5)
    figure = main_of(client, "/gebieden/overvecht/").find(id="cijfer-vsv")
    assert words(figure.h3) == "Voortijdig schoolverlaten"
    assert [words(cell) for cell in figure.select("tbody td")][:2] == ["9%", "5%"]


@pytest.mark.parametrize(
    "name", ["nederland", "utrecht", "overvecht", "gouda", "g4", "zonder-plek"]
)
def test_an_area_of_every_kind_without_anything_has_a_page(client, site, overvecht, gouda, name):
    GroupFactory(name="G4", slug="g4")
    MunicipalityFactory(name="Nederland", slug="nederland", code="NL00", kind="country")
    NeighbourhoodFactory(
        name="Zonder plek", slug="zonder-plek", parent=MunicipalityFactory(name="Venray")
    )
    soup = main_of(client, f"/gebieden/{name}/")
    assert words(soup.find_all("p")[-1]) == "Over dit gebied staat nog niets op deze site."


def test_an_unknown_area_is_not_found(client, site):
    assert client.get("/gebieden/bestaat-niet/").status_code == 404


def test_an_area_is_only_looked_at(client, site, overvecht):
    assert client.post("/gebieden/overvecht/").status_code == 405
    assert client.post("/gebieden/").status_code == 405
