"""The list of areas with its map, and the profile of each."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from content.models import AreaCode, Designation, Membership
from indicators.models import ReportedOutcome
from practices.models import Adoption
from programmes.models import ConsultedMunicipality
from tests.factories import (
    CommunityFactory,
    ConsultationReportFactory,
    DatasetFactory,
    EventFactory,
    GoalFactory,
    GroupFactory,
    IndicatorFactory,
    LearningMaterialFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    ProgrammeFactory,
    ResearchFactory,
    UpdateFactory,
)


def main_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").find(id="inhoud")


def words(element):
    return " ".join(element.get_text(" ").split())


def section(soup, name):
    """Return the part of a page under the heading with this id."""
    heading = soup.find(id=name)
    return heading.find_parent("section") if heading else None


def titles(soup, name):
    """Return the titles in a part of a page, or nothing when it is not there."""
    found = section(soup, name)
    return [words(title) for title in found.select("h3")] if found else []


def links(soup, selector):
    return [(words(link), link["href"]) for link in soup.select(f"{selector} a")]


@pytest.fixture
def utrecht(db):
    return MunicipalityFactory(name="Utrecht", code="GM0344", latitude=52.0911, longitude=5.0747)


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(
        name="Overvecht", code="AW38", parent=utrecht, latitude=52.1207, longitude=5.1093
    )


@pytest.fixture
def gouda(db):
    return MunicipalityFactory(name="Gouda", code="GM0513", latitude=52.0115, longitude=4.7105)


# The list


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


# The profile


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

    assert words(soup.select_one(".wk-opening__words")) == (
        "Wijk in Utrecht Overvecht Een wijk met hoge flats."
    )
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
    assert [words(step) for step in trail] == ["Gebieden", "Utrecht", "Overvecht (Utrecht)"]


def take_place(site, area, name=""):
    """Let one page of every kind be about an area."""
    programme = ProgrammeFactory(parent=site.programmes, title=f"Wijkenaanpak{name}", areas=[area])
    return [
        programme,
        PracticeFactory(parent=site.practices, title=f"Gezonde wijk{name}", areas=[area]),
        GoalFactory(parent=programme, title=f"Meer banen{name}", areas=[area]),
        UpdateFactory(
            parent=programme, title=f"Van start{name}", areas=[area], date=date(2013, 1, 26)
        ),
        ConsultationReportFactory(parent=programme, title=f"Ronde{name}", areas=[area]),
        ResearchFactory(parent=site.research, title=f"Eerste resultaten{name}", areas=[area]),
        CommunityFactory(parent=site.communities, title=f"CoP{name}", areas=[area]),
        LearningMaterialFactory(parent=site.learning, title=f"Gids{name}", areas=[area]),
        EventFactory(parent=site.events, title=f"Dag{name}", areas=[area]),
    ]


PARTS = {
    "praktijken": "Gezonde wijk",
    "programmas": "Wijkenaanpak",
    "doelen": "Meer banen",
    "nieuws": "Van start",
    "overleg": "Ronde",
    "onderzoek": "Eerste resultaten",
    "communities": "CoP",
    "leermateriaal": "Gids",
    "bijeenkomsten": "Dag",
}


def parts(soup):
    return {name: titles(soup, name) for name in PARTS if titles(soup, name)}


def test_a_profile_gathers_every_kind_of_page_about_the_area(client, site, overvecht, gouda):
    take_place(site, overvecht)
    take_place(site, gouda, name=" elders")

    soup = main_of(client, "/gebieden/overvecht/")

    assert parts(soup) == {name: [title] for name, title in PARTS.items()}
    assert words(section(soup, "nieuws").select_one("li .wk-meta")) == "26 januari 2013"


def test_a_municipality_shows_what_happens_in_its_neighbourhoods(client, site, overvecht):
    PracticeFactory(parent=site.practices, title="In de stad", areas=[overvecht.parent])
    PracticeFactory(parent=site.practices, title="Allebei", areas=[overvecht, overvecht.parent])
    PracticeFactory(parent=site.practices, title="In de wijk", areas=[overvecht])
    soup = main_of(client, "/gebieden/utrecht/")
    assert titles(soup, "praktijken") == ["Allebei", "In de stad", "In de wijk"]
    assert titles(main_of(client, "/gebieden/overvecht/"), "praktijken") == [
        "Allebei",
        "In de wijk",
    ]


def test_a_group_shows_its_members_and_what_happens_there(client, site, overvecht, gouda):
    group = GroupFactory(name="G2", slug="g2")
    Membership.objects.create(group=group, member=gouda, first_year=2009, note="De eerste.")
    Membership.objects.create(group=group, member=overvecht.parent)
    for area, title in ((gouda, "Gouds"), (overvecht, "Overvechts"), (group, "Samen")):
        PracticeFactory(parent=site.practices, title=title, areas=[area])

    soup = main_of(client, "/gebieden/g2/")

    assert [words(item) for item in section(soup, "leden").select("li")] == [
        "Gouda sinds 2009. De eerste.",
        "Utrecht",
    ]
    assert titles(soup, "praktijken") == ["Gouds", "Overvechts", "Samen"]
    assert soup.select("p.wk-more a")[-1]["href"] == "/zoeken?gebied=GM0513&gebied=GM0344"


def test_what_does_not_fit_is_found_in_search(client, site, overvecht):
    for number in range(8):
        PracticeFactory(parent=site.practices, title=f"Praktijk {number}", areas=[overvecht])
    soup = main_of(client, "/gebieden/overvecht/")
    assert len(titles(soup, "praktijken")) == 6
    assert links(section(soup, "praktijken"), ".wk-more") == [
        ("Alle 8 bij Wat hier is gedaan", "/zoeken?type=praktijk&gebied=AW38")
    ]
    assert [words(fact) for fact in soup.select(".wk-facts div")] == ["Praktijken 8 praktijken"]


def test_nothing_that_is_not_public_shows(client, site, overvecht):
    draft, *others = take_place(site, overvecht)
    adopted = PracticeFactory(
        parent=site.practices, adoptions=[Adoption(area=overvecht, outcome="worked")]
    )
    report = ConsultationReportFactory(
        parent=draft,
        municipalities=[ConsultedMunicipality(area=overvecht.parent, partnership="continues")],
    )
    for page in (*others, adopted, report):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    draft.unpublish()

    soup = main_of(client, "/gebieden/overvecht/")

    assert parts(soup) == {}
    assert section(soup, "navolging") is None
    assert section(soup, "gesprekken") is None
    assert words(soup.find_all("p")[-1]) == "Over dit gebied staat nog niets op deze site."


def test_what_was_copied_here_says_how_it_went(client, site, overvecht):
    adoption = Adoption(
        area=overvecht,
        organisation=OrganisationFactory(name="Mitros"),
        year=2012,
        outcome=Adoption.Outcome.DID_NOT_WORK,
        result="Niemand kwam.",
    )
    PracticeFactory(parent=site.practices, title="Burgertop", adoptions=[adoption])
    (row,) = section(main_of(client, "/gebieden/overvecht/"), "navolging").select("li")
    assert words(row) == "Burgertop Het werkte hier niet · sinds 2012 · Mitros Niemand kwam."
    (row,) = section(main_of(client, "/gebieden/utrecht/"), "navolging").select("li")
    assert words(row) == (
        "Burgertop Het werkte hier niet · sinds 2012 · Mitros · Overvecht (Utrecht) Niemand kwam."
    )


def test_the_decision_of_the_municipality_shows_in_its_neighbourhoods(client, site, overvecht):
    programme = ProgrammeFactory(parent=site.programmes)
    ConsultationReportFactory(
        parent=programme,
        title="Ronde 2013",
        municipalities=[
            ConsultedMunicipality(
                area=overvecht.parent, partnership="continues", note="Gaat door met 4 wijken."
            )
        ],
    )
    for address in ("/gebieden/overvecht/", "/gebieden/utrecht/"):
        (row,) = section(main_of(client, address), "gesprekken").select("li")
        assert words(row) == "Ronde 2013 Het partnerschap gaat door Gaat door met 4 wijken."


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


def fill(site, city, number):
    """Let an area have `number` of everything that a profile can show."""
    neighbourhood = NeighbourhoodFactory(parent=city, latitude=52.1, longitude=5.1 + number / 99)
    GroupFactory(members=[city])
    take_place(site, neighbourhood, name=f" {number}")
    indicator = IndicatorFactory()
    MeasurementFactory(indicator=indicator, area=city)
    MeasurementFactory(indicator=indicator, area=neighbourhood)
    ReportedOutcome.objects.create(
        indicator=indicator,
        area=city,
        dataset=DatasetFactory(),
        outcome="smaller",
        baseline="2007",
        follow_up="2012",
    )
    PracticeFactory(
        parent=site.practices,
        adoptions=[Adoption(area=city, organisation=OrganisationFactory())],
    )
    ConsultationReportFactory(
        parent=ProgrammeFactory(parent=site.programmes),
        municipalities=[ConsultedMunicipality(area=city, partnership="continues")],
    )
    city.designations.add(Designation(name=f"Status {number}"))
    city.cbs_codes.add(AreaCode(code=f"GM{number}", first_year=2016, last_year=2022))


@pytest.mark.parametrize("number", [1, 3])
def test_a_profile_of_any_size_takes_as_many_queries(
    client, site, utrecht, number, django_assert_num_queries
):
    for step in range(number):
        fill(site, utrecht, step)
    utrecht.save()
    with django_assert_num_queries(26):
        soup = main_of(client, "/gebieden/utrecht/")
    assert {name: len(found) for name, found in parts(soup).items()} == dict.fromkeys(PARTS, number)
    assert len(soup.select(".wk-figure")) == number
    for name in ("navolging", "gesprekken", "wijken"):
        assert len(section(soup, name).select("li")) == number
    assert len(section(soup, "codes").select("tbody tr")) == number


@pytest.mark.parametrize("number", [1, 3])
def test_a_group_of_any_size_takes_as_many_queries(client, site, number, django_assert_num_queries):
    group = GroupFactory(name="G4", slug="g4")
    for step in range(number):
        city = MunicipalityFactory(latitude=52 + step / 10, longitude=5)
        Membership.objects.create(group=group, member=city)
        take_place(site, city, name=f" {step}")
    with django_assert_num_queries(26):
        soup = main_of(client, "/gebieden/g4/")
    assert {name: len(found) for name, found in parts(soup).items()} == dict.fromkeys(PARTS, number)
    assert len(soup.select(".wk-map a")) == number
