"""How positions in degrees become places on a map of a certain size.

A degree of longitude is shorter than one of latitude; in the Netherlands by the cosine of 52°.
That is precise enough for a country this small.
"""

from dataclasses import dataclass
from math import cos, radians

SHRINK = cos(radians(52.1))
# A single point has no size of its own; this is about a kilometre.
LEAST = 0.01


@dataclass(frozen=True)
class Frame:
    """A piece of the country fitted into a map; one unit is one CSS pixel."""

    west: float
    north: float
    scale: float
    width: int
    height: int

    @classmethod
    def around(cls, points, *, width, margin, tallest):
        """Return the frame that holds all (longitude, latitude) points with air around them."""
        across = [float(longitude) * SHRINK for longitude, _ in points]
        upward = [float(latitude) for _, latitude in points]
        broad = max(max(across) - min(across), LEAST)
        tall = max(max(upward) - min(upward), LEAST)
        scale = min((width - 2 * margin) / broad, (tallest - 2 * margin) / tall)
        return cls(
            west=min(across) - (width - broad * scale) / 2 / scale,
            north=max(upward) + margin / scale,
            scale=scale,
            width=width,
            height=round(tall * scale + 2 * margin),
        )

    def place(self, longitude, latitude):
        """Return where a position lies: x to the right, y downward."""
        x = (float(longitude) * SHRINK - self.west) * self.scale
        y = (self.north - float(latitude)) * self.scale
        return x, y

    def holds(self, ring):
        """Tell whether any corner of a ring lies on the map."""
        corners = (self.place(*corner) for corner in ring)
        return any(0 <= x <= self.width and 0 <= y <= self.height for x, y in corners)

    def path(self, rings):
        """Return the rings that lie on the map as the `d` of an SVG path."""
        return "".join(self._ring(ring) for ring in rings if self.holds(ring))

    def _ring(self, ring):
        # Of corners within one pixel, the first is enough.
        corners = {(round(x), round(y)): (x, y) for x, y in map(self._corner, ring)}
        return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners.values()) + "z"

    def _corner(self, corner):
        return self.place(*corner)
