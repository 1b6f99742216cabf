"""Keeps the places of a map apart, and finds room for their names."""

from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, sin

ROUNDS = 80
# Sizes of the names on a map, in pixels; assets/css/areas.css sets the same.
LETTER, LINE = 7.0, 14
GAP, EDGE = 4, 8
# How far a name may stand from its place when there is no room beside it, with a line to it.
FAR = (30, 40, 50)
# Beside the place, below and above it, then aslant.
DIRECTIONS = (
    (1, 0),
    (-1, 0),
    (0, 1),
    (0, -1),
    (0.75, -0.75),
    (-0.75, -0.75),
    (0.75, 0.75),
    (-0.75, 0.75),
)


@dataclass(frozen=True)
class Label:
    """Where the name of a place stands; one without room shows when somebody points at it.

    A name at a distance has a line to its place: `line` holds both ends.
    """

    x: float
    y: float
    anchor: str
    shown: bool = True
    line: tuple = ()


def spread(places, apart):
    """Push places that lie too close from each other until each can be hit on its own."""
    for _round in range(ROUNDS):
        moved = [_push(one, other, apart) for one, other in combinations(places, 2)]
        if not any(moved):
            return


def name(places, width, height):
    """Give every place its label, the most important first, where it covers nothing."""
    dots = {id(place): _dot(place) for place in places}
    names = []
    for place in sorted(places, key=lambda place: (-place.count, place.area.name)):
        others = [dot for key, dot in dots.items() if key != id(place)]
        place.label = _best(place, [*others, *names], width, height)
        if place.label.shown:
            names.append(_box(place, place.label))


def _push(one, other, apart):
    across, down = other.x - one.x, other.y - one.y
    distance = hypot(across, down)
    if distance >= apart:
        return False
    step = (apart - distance) / 2 + 0.05
    if not distance:
        # Two places on one spot part in a direction that is always the same.
        across, down, distance = cos(1), sin(1), 1
    one.x, one.y = one.x - across / distance * step, one.y - down / distance * step
    other.x, other.y = other.x + across / distance * step, other.y + down / distance * step
    return True


def _best(place, taken, width, height):
    for label in _choices(place):
        box = _box(place, label)
        if _within(box, width, height) and not any(_touch(box, other) for other in taken):
            return label
    return Label(place.x, place.y - place.radius - GAP, "middle", shown=False)


def _choices(place):
    """Yield where a name can stand, close by first."""
    for reach in (place.radius + GAP, *(FAR if place.is_named else ())):
        for across, down in DIRECTIONS:
            yield _label(place, across, down, reach, is_far=reach in FAR)


def _label(place, across, down, reach, is_far):
    x, y = place.x + across * reach, place.y + down * reach
    # A name stands on its base line: below its place it starts lower, beside it halfway.
    lower = {-1: 0, 0: LINE / 3, 1: LINE * 2 / 3}[(down > 0) - (down < 0)]
    anchor = {-1: "end", 0: "middle", 1: "start"}[(across > 0) - (across < 0)]
    line = (place.x, place.y, x - across * GAP, y - down * GAP) if is_far else ()
    return Label(x, y + lower, anchor, line=line)


def _box(place, label):
    width = len(place.area.name) * LETTER
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - LINE + GAP, left + width, label.y + GAP


def _dot(place):
    room = place.radius + 1
    return place.x - room, place.y - room, place.x + room, place.y + room


def _within(box, width, height):
    left, top, right, bottom = box
    return left >= EDGE and top >= EDGE and right <= width - EDGE and bottom <= height - EDGE


def _touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
