"""Oost in Amsterdam beside its city: 28% and 38% against 41% and a figure nobody reported."""

from datetime import date

import pytest

from accounts.domain import grant_editor_permissions
from indicators.domain import take_snapshot
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

START, END = date(2006, 10, 1), date(2012, 10, 1)
# What the source delivers a year at a time: the last day of each year.
IN_2016, IN_2018 = date(2016, 12, 31), date(2018, 12, 31)


@pytest.fixture
def leren(db):
    return ThemeFactory(label="Leren", slug="leren")


@pytest.fixture
def havo(leren):
    return IndicatorFactory(
        name="Leerlingen op havo of vwo",
        short_name="Havo en vwo",
        code="havo-vwo",
        direction="higher",
        theme=leren,
    )


@pytest.fixture
def report(db):
    return DatasetFactory(title="Rapport", source="Outcomemonitor", kind=Dataset.Kind.REPORTED)


@pytest.fixture
def amsterdam(db):
    return MunicipalityFactory(name="Amsterdam", code="GM0363")


@pytest.fixture
def oost(amsterdam):
    return NeighbourhoodFactory(name="Oost", code="AW04", parent=amsterdam)


@pytest.fixture
def measure(havo, report):
    """Return a function that stores a measurement of an area on a day."""

    def store(area, day, period, value=None, **fields):
        return MeasurementFactory(
            **{"indicator": havo, "dataset": report} | fields,
            area=area,
            period_date=day,
            period=period,
            value=value,
        )

    return store


@pytest.fixture
def measured(measure, oost, amsterdam):
    measure(oost, START, "oktober 2006", 28)
    measure(oost, END, "oktober 2012", 38)
    measure(amsterdam, START, "oktober 2006", 41)
    measure(amsterdam, END, "oktober 2012", missing=MissingReason.NOT_REPORTED)


@pytest.fixture
def take(havo, report, oost, amsterdam, measured):
    """Return a function that takes the snapshot of Oost beside Amsterdam, as changed."""

    def taken(**changes):
        arguments = {
            "indicator": havo,
            "area": oost,
            "comparator": amsterdam,
            "baseline": START,
            "follow_up": END,
            "dataset": report,
        }
        return take_snapshot(**arguments | changes)

    return taken


@pytest.fixture
def of_2016(measure, oost, amsterdam):
    """Return a delivery of one year: 28% beside 41%."""
    return delivered(measure, oost, amsterdam, 2016, 28, 41)


@pytest.fixture
def of_2018(measure, oost, amsterdam):
    """Return the delivery of two years later: 33% beside 43%."""
    return delivered(measure, oost, amsterdam, 2018, 33, 43)


def delivered(measure, oost, amsterdam, year, own, beside):
    dataset = DatasetFactory(
        title=f"Kerncijfers {year}",
        source=f"CBS, {year}",
        licence="CC BY 4.0, CBS",
        boundary_year=year,
    )
    for area, value in ((oost, own), (amsterdam, beside)):
        measure(area, date(year, 12, 31), str(year), value, dataset=dataset)
    return dataset


@pytest.fixture
def take_of_two(havo, oost, amsterdam, of_2016, of_2018):
    """Return a function that takes the snapshot of 2016 and 2018, as changed."""

    def taken(**changes):
        arguments = {
            "indicator": havo,
            "area": oost,
            "comparator": amsterdam,
            "baseline": IN_2016,
            "baseline_dataset": of_2016,
            "follow_up": IN_2018,
            "dataset": of_2018,
        }
        return take_snapshot(**arguments | changes)

    return taken


@pytest.fixture
def editor(client, site, eva):
    """Return a browser in which Eva is signed in."""
    grant_editor_permissions()
    client.force_login(eva)
    return client


@pytest.fixture
def forty(oost):
    return GroupFactory(name="40 wijken", members=[oost, NeighbourhoodFactory()])
