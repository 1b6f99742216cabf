"""A server of our own that stands in for the sources, and a client with little patience."""

import pytest

from indicators.sources.client import Patience
from tests.indicators.sources.server import Source


@pytest.fixture
def source():
    with Source().running() as source:
        yield source


@pytest.fixture
def patience():
    return Patience(
        connect=2,
        read=0.3,
        page=2,
        attempts=3,
        first_pause=0.01,
        longest_pause=5,
        largest_page=9999,
    )


@pytest.fixture
def told():
    """Return what was reported: a list that can be called."""
    return Told()


class Told(list):
    def __call__(self, rows, total):
        self.append((rows, total))
