"""The order of hits, and the pages they are on."""

import pytest

from search.documents import Document
from search.query import Sort
from tests.search.engines.conftest import ask, fill, ids

pytestmark = pytest.mark.django_db


def test_the_title_weighs_more_than_the_text(empty):
    fill(
        empty,
        [
            Document(id="page:1", type="praktijk", title="Wandelen", url="/1/", body="moestuin"),
            Document(id="page:2", type="praktijk", title="Moestuin", url="/2/", body="wandelen"),
            Document(id="page:3", type="praktijk", title="Koken", url="/3/", summary="moestuin"),
        ],
    )
    assert ids(ask(empty, "moestuin")) == ["page:2", "page:3", "page:1"]


def test_a_boost_decides_between_equals(empty):
    twins = [
        Document(id=f"page:{n}", type="praktijk", title="Moestuin", url=f"/{n}/", boost=boost)
        for n, boost in ((1, 1.0), (2, 1.2), (3, 0.9))
    ]
    fill(empty, twins)
    assert ids(ask(empty, "moestuin")) == ["page:2", "page:1", "page:3"]


def test_the_newest_come_first_and_what_has_no_date_last(library):
    assert ids(ask(library, sort=Sort.DATE)) == [
        "page:3", "page:1", "page:2", "area:AW38", "page:4",
    ]  # fmt: skip


def test_the_surest_come_first(library):
    assert ids(ask(library, sort=Sort.EVIDENCE))[:3] == ["page:1", "page:2", "page:3"]


def test_pages_part_the_hits_without_repeating_one(library):
    everything = ids(ask(library))
    parts = [ids(ask(library, page=number, size=2)) for number in (1, 2, 3, 4)]

    assert [len(part) for part in parts] == [2, 2, 1, 0]
    assert [id for part in parts for id in part] == everything
    assert ask(library, page=4, size=2).total == 5


def test_the_last_page_that_can_be_asked_for_is_empty(library):
    assert ids(ask(library, page=1000)) == []
