"""The marks by which a reader knows an area in every chart, without any colour."""

from dataclasses import dataclass

from content.models import Area

# Around the middle of the mark, in pixels: circle, square, triangle, diamond, and the same hollow.
SHAPES = (
    "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z",
    "M-4.5 -4.5H4.5V4.5H-4.5z",
    "M0 -6L5.5 4.5H-5.5z",
    "M0 -6.5L5.5 0L0 6.5L-5.5 0z",
    "M-6 -2H-2V-6H2V-2H6V2H2V6H-2V2H-6z",
    "M-6 -4H6L0 6z",
    "M-6 -2.5H6V2.5H-6z",
    "M-2.5 -6H2.5V6H-2.5z",
)


@dataclass(frozen=True)
class Mark:
    """How an area is drawn: `kind` is `area` (filled) or `beside` (hollow, a broken line)."""

    area: Area
    shape: str
    kind: str


def of(marked, compared):
    """Return the mark of each area by its number; those compared with differ from the marked."""
    found = {
        area.pk: Mark(area, SHAPES[place % len(SHAPES)], "area")
        for place, area in enumerate(marked)
    }
    others = [area for area in compared if area.pk not in found]
    return found | {
        area.pk: Mark(area, SHAPES[place % len(SHAPES)], "beside")
        for place, area in enumerate(others)
    }
