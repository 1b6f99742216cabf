"""What a searcher who finds little can do, with what it would give."""

import pytest

from tests.factories import (
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ThemeFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site):
    """Make three practices in Zuilen and six in Utrecht, one of those about debts."""
    utrecht = MunicipalityFactory(code="GM0344", name="Utrecht")
    zuilen = NeighbourhoodFactory(code="AW39", name="Zuilen", parent=utrecht)
    debts = ThemeFactory(label="Schulden", slug="schulden")
    for number in range(3):
        PracticeFactory(parent=site.practices, title=f"Fietsles {number}", areas=[zuilen])
    for number in range(5):
        PracticeFactory(parent=site.practices, title=f"Fietsclub {number}", areas=[utrecht])
    PracticeFactory(parent=site.practices, title="Op de fiets", areas=[utrecht], themes=[debts])


def advice(answer):
    links = answer.page.select(".wk-wider li, .wk-empty .utrecht-unordered-list:first-of-type li")
    return {words(item): item.a["href"] for item in links if item.a}


def test_nothing_found_offers_each_way_to_more_with_its_number(practices, index):
    answer = index.ask(thema="schulden", gebied="AW39", type="praktijk")

    assert answer.count == "Geen resultaten"
    assert advice(answer) == {
        "‘Utrecht’ in plaats van ‘Zuilen’ (1)": "?type=praktijk&thema=schulden&gebied=GM0344",
        "Zonder keuze bij ‘Thema’ (3)": "?type=praktijk&gebied=AW39",
        "Zonder keuze bij ‘Gebied’ (1)": "?type=praktijk&thema=schulden",
        "Haal alle filters weg": "?",
    }


def test_each_way_keeps_what_it_promised(practices, index):
    answer = index.ask(thema="schulden", gebied="AW39", type="praktijk")
    ways = {label: address for label, address in advice(answer).items() if label.endswith(")")}
    assert len(ways) == 3
    for label, address in ways.items():
        found = index.ask(**_choices(address))
        assert (label, len(found.titles)) == (label, int(label.rpartition("(")[2].rstrip(")")))


def _choices(address):
    return dict(pair.split("=") for pair in address.removeprefix("?").split("&"))


def test_figures_stand_apart_with_a_way_to_them(site, index):
    area = NeighbourhoodFactory(code="AW39", name="Zuilen")
    PracticeFactory(parent=site.practices, title="Fietsles", areas=[area])
    for _number in range(2):
        MeasurementFactory(area=area)

    answer = index.ask(gebied="AW39", type="")
    told = answer.page.select_one(".wk-search__apart")

    assert "Fietsles" in answer.titles
    assert words(told) == "Cijfers van wijken staan hier niet tussen: toon 2 cijfers ."
    assert told.a["href"] == "?type=cijfer&gebied=AW39"
    figures = index.ask(**_choices(told.a["href"]))
    assert (figures.count, figures.page.select_one(".wk-search__apart")) == ("2 resultaten", None)


def test_a_way_to_all_types_promises_no_figures(site, index):
    area = NeighbourhoodFactory(code="AW39", name="Zuilen")
    PracticeFactory(parent=site.practices, title="Fietsles", areas=[area])
    MeasurementFactory(area=area)

    answer = index.ask(gebied="AW39", type="nieuws")

    # The practice and the area itself, without its figure.
    assert "Zonder keuze bij ‘Soort’ (2)" in advice(answer)


def test_little_found_is_helped_on_and_enough_is_not(practices, index):
    little = index.ask(gebied="AW39", type="praktijk")
    enough = index.ask(gebied="GM0344", type="praktijk")

    assert "‘Utrecht’ in plaats van ‘Zuilen’ (9)" in advice(little)
    assert len(enough.titles) == 9
    assert advice(enough) == {}


def test_a_choice_that_every_result_has_is_not_offered(practices, index):
    answer = index.ask("fietsclub", type="praktijk")

    assert answer.facet("Gebied") == []
    assert answer.facet("Soort") == ["Praktijk (5)"]
    assert index.ask("fietsles 1", gebied="AW39").facet("Gebied")
