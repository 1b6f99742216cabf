"""A programme with two pillars."""

import pytest

from content.models import Theme
from tests.factories import ProgrammeFactory, ThemeFactory


@pytest.fixture
def school(db):
    return ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR)


@pytest.fixture
def werk(db):
    return ThemeFactory(label="Werk", scheme=Theme.Scheme.PILLAR)


@pytest.fixture
def programme(site, school, werk):
    return ProgrammeFactory(parent=site.programmes, title="Zuid", themes=[school, werk])
