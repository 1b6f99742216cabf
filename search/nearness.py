"""How far two places are apart, as the crow flies."""

from math import asin, cos, radians, sin, sqrt

# The mean radius of the earth in kilometres, as Elasticsearch takes it.
EARTH = 6371.0087714


def kilometres(one, other):
    """Return the distance between two places, each a latitude and a longitude in degrees."""
    (north, east), (other_north, other_east) = (map(radians, place) for place in (one, other))
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
