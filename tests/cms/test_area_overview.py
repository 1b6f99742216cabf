"""What the profile of an area gathers from the whole site."""

from datetime import date

import pytest
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
from tests.reading import links, main_of, section, titles, words


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
    "verslagen-van-overleg": "Ronde",
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
    group = GroupFactory(name="G2", slug="g2", code="G2")
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
    assert soup.select("p.wk-more a")[-1]["href"] == "/zoeken?gebied=G2&gebied=GM0513&gebied=GM0344"


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
    with django_assert_num_queries(31):
        soup = main_of(client, "/gebieden/utrecht/")
    # The figures are kept then.
    with django_assert_num_queries(23):
        client.get("/gebieden/utrecht/")
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
    with django_assert_num_queries(28):
        soup = main_of(client, "/gebieden/g4/")
    assert {name: len(found) for name, found in parts(soup).items()} == dict.fromkeys(PARTS, number)
    assert len(soup.select(".wk-map a")) == number
