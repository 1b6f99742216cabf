"""Two neighbourhoods of Utrecht and one of Amsterdam, with the codes that the CBS gave them."""

from io import BytesIO

import pytest
from django.core.files import File

from content.models import Area, AreaCode
from indicators.importing import arriving, running
from indicators.importing.mapping import Column, Mapping
from indicators.models import Dataset
from tests.factories import (
    IndicatorFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)


@pytest.fixture
def nederland(db):
    return MunicipalityFactory(code="NL00", name="Nederland", kind=Area.Kind.COUNTRY)


@pytest.fixture
def utrecht(db):
    return MunicipalityFactory(code="GM0344", name="Utrecht")


@pytest.fixture
def overvecht(utrecht):
    """Return a neighbourhood that is one wijk of the CBS, under the same code from 2016 to 2022."""
    area = NeighbourhoodFactory(code="AW38", name="Overvecht", parent=utrecht)
    _coded(area, "WK034404", "Wijk 04 Overvecht", 2016, 2022)
    return area


@pytest.fixture
def zuilen(utrecht):
    """Return a neighbourhood that is two of them."""
    area = NeighbourhoodFactory(code="AW39", name="Zuilen Oost", parent=utrecht)
    _coded(area, "WK034402", "Noordwest", 2016, 2024, AreaCode.Fit.WIDER)
    _coded(area, "BU03440201", "Zuilen-Noord", 2016, 2024)
    _coded(area, "BU03440202", "Elinkwijk", 2016, 2024)
    return area


@pytest.fixture
def nieuw_west(db):
    amsterdam = MunicipalityFactory(code="GM0363", name="Amsterdam")
    area = NeighbourhoodFactory(code="AW05", name="Nieuw-West", parent=amsterdam)
    _coded(area, "WK0363FA", "Nieuw-West", 2023, 2024)
    return area


def _coded(area, code, name, first, last, fit=AreaCode.Fit.WHOLE):
    AreaCode.objects.create(
        area=area, code=code, name=name, first_year=first, last_year=last, fit=fit
    )


@pytest.fixture
def vsv(db):
    theme = ThemeFactory(label="Leren", slug="leren")
    return IndicatorFactory(
        name="Voortijdige schoolverlaters",
        short_name="Schoolverlaters",
        code="vsv",
        unit="%",
        decimals=1,
        direction="lower",
        theme=theme,
    )


@pytest.fixture
def woz(vsv):
    return IndicatorFactory(
        name="WOZ-waarde",
        short_name="WOZ-waarde",
        code="woz",
        unit="€",
        direction="neutral",
        theme=vsv.theme,
    )


@pytest.fixture
def site(nederland, overvecht, zuilen, nieuw_west, vsv, woz):
    """Have every area and indicator above."""


@pytest.fixture
def receive(site):
    """Return a function that has a file come in, as an upload or a command does.

    Without a mapping the file tells which it needs.
    """

    def take(content, name="levering.csv", mapping=WIDE, year=2022, period="2012", **fields):
        data = content if isinstance(content, bytes) else content.encode()
        fields = {"title": "Levering", "source": "CBS", "licence": "CC BY 4.0"} | fields
        dataset = Dataset(boundary_year=year, **fields)
        imported = arriving.receive(File(BytesIO(data), name=name), name, dataset, period=period)
        arriving.choose(imported, mapping or arriving.mapping_of(imported))
        return imported

    return take


@pytest.fixture
def check(receive):
    """Return a function that has a file come in and checked."""

    def take(content, *args, **kwargs):
        imported = receive(content, *args, **kwargs)
        running.check(imported)
        return imported

    return take


@pytest.fixture
def load(check):
    """Return a function that has a file come in, checked and loaded."""

    def take(content, *args, **kwargs):
        imported = check(content, *args, **kwargs)
        assert not imported.wrong, imported.problems
        running.load(imported)
        return imported

    return take


WIDE = Mapping(
    area="code", columns=(Column("vsv", "vsv"), Column("woz", "woz", factor=1000)), sign=","
)


def wrong(imported):
    """Return line, column, value and what was expected of everything that is wrong."""
    return [
        (each["line"], each["column"], each["value"], each["expected"])
        for each in imported.problems
    ]
