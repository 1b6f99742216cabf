"""Maps: where areas lie, how far apart, and where their names fit."""

from itertools import combinations
from math import hypot

import pytest

from content import maps, placing
from content.frames import Frame
from content.models import Area

# Where these towns lie: the Randstad, and the corners of the country.
TOWNS = {
    "Rotterdam": (51.9225, 4.4792),
    "Schiedam": (51.9268, 4.3853),
    "Capelle aan den IJssel": (51.9350, 4.5802),
    "Den Haag": (52.0685, 4.3003),
    "Amsterdam": (52.3726, 4.8901),
    "Amstelveen": (52.3031, 4.8655),
    "Groningen": (53.2186, 6.6207),
    "Maastricht": (50.8530, 5.6995),
    "Emmen": (52.7496, 6.9619),
}


def town(name, number, code="", **fields):
    latitude, longitude = TOWNS[name]
    return Area(
        pk=number,
        code=code or f"GM{number}",
        name=name,
        slug=name.lower().replace(" ", "-"),
        kind=Area.Kind.MUNICIPALITY,
        latitude=latitude,
        longitude=longitude,
        **fields,
    )


def neighbourhood(name, city, latitude=None, longitude=None):
    return Area(
        pk=hash(name),
        code=name,
        name=name,
        slug=name.lower(),
        kind=Area.Kind.NEIGHBOURHOOD,
        parent=city,
        latitude=latitude,
        longitude=longitude,
    )


@pytest.fixture
def towns():
    return [town(name, number) for number, name in enumerate(TOWNS)]


@pytest.fixture
def utrecht():
    return Area(
        pk=344,
        code="GM0344",
        name="Utrecht",
        slug="utrecht",
        kind=Area.Kind.MUNICIPALITY,
        latitude=52.0911,
        longitude=5.0747,
    )


def by_name(drawn):
    return {place.area.name: place for place in drawn.places}


def test_north_is_up_and_east_is_right(towns):
    places = by_name(maps.national_map(towns, []))
    assert places["Groningen"].y < places["Amsterdam"].y < places["Maastricht"].y
    assert places["Den Haag"].x < places["Amsterdam"].x < places["Emmen"].x


def test_every_place_lies_on_the_map(towns):
    drawn = maps.national_map(towns, [])
    assert all(0 < place.x < drawn.width and 0 < place.y < drawn.height for place in drawn.places)


def test_places_stay_far_enough_apart_to_be_hit(towns):
    places = maps.national_map([*towns, town("Rotterdam", 99)], []).places
    nearest = min(hypot(one.x - other.x, one.y - other.y) for one, other in combinations(places, 2))
    assert nearest >= 24


def test_a_place_hardly_moves_from_where_it_is(towns):
    frame = Frame.around(maps._corners(maps.COUNTRY), **maps.NATIONAL)
    for place in maps.national_map(towns, []).places:
        latitude, longitude = TOWNS[place.area.name]
        x, y = frame.place(longitude, latitude)
        assert hypot(place.x - x, place.y - y) < 20


def test_a_municipality_counts_its_neighbourhoods(towns):
    rotterdam = towns[0]
    wijken = [neighbourhood(name, rotterdam) for name in ("Vreewijk", "Bloemhof")]
    places = by_name(maps.national_map(towns, wijken))
    assert (places["Rotterdam"].count, places["Schiedam"].count) == (2, 0)
    assert places["Rotterdam"].radius > places["Schiedam"].radius


def test_names_never_cover_each_other_or_a_place(towns):
    drawn = maps.national_map(towns, [])
    shown = [place for place in drawn.places if place.label.shown]
    boxes = [placing._box(place, place.label) for place in shown]
    assert not any(placing._touch(one, other) for one, other in combinations(boxes, 2))
    for place, box in zip(shown, boxes, strict=True):
        others = [placing._dot(other) for other in drawn.places if other is not place]
        assert not any(placing._touch(box, other) for other in others)
        assert box[0] >= 0
        assert box[2] <= drawn.width


def test_a_name_without_room_waits_until_it_is_asked_and_is_drawn_on_top():
    crowd = [town("Rotterdam", number) for number in range(40)]
    drawn = maps.national_map(crowd, [])
    shown = [place.label.shown for place in drawn.places]
    assert set(shown) == {True, False}
    assert shown == sorted(shown, reverse=True)


def test_an_area_without_a_position_is_left_out(towns):
    lost = Area(pk=7, code="GM7", name="Nergens", slug="nergens", kind=Area.Kind.MUNICIPALITY)
    assert by_name(maps.national_map([*towns, lost], [])).keys() == TOWNS.keys()


def test_a_map_of_nothing_is_still_a_map():
    drawn = maps.national_map([], [])
    assert drawn.places == ()
    assert drawn.country.startswith("M")
    assert len(drawn.shapes) == 30


def test_a_neighbourhood_is_shown_in_its_city(utrecht):
    overvecht = neighbourhood("Overvecht", utrecht, 52.1207, 5.1093)
    kanaleneiland = neighbourhood("Kanaleneiland", utrecht, 52.0740, 5.0990)
    drawn = maps.location_map(overvecht, [overvecht, kanaleneiland])
    assert [(name, place.is_current) for name, place in by_name(drawn).items()] == [
        ("Overvecht", True),
        ("Kanaleneiland", False),
    ]
    assert drawn.front.startswith("M")
    assert drawn.country == ""
    assert drawn.width <= 286


def test_a_city_is_shown_with_its_neighbourhoods(utrecht):
    overvecht = neighbourhood("Overvecht", utrecht, 52.1207, 5.1093)
    drawn = maps.location_map(utrecht, [overvecht])
    assert [place.is_current for place in drawn.places] == [False]


def test_a_town_without_neighbourhoods_is_shown_in_the_country(utrecht):
    drawn = maps.location_map(utrecht, [])
    assert [(place.area.name, place.is_current) for place in drawn.places] == [("Utrecht", True)]
    assert drawn.country.startswith("M")


def test_a_neighbourhood_without_a_position_shows_its_municipality(utrecht):
    zuilen = neighbourhood("Zuilen", utrecht)
    overvecht = neighbourhood("Overvecht", utrecht, 52.1207, 5.1093)
    drawn = maps.location_map(zuilen, [zuilen, overvecht])
    assert [place.area.name for place in drawn.places] == ["Utrecht"]


def test_nothing_is_shown_of_what_has_no_place(utrecht):
    lost = Area(pk=7, code="GM7", name="Nergens", slug="nergens", kind=Area.Kind.MUNICIPALITY)
    group = Area(pk=8, code="G4", name="G4", slug="g4", kind=Area.Kind.GROUP)
    assert maps.location_map(lost, []) is None
    assert maps.location_map(neighbourhood("Wijk", lost), []) is None
    assert maps.location_map(group) is None


def test_a_shape_has_no_two_corners_on_one_pixel():
    frame = Frame.around([(4, 51), (6, 53)], width=100, margin=0, tallest=400)
    ring = ((5, 52), (5.0001, 52.0001), (5.5, 52), (5.5, 52.5), (5, 52))
    assert frame.path([ring]).count("L") == 2
    assert frame.path([((10, 52), (11, 52), (11, 53))]) == ""
