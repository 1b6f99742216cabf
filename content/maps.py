"""Maps of areas, drawn on the server. Places are links; a list beside the map leads to the same.

A map is drawn at the size it is shown at, so that its places can be kept far enough apart to be
hit: 24 CSS pixels at least (WCAG 2.2, 2.5.8). Where two lie closer, both move a little.
"""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import ngettext

from content import placing
from content.frames import Frame
from content.models import Area
from content.outlines import outline, outlines

COUNTRY = "NL00"
APART = 26
NATIONAL = {"width": 600, "margin": 12, "tallest": 760}
SMALL = {"width": 284, "margin": 8, "tallest": 360}
LOCAL = {"width": 284, "margin": 24, "tallest": 330}
# How far beyond its neighbourhoods a city is still shown, in degrees: some five kilometres.
AROUND = (0.075, 0.045)
BIG_DOT, SMALL_DOT = 11, 6
# A number of three digits asks for more room.
THREE_DIGITS, BIGGEST_DOT = 100, 14


@dataclass(frozen=True)
class Spot:
    """An area to put on a map: what to count there, where it leads and what is said of it."""

    area: Area
    count: int
    url: str
    spoken: str
    is_current: bool = False


@dataclass
class Place:
    """An area on a map; `count` is the number of things it stands for.

    It leads to `url`; `spoken` says what it is to whoever does not see the map. The name of a
    place that `is_named` may stand at a distance where there is no room near it.
    """

    area: Area
    x: float
    y: float
    url: str
    spoken: str
    count: int = 0
    is_current: bool = False
    is_named: bool = True
    label: placing.Label | None = None

    @property
    def radius(self):
        """Return the size of the dot: one with a number in it is larger."""
        if self.count >= THREE_DIGITS:
            return BIGGEST_DOT
        return BIG_DOT if self.count else SMALL_DOT


@dataclass(frozen=True)
class AreaMap:
    """What a template draws: the country, the shapes on it, one in front, and the places."""

    width: int
    height: int
    country: str
    shapes: tuple
    front: str
    places: tuple


def national_map(municipalities, neighbourhoods):
    """Return the country with a place per municipality, counting its neighbourhoods."""
    counts = Counter(area.parent_id for area in neighbourhoods)
    frame = Frame.around(_corners(COUNTRY), **NATIONAL)
    places = [
        _place(frame, _holding(area, counts[area.pk]), is_named=area.pk in counts)
        for area in _located(municipalities)
    ]
    return _drawn(frame, places, country=outline(COUNTRY))


def map_of(spots, city=None):
    """Return spots on the map of the country, or close by when all lie in this city.

    What has no position is left out; None when nothing has one.
    """
    spots = [spot for spot in spots if _located([spot.area])]
    if not spots:
        return None
    if city and outline(city.code):
        return _spots_in_a_city(spots, city)
    frame = Frame.around(_corners(COUNTRY), **NATIONAL)
    return _drawn(frame, [_place(frame, spot) for spot in spots], country=outline(COUNTRY))


def location_map(area, neighbourhoods=()):
    """Return where an area lies, or None when we do not know.

    A city is shown close by, with its neighbourhoods; another municipality in the country.
    """
    if area.kind not in (Area.Kind.NEIGHBOURHOOD, Area.Kind.MUNICIPALITY):
        return None
    city = area.parent if area.kind == Area.Kind.NEIGHBOURHOOD else area
    inside = _located(neighbourhoods)
    if outline(city.code) and inside and (area == city or area in inside):
        return _city_map(area, city, inside)
    spot = next(iter(_located([area, city])), None)
    return _spot_map(spot) if spot else None


def _holding(area, number):
    """Return a municipality as a spot that counts its neighbourhoods."""
    if not number:
        return _just(area)
    spoken = ngettext("%(name)s, %(number)s wijk", "%(name)s, %(number)s wijken", number)
    said = spoken % {"name": area.full_name, "number": number}
    return Spot(area, number, area.get_absolute_url(), said)


def _just(area, is_current=False):
    return Spot(area, 0, area.get_absolute_url(), area.full_name, is_current)


def _spots_in_a_city(spots, city):
    frame = _frame_around([spot.area for spot in spots], city, NATIONAL)
    return _drawn(frame, [_place(frame, spot) for spot in spots], front=outline(city.code))


def _frame_around(areas, city, size):
    spots = [_position(area) for area in areas]
    return Frame.around([*spots, *_near(_corners(city.code), spots)], **size)


def _city_map(area, city, neighbourhoods):
    frame = _frame_around(neighbourhoods, city, LOCAL)
    places = [_place(frame, _just(found, found == area)) for found in neighbourhoods]
    return _drawn(frame, places, front=outline(city.code))


def _spot_map(area):
    frame = Frame.around(_corners(COUNTRY), **SMALL)
    place = _place(frame, _just(area, is_current=True))
    return _drawn(frame, [place], front=outline(area.code), country=outline(COUNTRY))


def _place(frame, spot, is_named=True):
    x, y = frame.place(*_position(spot.area))
    return Place(
        spot.area, x, y, spot.url, spot.spoken, spot.count, spot.is_current, is_named=is_named
    )


def _drawn(frame, places, *, front=(), country=()):
    largest = max((place.radius for place in places), default=0)
    placing.spread(places, max(APART, 2 * largest + 1))
    placing.name(places, frame.width, frame.height)
    shapes = (frame.path(rings) for code, rings in outlines().items() if code != COUNTRY)
    return AreaMap(
        width=frame.width,
        height=frame.height,
        country=frame.path(country),
        shapes=tuple(filter(None, shapes)),
        front=frame.path(front),
        # The last is drawn on top: names that only show on demand must not lie under others.
        places=tuple(sorted(places, key=lambda place: not place.label.shown)),
    )


def _located(areas):
    return [area for area in areas if area.latitude is not None and area.longitude is not None]


def _position(area):
    return float(area.longitude), float(area.latitude)


def _corners(code):
    return [corner for ring in outline(code) for corner in ring]


def _near(corners, spots):
    longitudes, latitudes = zip(*spots, strict=True)
    west, east = min(longitudes) - AROUND[0], max(longitudes) + AROUND[0]
    south, north = min(latitudes) - AROUND[1], max(latitudes) + AROUND[1]
    return [(x, y) for x, y in corners if west <= x <= east and south <= y <= north]
