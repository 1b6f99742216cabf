"""What can be chosen beside the results: in which order, how much of it in sight, and what not."""

import pytest
from django.test import Client

from practices.models import Level
from tests.factories import (
    CommunityFactory,
    LearningMaterialFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ProgrammeFactory,
    RatingFactory,
    ThemeFactory,
    UpdateFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db


def facet(answer, label):
    """Return the fieldset of a facet."""
    fieldsets = answer.page.select("fieldset.wk-facet")
    return next(found for found in fieldsets if words(found.legend) == label)


@pytest.fixture
def towns(site):
    """Make twelve towns, the first with five neighbourhoods, each with practices."""
    rotterdam = MunicipalityFactory(code="GM0", name="Stad 0")
    for number in range(5):
        area = NeighbourhoodFactory(code=f"AW{number}", name=f"Wijk {number}", parent=rotterdam)
        PracticeFactory(parent=site.practices, title=f"In wijk {number}", areas=[area])
    for number in range(1, 12):
        town = MunicipalityFactory(code=f"GM{number}", name=f"Stad {number:02}")
        PracticeFactory(parent=site.practices, title=f"In stad {number}", areas=[town])


def test_many_neighbourhoods_are_folded_below_their_town(towns, index):
    areas = facet(index.ask(type="praktijk"), "Gebied")
    first = areas.select_one(".wk-facet__list > li")

    assert words(first.label) == "Stad 0 (5)"
    assert words(first.details.summary) == "5 in Stad 0"
    assert [words(label) for label in first.details.select("label")] == [
        f"Wijk {number} (1)" for number in range(5)
    ]
    assert not first.details.has_attr("open")


def test_what_is_chosen_is_in_sight_wherever_it_stands(towns, index):
    areas = facet(index.ask(type="praktijk", gebied=["GM11", "AW3"]), "Gebied")
    in_sight = areas.select(":scope > .wk-facet__list > li")

    assert [words(item.label) for item in in_sight] == [
        "Stad 0 (5)",
        *(f"Stad {number:02} (1)" for number in range(1, 7)),
        "Stad 11 (1)",
    ]
    assert in_sight[0].details.has_attr("open")
    assert words(areas.select_one(":scope > details > summary")) == "Nog 4 bij Gebied"


def test_what_has_only_what_every_result_has_is_no_choice(towns, index):
    answer = index.ask("stad 3", type="praktijk", gebied="GM3")

    assert answer.titles[0] == "In stad 3"
    assert answer.facet("Soort") != []
    plain = index.ask(gebied="AW3", sorteer="datum")
    assert plain.facet("Soort") == ["Gebied (1)", "Praktijk (1)"]


def test_costs_programme_and_community_can_be_chosen(site, index):
    programme = ProgrammeFactory(parent=site.programmes, title="Wijkenaanpak")
    UpdateFactory(parent=programme, title="Nieuws ervan")
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    LearningMaterialFactory(parent=site.learning, title="Gids", community=community)
    PracticeFactory(
        parent=site.practices, title="Duur", ratings=[RatingFactory(level=Level.COST_HIGH)]
    )

    everything = index.ask()
    assert everything.facet("Programma") == ["Wijkenaanpak (2)"]
    assert everything.facet("Community") == ["CoP 18 (2)"]
    assert everything.facet("Kosten") == ["Hoog: € 100.000 tot € 1 miljoen (1)"]
    assert sorted(index.ask(programma="wijkenaanpak").titles) == ["Nieuws ervan", "Wijkenaanpak"]
    assert sorted(index.ask(community="cop-18").titles) == ["CoP 18", "Gids"]
    assert index.ask(kosten="high").titles == ["Duur"]


def test_a_programme_that_is_not_public_is_no_choice(site, index):
    programme = ProgrammeFactory(parent=site.programmes, title="Kanarieprogramma")
    UpdateFactory(parent=programme, title="Nieuws ervan")
    PracticeFactory(parent=site.practices, title="Iets anders")
    type(programme).objects.filter(pk=programme.pk).update(live=False)

    assert index.ask("nieuws").titles == ["Nieuws ervan"]
    assert index.ask().facet("Programma") == []
    assert Client().get("/zoeken?programma=kanarieprogramma").status_code == 400


def test_a_wider_theme_counts_the_narrower(site, index):
    wide = ThemeFactory(label="Wonen", slug="wonen")
    narrow = ThemeFactory(label="Huur", slug="huur", broader=wide)
    PracticeFactory(parent=site.practices, title="A", themes=[narrow])
    PracticeFactory(parent=site.practices, title="B", themes=[wide])

    assert index.ask(type="praktijk").facet("Thema") == ["Wonen (2)", "Huur (1)"]
    assert sorted(index.ask(thema="wonen", type="praktijk").titles) == ["A", "B"]
