"""Figures stand apart until somebody asks by words or chooses them: the same in each engine."""

import pytest

from search.documents import Document
from tests.search.engines.conftest import ask, counts, fill, ids

pytestmark = pytest.mark.django_db


def document(id, type, area, year):
    facets = {"type": (type,), "area": (area,), "year": (year,)}
    return Document(id=id, type=type, title=f"Leefbaarheid {area}", url=f"/{id}/", facets=facets)


@pytest.fixture
def library(empty):
    fill(
        empty,
        [
            document("page:1", "praktijk", "AX1", "2012"),
            document("page:2", "nieuws", "AX2", "2013"),
            document("figure:1", "cijfer", "AX1", "2022"),
            document("figure:2", "cijfer", "AX2", "2022"),
        ],
    )
    return empty


def test_without_words_figures_are_counted_among_the_types_alone(library):
    results = ask(library)

    assert (sorted(ids(results)), results.total) == (["page:1", "page:2"], 2)
    assert counts(results, "type") == {"praktijk": 1, "nieuws": 1, "cijfer": 2}
    assert counts(results, "area") == {"AX1": 1, "AX2": 1}
    assert counts(results, "year") == {"2012": 1, "2013": 1}


def test_another_choice_leaves_them_apart(library):
    results = ask(library, area=("AX1",))

    assert (ids(results), results.total) == (["page:1"], 1)
    assert counts(results, "type") == {"praktijk": 1, "cijfer": 1}
    assert results.without == {"area": 2}


def test_who_chooses_figures_finds_them(library):
    results = ask(library, type=("cijfer", "nieuws"), area=("AX2",))

    assert sorted(ids(results)) == ["figure:2", "page:2"]
    assert counts(results, "year") == {"2013": 1, "2022": 1}


def test_words_find_them_as_ever(library):
    assert ask(library, "leefbaarheid").total == 4
