"""The areas of the report: where they lie, what they were and for how long."""

from collections import Counter

import pytest
from django.utils.text import slugify

from content.models import Area, AreaCode, Designation, Membership

pytestmark = pytest.mark.usefixtures("db")

G4 = ["Amsterdam", "Den Haag", "Rotterdam", "Utrecht"]
G14 = [
    "Alkmaar",
    "Amersfoort",
    "Arnhem",
    "Deventer",
    "Dordrecht",
    "Eindhoven",
    "Enschede",
    "Groningen",
    "Heerlen",
    "Leeuwarden",
    "Maastricht",
    "Nijmegen",
    "Schiedam",
    "Zaanstad",
]
FIRST_NEW_TOWNS = ["Almere", "Apeldoorn", "Ede", "Haarlemmermeer", "Zoetermeer"]
LATER_NEW_TOWNS = [
    "Capelle aan den IJssel",
    "Emmen",
    "Helmond",
    "Lelystad",
    "Nieuwegein",
    "Nissewaard (Spijkenisse)",
    "Purmerend",
]
NEIGHBOURHOODS = {
    "Alkmaar": 1,
    "Amersfoort": 1,
    "Amsterdam": 5,
    "Arnhem": 4,
    "Den Haag": 4,
    "Deventer": 1,
    "Dordrecht": 1,
    "Eindhoven": 3,
    "Enschede": 1,
    "Groningen": 2,
    "Heerlen": 1,
    "Leeuwarden": 1,
    "Maastricht": 1,
    "Nijmegen": 1,
    "Rotterdam": 7,
    "Schiedam": 1,
    "Utrecht": 4,
    "Zaanstad": 1,
}
ON_THE_LIST = "Aandachtswijk (40 wijken)"
PARTNER = "Gemeente met een aandachtswijk"


def members(group):
    found = Membership.objects.filter(group__code=group).order_by("member__name")
    return list(found.values_list("member__name", flat=True))


def designated(name, **conditions):
    return Designation.objects.filter(name=name, **conditions)


def on_the_list(day):
    """Return how many neighbourhoods were on the list at the end of a day or year."""
    periods = designated(ON_THE_LIST).values_list("started", "ended")
    return sum(start <= day and not (end and end <= day) for start, end in periods)


def test_the_groups_have_exactly_the_members_of_the_report():
    assert members("G4") == G4
    assert members("G14") == G14
    assert members("G18") == sorted([*G4, *G14])
    assert members("NEWTOWNS") == sorted([*FIRST_NEW_TOWNS, *LATER_NEW_TOWNS])


def test_the_forty_neighbourhoods_lie_in_the_eighteen_municipalities():
    forty = Area.objects.filter(group_memberships__group__code="W40")
    assert Counter(forty.values_list("parent__name", flat=True)) == NEIGHBOURHOODS
    assert forty.count() == 40


def test_half_of_the_forty_lie_in_the_four_large_cities():
    for group, cities in (("W-G4", G4), ("W-G14", G14)):
        found = Area.objects.filter(group_memberships__group__code=group)
        assert set(found.values_list("parent__name", flat=True)) == set(cities)
        assert found.count() == 20


def test_the_list_went_from_forty_to_thirty_nine_to_thirty_eight():
    days = ("2006", "2007", "2012-10-10", "2012-10-11", "2013")
    assert [on_the_list(day) for day in days] == [0, 40, 40, 39, 38]


def test_kruiskamp_and_hatert_left_the_list_with_a_reason_and_a_source():
    left = designated(ON_THE_LIST).exclude(ended="").order_by("ended")
    assert [(row.area.name, row.ended) for row in left] == [
        ("De Kruiskamp", "2012-10-11"),
        ("Hatert", "2013"),
    ]
    assert [row.reason.split(". ")[1] for row in left] == [
        "Als eerste wijk van de lijst gehaald: aandachtswijk af",
        "In het overleg van de zomer van 2013 zei de wethouder dat de wijk van de lijst kan",
    ]
    assert ["Kamerstuk 30995, nr. 92" in left[0].source, "nr. 94" in left[1].source] == [True, True]


def test_eighteen_municipalities_were_partners_since_2007_and_sixteen_go_on():
    partners = designated(PARTNER, started="2007")
    assert sorted(partners.values_list("area__name", flat=True)) == sorted([*G4, *G14])
    stopped = partners.exclude(ended="").order_by("ended")
    assert list(stopped.values_list("area__name", flat=True)) == ["Amersfoort", "Nijmegen"]


def test_five_new_towns_began_in_2009_and_of_the_others_the_year_is_not_known():
    assert sorted(designated("New Town", started="2009").values_list("area__name", flat=True)) == (
        FIRST_NEW_TOWNS
    )
    assert sorted(designated("New Town", started="").values_list("area__name", flat=True)) == (
        LATER_NEW_TOWNS
    )


def test_every_designation_has_a_reason_and_a_source():
    assert Designation.objects.filter(reason="").count() == 0
    assert Designation.objects.filter(source="").count() == 0
    assert Designation.objects.count() == 40 + 18 + 12 + 1


def test_codes_are_those_of_the_cbs_or_plainly_our_own():
    by_kind = Counter((area.kind, area.code[:2]) for area in Area.objects.exclude(kind="group"))
    assert by_kind == {
        ("country", "NL"): 1,
        ("municipality", "GM"): 35,
        ("neighbourhood", "AW"): 40,
        ("neighbourhood", "OW"): 4,
    }
    of_the_cbs = AreaCode.objects.values_list("code", flat=True)
    assert {code[:2] for code in of_the_cbs} == {"GM", "WK", "BU"}


def test_every_one_of_the_forty_has_a_code_of_the_cbs():
    without = Area.objects.filter(code__startswith="AW", cbs_codes=None)
    assert [area.name for area in without] == []


def test_an_address_says_which_area_it_is():
    unclear = [
        area.slug
        for area in Area.objects.exclude(kind="group").select_related("parent")
        if area.slug not in _speaking(area)
    ]
    assert unclear == []


def _speaking(area):
    name = area.name.split(" (")[0].replace("/", " ")
    return slugify(name), slugify(f"{name} {area.parent.name if area.parent else ''}")


def test_every_municipality_and_each_of_the_forty_lies_in_the_netherlands():
    placed = Area.objects.filter(kind="municipality") | Area.objects.filter(code__startswith="AW")
    outside = [
        area.name
        for area in placed
        if not (50.75 < area.latitude < 53.56 and 3.36 < area.longitude < 7.23)
    ]
    assert outside == []


def test_every_neighbourhood_lies_near_the_middle_of_its_municipality():
    placed = Area.objects.filter(kind="neighbourhood", latitude__isnull=False)
    far = [area.name for area in placed.select_related("parent") if _kilometres(area) > 9]
    assert far == []


def _kilometres(area):
    """Return the distance to the middle of the municipality; a degree is 111 by 68 km here."""
    north = float(area.latitude - area.parent.latitude) * 111
    east = float(area.longitude - area.parent.longitude) * 68
    return (north**2 + east**2) ** 0.5
