"""Early school leaving in two neighbourhoods of Utrecht and in the city, twice."""

from datetime import date

import pytest

from indicators.models import Dataset
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)

START, END = date(2007, 1, 1), date(2012, 1, 1)


@pytest.fixture
def vsv(db):
    return IndicatorFactory(
        name="Voortijdige schoolverlaters",
        short_name="Schoolverlaters",
        abbreviation="vsv",
        code="vsv",
        decimals=1,
    )


@pytest.fixture
def report(db):
    return DatasetFactory(title="Rapport", kind=Dataset.Kind.REPORTED)


@pytest.fixture
def utrecht(db):
    return MunicipalityFactory(code="GM0344", name="Utrecht")


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(code="AW38", name="Overvecht", parent=utrecht)


@pytest.fixture
def zuilen(utrecht):
    return NeighbourhoodFactory(code="AW39", name="Zuilen", parent=utrecht)


@pytest.fixture
def forty(overvecht, zuilen):
    return GroupFactory(code="W40", name="40 wijken", members=[overvecht, zuilen])


@pytest.fixture
def measure(vsv, report):
    """Return a function that stores the two values of an area; a text is why there is none."""

    def store(area, *values, **fields):
        for day, value in zip((START, END), values, strict=True):
            reason = value if isinstance(value, str) else ""
            MeasurementFactory(
                **{"indicator": vsv, "dataset": report, "area": area} | fields,
                period_date=day,
                value=None if reason else value,
                missing=reason,
            )

    return store


@pytest.fixture
def measured(measure, utrecht, overvecht, zuilen):
    """Let Overvecht come closer to its city, and Zuilen get further from it."""
    measure(utrecht, 9, 8)
    measure(overvecht, 14, 10)
    measure(zuilen, 10, 12)
