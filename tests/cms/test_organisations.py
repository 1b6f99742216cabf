"""The page of an organisation gathers what it takes part in, paid for and published."""

import pytest
from wagtail.models import PageViewRestriction

from community.models import CommunityMember
from content.models import Organisation
from practices.models import Adoption, Partner
from programmes.models import ProgrammePartner
from tests.factories import (
    CommunityFactory,
    IndicatorFactory,
    LearningMaterialFactory,
    MunicipalityFactory,
    OrganisationFactory,
    PracticeFactory,
    ProgrammeFactory,
    ResearchFactory,
)
from tests.reading import main_of


@pytest.fixture
def organisation(db):
    return OrganisationFactory(
        name="Platform31",
        abbreviation="P31",
        kind=Organisation.Kind.KNOWLEDGE,
        description="Maakt kennis voor steden.",
        website="https://voorbeeld.example",
    )


def parts(soup):
    return {
        part.h2.get_text(): [" ".join(item.get_text(" ").split()) for item in part.select("li")]
        for part in soup.select("section")
    }


def take_part(site, organisation, name="", **fields):
    """Let the organisation take part in one page of every kind."""
    area = MunicipalityFactory(name=f"Gouda{name}")
    return [
        PracticeFactory(
            parent=site.practices,
            title=f"De Bruisplaats{name}",
            partners=[Partner(organisation=organisation, role="Betaalt mee")],
        ),
        PracticeFactory(
            parent=site.practices,
            title=f"Nagevolgd{name}",
            adoptions=[
                Adoption(
                    organisation=organisation, area=area, outcome=Adoption.Outcome.DID_NOT_WORK
                )
            ],
        ),
        ProgrammeFactory(
            parent=site.programmes,
            title=f"Kennistrajecten{name}",
            partners=[ProgrammePartner(organisation=organisation, role="Voert uit")],
        ),
        CommunityFactory(
            parent=site.communities,
            title=f"New Towns{name}",
            organisations=[CommunityMember(organisation=organisation, role="")],
        ),
        ResearchFactory(
            parent=site.research, title=f"Spangen{name}", commissioner=organisation, year=2012
        ),
        LearningMaterialFactory(
            parent=site.learning, title=f"Stad in transitie{name}", publisher=organisation
        ),
    ]


def test_an_organisation_shows_everything_it_had_a_part_in(client, site, organisation):
    take_part(site, organisation)
    IndicatorFactory(name="Verzuim", publisher=organisation)
    PracticeFactory(
        parent=site.practices,
        title="Van een ander",
        partners=[Partner(organisation=OrganisationFactory(), role="Betaalt")],
    )

    soup = main_of(client, "/organisaties/platform31/")

    assert soup.h1.get_text() == "Platform31 (P31)"
    assert soup.select_one(".wk-lead").get_text() == "Maakt kennis voor steden."
    assert parts(soup) == {
        "Praktijken": ["De Bruisplaats Betaalt mee"],
        "Nam deze praktijken over": ["Nagevolgd Gouda · Het werkte hier niet"],
        "Programma's": ["Kennistrajecten Voert uit"],
        "Communities": ["New Towns"],
        "Gaf opdracht voor onderzoek": ["Spangen 2012"],
        "Gaf uit": ["Stad in transitie"],
        "Indicatoren": ["Verzuim"],
    }


def test_nothing_that_is_not_public_shows(client, site, organisation):
    hidden, draft, *others = take_part(site, organisation)
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    draft.unpublish()
    for page in others:
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    soup = main_of(client, "/organisaties/platform31/")
    assert parts(soup) == {}
    assert soup.article.find_all("p")[-1].get_text() == (
        "Op deze site staat nog niet waar deze organisatie aan meedoet."
    )


@pytest.mark.parametrize("number", [1, 3])
def test_an_organisation_of_any_size_takes_as_many_queries(
    client, site, organisation, number, django_assert_num_queries
):
    for step in range(number):
        take_part(site, organisation, name=f" {step}")
    with django_assert_num_queries(11):
        soup = main_of(client, "/organisaties/platform31/")
    assert {heading: len(items) for heading, items in parts(soup).items()} == {
        "Praktijken": number,
        "Nam deze praktijken over": number,
        "Programma's": number,
        "Communities": number,
        "Gaf opdracht voor onderzoek": number,
        "Gaf uit": number,
    }


def test_an_unknown_organisation_is_not_found(client, site):
    assert client.get("/organisaties/bestaat-niet/").status_code == 404


def test_the_list_puts_organisations_by_kind_and_name(client, site, organisation):
    OrganisationFactory(name="Zaanstad", kind=Organisation.Kind.MUNICIPALITY)
    OrganisationFactory(name="Amersfoort", kind=Organisation.Kind.MUNICIPALITY)
    assert parts(main_of(client, "/organisaties/")) == {
        "Gemeente": ["Amersfoort", "Zaanstad"],
        "Kennisinstituut": ["Platform31 P31"],
    }


def test_an_empty_list_says_so(client, site):
    soup = main_of(client, "/organisaties/")
    assert soup.find_all("p")[-1].get_text() == "Er staan nog geen organisaties op deze site."


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_any_length_takes_as_many_queries(
    client, site, number, django_assert_num_queries
):
    for _ in range(number):
        OrganisationFactory()
    with django_assert_num_queries(3):
        soup = main_of(client, "/organisaties/")
    assert len(soup.select("li")) == number
