"""An area is known by its code in the borders of a year, and by nothing that looks like it."""

import pytest

from content.models import AreaCode
from indicators.importing.places import Places, Unknown

pytestmark = pytest.mark.usefixtures("site")


@pytest.mark.parametrize(
    ("code", "year", "area"),
    [
        ("WK034404", 2016, "Overvecht"),
        ("WK034404  ", 2022, "Overvecht"),
        ("wk034404", 2022, "Overvecht"),
        ("AW38", 2024, "Overvecht"),
        ("GM0344", 1999, "Utrecht"),
        ("NL00", None, "Nederland"),
        ("WK0363FA", 2024, "Nieuw-West"),
        ("WK034404", None, "Overvecht"),
    ],
)
def test_an_area_is_known_by_its_code(code, year, area):
    assert Places.load(year).coded(code).name == area


@pytest.mark.parametrize(
    ("code", "year", "expected"),
    [
        ("WK999999", 2022, "de code van een gebied dat op deze site staat"),
        ("WK034404", 2024, "een code in de grenzen van 2024; WK034404 telt hier in 2016–2022"),
        ("WK0363FA", 2022, "een code in de grenzen van 2022; WK0363FA telt hier in 2023–2024"),
        ("344", 2022, "een volledige code, met letters en nullen; bedoelt u GM0344?"),
        ("0344", 2022, "een volledige code, met letters en nullen; bedoelt u GM0344?"),
        ("GM344", 2022, "een volledige code, met letters en nullen; bedoelt u GM0344?"),
        ("34404", 2022, "een volledige code, met letters en nullen; bedoelt u WK034404?"),
        (
            "WK034402",
            2022,
            "een code van een heel gebied; deze past niet precies op Zuilen Oost (Utrecht)",
        ),
        (
            "BU03440201",
            2022,
            "een code van een heel gebied; deze past niet precies op Zuilen Oost (Utrecht)",
        ),
        ("", 2022, "de code van een gebied dat op deze site staat"),
    ],
)
def test_what_only_looks_like_a_code_is_told_and_not_guessed(code, year, expected):
    with pytest.raises(Unknown) as unknown:
        Places.load(year).coded(code)

    assert str(unknown.value) == expected


def test_a_code_of_two_areas_is_no_figure_of_either(overvecht, nieuw_west):
    AreaCode.objects.create(
        area=nieuw_west, code="WK034404", first_year=2016, last_year=2022, fit="whole"
    )

    with pytest.raises(Unknown, match=r"hoort bij Nieuw-West \(Amsterdam\), Overvecht \(Utrecht\)"):
        Places.load(2022).coded("WK034404")


@pytest.mark.parametrize(
    "name", ["Utrecht", "Utrecht (gemeente)", "  utrecht ", "Overvecht", "Wijk 04 Overvecht"]
)
def test_an_area_is_known_by_its_name(name):
    assert Places.load(2022).named(name).name in ("Utrecht", "Overvecht")


def test_a_name_of_two_areas_is_asked_about(nieuw_west, utrecht):
    utrecht.children.create(code="AW99", name="Nieuw-West", slug="nw", kind="neighbourhood")

    with pytest.raises(Unknown, match=r"Nieuw-West \(Amsterdam\), Nieuw-West \(Utrecht\)"):
        Places.load(2022).named("Nieuw-West")
    assert Places.load(2022).named("Nieuw-West", within="GM0363") == nieuw_west


def test_places_take_two_queries(django_assert_num_queries):
    with django_assert_num_queries(2):
        Places.load(2022)
