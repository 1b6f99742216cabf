"""Maps of areas, drawn on the server. Places are links; a list beside the map leads to the same.

A map is drawn at the size it is shown at, so that its places can be kept far enough apart to be
hit: 24 CSS pixels at least (WCAG 2.2, 2.5.8). Where two lie closer, both move a little.
"""

from collections import Counter
from dataclasses import dataclass

from cms import placing
from cms.frames import Frame
from content.models import Area
from content.outlines import outline, outlines

COUNTRY = "NL00"
APART = 26
NATIONAL = {"width": 544, "margin": 12, "tallest": 760}
SMALL = {"width": 288, "margin": 8, "tallest": 360}
LOCAL = {"width": 288, "margin": 24, "tallest": 330}
# How far beyond its neighbourhoods a city is still shown, in degrees: some five kilometres.
AROUND = (0.075, 0.045)
BIG_DOT, SMALL_DOT = 11, 6


@dataclass
class Place:
    """An area on a map; `count` is the number of neighbourhoods it stands for."""

    area: Area
    x: float
    y: float
    count: int = 0
    current: bool = False
    label: placing.Label | None = None

    @property
    def radius(self):
        """Return the size of the dot: one with a number in it is larger."""
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
    return _drawn(frame, _located(municipalities), counts=counts)


def location_map(area, neighbourhoods=()):
    """Return where an area lies, or None when we do not know.

    A city is shown close by, with its neighbourhoods; another municipality in the country.
    """
    city = area.parent if area.kind == Area.Kind.NEIGHBOURHOOD else area
    places = _located(neighbourhoods)
    if city is not None and outline(city.code) and _shows(area, places):
        return _city_map(area, city, places)
    spot = next(iter(_located(filter(None, [area, city]))), None)
    if spot is None or area.kind in (Area.Kind.GROUP, Area.Kind.COUNTRY):
        return None
    frame = Frame.around(_corners(COUNTRY), **SMALL)
    return _drawn(frame, [spot], front=outline(spot.code), current=spot)


def _shows(area, places):
    return bool(places) and (area.kind == Area.Kind.MUNICIPALITY or area in places)


def _city_map(area, city, places):
    spots = [_position(place) for place in places]
    frame = Frame.around([*spots, *_near(_corners(city.code), spots)], **LOCAL)
    return _drawn(frame, places, front=outline(city.code), current=area, country=False)


def _drawn(frame, areas, *, counts=None, front=(), current=None, country=True):
    places = [
        Place(area, *frame.place(*_position(area)), (counts or {}).get(area.pk, 0), area == current)
        for area in areas
    ]
    placing.spread(places, APART)
    placing.name(places, frame.width, frame.height)
    shapes = (frame.path(rings) for code, rings in outlines().items() if code != COUNTRY)
    return AreaMap(
        width=frame.width,
        height=frame.height,
        country=frame.path(outline(COUNTRY)) if country else "",
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
