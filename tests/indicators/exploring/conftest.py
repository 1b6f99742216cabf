"""Job seekers in three neighbourhoods of Utrecht, beside the city, in four years."""

from datetime import date
from decimal import Decimal

import pytest

from indicators.models import Dataset, MissingReason
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)

YEARS = (2007, 2009, 2011, 2013)
VALUES = {
    "Overvecht": (12, 11, 10, 8),
    "Zuilen": (9, 9, None, 11),
    "Ondiep": (6, 6, 6, 5),
    "Utrecht": (7, 7, 7, 6),
}


@pytest.fixture
def seekers(db):
    return IndicatorFactory(
        name="Werkzoekenden",
        code="nww",
        direction="lower",
        tolerance=Decimal("0.5"),
        theme=ThemeFactory(label="Werken"),
    )


@pytest.fixture
def delivery(db):
    return DatasetFactory(
        title="UWV 2007–2013", source="UWV", kind=Dataset.Kind.MEASURED, licence="CC BY 4.0"
    )


@pytest.fixture
def places(db):
    """Return the areas by name; the three neighbourhoods are the group `W3`."""
    city = MunicipalityFactory(name="Utrecht", code="GM0344")
    found = {"Utrecht": city}
    for number, name in enumerate(("Overvecht", "Zuilen", "Ondiep"), start=1):
        found[name] = NeighbourhoodFactory(name=name, code=f"AW{number:02d}", parent=city)
    members = [area for name, area in found.items() if name != "Utrecht"]
    return found | {"group": GroupFactory(name="3 wijken", code="W3", members=members)}


@pytest.fixture
def store(seekers, delivery):
    """Return a function that stores a value of an area in a year; None is suppressed."""

    def stored(area, year, value, **fields):
        return MeasurementFactory(
            **{"indicator": seekers, "dataset": delivery} | fields,
            area=area,
            period_date=date(year, 1, 1),
            value=value,
            missing="" if value is not None else MissingReason.SUPPRESSED,
        )

    return stored


@pytest.fixture
def figures(places, store):
    for name, values in VALUES.items():
        for year, value in zip(YEARS, values, strict=True):
            store(places[name], year, value)
    return places
