"""Places of the report that the tests of areas go to."""

import pytest

from tests.factories import MunicipalityFactory, NeighbourhoodFactory


@pytest.fixture
def utrecht(db):
    return MunicipalityFactory(name="Utrecht", code="GM0344", latitude=52.0911, longitude=5.0747)


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(
        name="Overvecht", code="AW38", parent=utrecht, latitude=52.1207, longitude=5.1093
    )


@pytest.fixture
def gouda(db):
    return MunicipalityFactory(name="Gouda", code="GM0513", latitude=52.0115, longitude=4.7105)
