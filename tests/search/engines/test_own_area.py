"""What lies in areas like one's own, and what lies nearest: the same in each engine."""

from dataclasses import replace
from datetime import date

import pytest

from search.documents import Document
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.search.engines.conftest import fill, ids

pytestmark = pytest.mark.django_db

UTRECHT, AMERSFOORT, ZWOLLE = (52.0907, 5.1214), (52.1561, 5.3878), (52.5168, 6.0830)


def document(number, area, location, text="Fietsen", year=2000):
    return Document(
        id=f"page:{number}",
        type="praktijk",
        title=text,
        url=f"/{number}/",
        facets={"type": ("praktijk",), "area": (area,), "year": (f"201{number}",)},
        location=location,
        published=date(year, 1, 1),
    )


@pytest.fixture
def library(empty):
    fill(
        empty,
        [
            document(1, "AX1", ZWOLLE),
            document(2, "AX2", None),
            document(3, "AX3", UTRECHT, "Wandelen"),
            document(4, "AX4", AMERSFOORT),
            document(5, "AX3", UTRECHT, "Wandelen", year=2020),
        ],
    )
    return empty


def near(origin, text="", **more):
    return replace(SearchQuery(text=text, **more).sorted_from("X"), origin=origin)


def search(engine, query):
    return engine.search(query, EVERYBODY)


def test_only_what_lies_in_areas_that_are_alike_is_found(library):
    results = search(library, SearchQuery(like="AX9", alike=("AX1", "AX3")))

    assert sorted(ids(results)) == ["page:1", "page:3", "page:5"]
    assert results.total == 3


def test_every_facet_counts_within_the_areas_that_are_alike(library):
    results = search(library, SearchQuery(like="AX9", alike=("AX1", "AX3")))

    assert [(bucket.value, bucket.count) for bucket in results.facets["area"]] == [
        ("AX3", 2), ("AX1", 1),
    ]  # fmt: skip
    assert sorted(bucket.value for bucket in results.facets["year"]) == ["2011", "2013", "2015"]


def test_an_area_may_be_chosen_among_those_that_are_alike(library):
    query = SearchQuery(like="AX9", alike=("AX1", "AX3"), filters={"area": ("AX1", "AX4")})
    results = search(library, query)

    assert ids(results) == ["page:1"]
    assert [bucket.value for bucket in results.facets["area"]] == ["AX3", "AX1"]


def test_what_lies_nearest_comes_first_and_what_lies_nowhere_last(library):
    assert ids(search(library, near(UTRECHT))) == [
        "page:5", "page:3", "page:4", "page:1", "page:2",
    ]  # fmt: skip
    assert ids(search(library, near(ZWOLLE)))[:3] == ["page:1", "page:4", "page:5"]


def test_nearness_orders_the_answers_to_a_question_too(library):
    results = search(library, near(UTRECHT, "fietsen"))

    assert ids(results) == ["page:4", "page:1", "page:2"]
    assert results.total == 3


def test_the_order_goes_on_over_the_pages(library):
    assert ids(search(library, near(UTRECHT, size=2).on_page(2))) == ["page:4", "page:1"]
