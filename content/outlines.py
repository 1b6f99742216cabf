"""Outlines of areas, read from the files in `content/geo`.

`municipalities.json` holds the borders of 30 municipalities in 2022, simplified to about a
hundred metres: CBS and Kadaster, CC BY 4.0. `country.json` is a sketch by hand, to recognise the
country by. Both are GeoJSON with the code of an area as `properties.code`.
"""

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "geo"
FILES = ("municipalities.json", "country.json")
# What a map that shows the borders must say.
ATTRIBUTION = "CBS en Kadaster, CC BY 4.0"


def outline(code):
    """Return the rings of an area, each a list of (longitude, latitude), or nothing."""
    return outlines().get(code, ())


@cache
def outlines():
    """Return the rings of every area whose outline we have, by its code."""
    return {
        feature["properties"]["code"]: _rings(feature["geometry"])
        for name in FILES
        for feature in json.loads((FOLDER / name).read_text(encoding="utf-8"))["features"]
    }


def _rings(geometry):
    return tuple(
        tuple((longitude, latitude) for longitude, latitude in ring)
        for polygon in geometry["coordinates"]
        for ring in polygon
    )
