"""Which areas an area is compared with."""

import pytest

from content.models import Area
from indicators.comparators import Comparators, in_order
from tests.factories import GroupFactory, MunicipalityFactory, NeighbourhoodFactory


@pytest.fixture
def country(db):
    return MunicipalityFactory(name="Nederland", code="NL00", kind=Area.Kind.COUNTRY)


@pytest.fixture
def cities(country):
    return [
        MunicipalityFactory(name=name, parent=country) for name in ("Utrecht", "Arnhem", "Almere")
    ]


@pytest.fixture
def utrecht(cities):
    return cities[0]


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(name="Overvecht", parent=utrecht)


@pytest.fixture
def presikhaaf(cities):
    return NeighbourhoodFactory(name="Presikhaaf", parent=cities[1])


@pytest.fixture
def groups(cities, overvecht, presikhaaf):
    """Return the groups by name; Almere is in none but the New Towns."""
    made = [
        GroupFactory(name="G18", members=cities[:2]),
        GroupFactory(name="G4", members=cities[:1]),
        GroupFactory(name="New Towns", members=cities[2:]),
        GroupFactory(name="40 wijken", members=[overvecht, presikhaaf]),
        GroupFactory(name="Wijken in de G4", members=[overvecht]),
    ]
    return {group.name: group for group in made}


def names(area):
    found = Area.objects.filter(pk__in=Comparators.load().of(area))
    return [area.name for area in in_order(found)]


def test_a_neighbourhood_is_compared_with_its_city_and_the_groups_of_both(groups, overvecht):
    assert names(overvecht) == ["Utrecht", "40 wijken", "G18", "G4", "Wijken in de G4"]


def test_a_municipality_is_compared_with_its_groups_and_the_country(groups, utrecht):
    assert names(utrecht) == ["G18", "G4", "Nederland"]


def test_a_group_of_neighbourhoods_is_compared_with_wider_groups_and_the_cities_around(groups):
    assert names(groups["40 wijken"]) == ["G18"]
    assert names(groups["Wijken in de G4"]) == ["40 wijken", "G18", "G4"]


def test_a_group_of_cities_is_compared_with_the_groups_that_hold_it(groups):
    assert names(groups["G4"]) == ["G18"]
    assert names(groups["G18"]) == []


def test_an_area_in_no_group_is_compared_with_what_it_lies_in(utrecht, overvecht):
    assert names(overvecht) == ["Utrecht"]


def test_the_comparators_of_all_areas_cost_one_query(
    groups, overvecht, utrecht, django_assert_num_queries
):
    with django_assert_num_queries(1):
        known = Comparators.load()
        for area in (overvecht, utrecht, *groups.values()):
            known.of(area)


def test_distances_are_counted_to_the_average_with_most_figures(groups, utrecht):
    known = Comparators.load()
    figures = {utrecht: 1, groups["40 wijken"]: 9, groups["G18"]: 2}
    assert known.benchmark(list(figures), figures.get) == groups["G18"]


def test_of_averages_with_as_many_figures_the_nearest_counts(groups, utrecht):
    nearby = [utrecht, groups["G18"]]
    assert Comparators.load().benchmark(nearby, lambda area: 2) == utrecht


def test_neighbourhoods_together_are_no_average_of_a_city(groups):
    assert Comparators.load().benchmark([groups["40 wijken"]], lambda area: 2) is None
