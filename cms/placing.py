"""Keeps the places of a map apart, and finds room for their names."""

from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, sin

ROUNDS = 80
# Sizes of the names on a map, in pixels; assets/css/areas.css sets the same.
LETTER, LINE = 6.7, 15
GAP = 4


@dataclass(frozen=True)
class Label:
    """Where the name of a place stands; one without room shows when somebody points at it."""

    x: float
    y: float
    anchor: str
    shown: bool = True


def spread(places, apart):
    """Push places that lie too close from each other until each can be hit on its own."""
    for _round in range(ROUNDS):
        moved = [_push(one, other, apart) for one, other in combinations(places, 2)]
        if not any(moved):
            return


def _push(one, other, apart):
    across, down = other.x - one.x, other.y - one.y
    distance = hypot(across, down)
    if distance >= apart:
        return False
    if not distance:
        # Two places on one spot part in a direction that is always the same.
        across, down, distance = cos(1), sin(1), 1
    step = (apart - hypot(other.x - one.x, other.y - one.y)) / 2 + 0.05
    one.x, one.y = one.x - across / distance * step, one.y - down / distance * step
    other.x, other.y = other.x + across / distance * step, other.y + down / distance * step
    return True


def name(places, width, height):
    """Give every place its label, the most important first, where it covers nothing."""
    taken = [_dot(place) for place in places]
    for place in sorted(places, key=lambda place: (-place.count, place.area.name)):
        place.label = _best(place, taken, width, height)
        if place.label.shown:
            taken.append(_box(place, place.label))


def _best(place, taken, width, height):
    for label in _choices(place):
        left, top, right, bottom = _box(place, label)
        on_the_map = left >= 0 and top >= 0 and right <= width and bottom <= height
        if on_the_map and not any(_touch((left, top, right, bottom), other) for other in taken):
            return label
    return Label(place.x, place.y - place.radius - GAP - 2, "middle", shown=False)


def _choices(place):
    aside, below = place.radius + GAP, place.radius + LINE
    return (
        Label(place.x + aside, place.y + GAP, "start"),
        Label(place.x - aside, place.y + GAP, "end"),
        Label(place.x, place.y + below, "middle"),
        Label(place.x, place.y - aside, "middle"),
    )


def _box(place, label):
    width = len(place.area.name) * LETTER
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - LINE + GAP, left + width, label.y + GAP


def _dot(place):
    room = place.radius + 1
    return place.x - room, place.y - room, place.x + room, place.y + room


def _touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
