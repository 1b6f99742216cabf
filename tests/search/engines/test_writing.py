"""Versions, removals and rebuilds: what an engine holds after writes in any order."""

import pytest

from search import dutch
from search.documents import PUBLIC, Document
from search.engines.base import SearchUnavailable
from search.scope import EVERYBODY
from tests.search.engines.conftest import DOCUMENTS, ask, connect, fill, ids

pytestmark = pytest.mark.django_db


def titled(title, version, id="page:1", **more):
    return Document(id=id, type="praktijk", title=title, url="/", version=version, **more)


def titles(engine, text=""):
    return [hit.title for hit in ask(engine, text).hits]


def stored(engine):
    return sorted(engine.stored())


def test_a_document_is_found_at_once(empty):
    empty.upsert([titled("Moestuin", 1)])

    assert titles(empty, "moestuin") == ["Moestuin"]
    assert stored(empty) == [("page:1", 1, PUBLIC)]


def test_a_newer_version_takes_the_place_of_an_older_one(empty):
    empty.upsert([titled("Moestuin", 1, facets={"year": ("2011",)})])
    empty.upsert([titled("Speeltuin", 2, facets={"year": ("2012",)})])

    assert titles(empty) == ["Speeltuin"]
    assert titles(empty, "moestuin") == []
    assert ask(empty).facets["year"][0].value == "2012"
    assert len(ask(empty).facets["year"]) == 1


def test_slips_are_understood_of_what_was_written_since_the_index_was_made(empty):
    empty.upsert([titled("Plein", 1, body="Er is een moestuin.")])
    assert titles(empty, "moestiun") == ["Plein"]

    empty.upsert([titled("Plein", 2, body="Er is een boomgaard.")])
    assert (titles(empty, "moestiun"), titles(empty, "bomgaard")) == ([], ["Plein"])


def test_an_older_version_that_comes_late_changes_nothing(empty):
    empty.upsert([titled("Speeltuin", 2)])
    empty.upsert([titled("Moestuin", 1)])

    assert titles(empty) == ["Speeltuin"]
    assert stored(empty) == [("page:1", 2, PUBLIC)]


def test_a_removed_document_is_gone_from_hits_counts_and_suggestions(empty):
    empty.upsert([titled("Moestuin", 1, facets={"year": ("2011",)})])
    empty.delete(["page:1", "page:404"], 2)

    assert (titles(empty), titles(empty, "moestuin")) == ([], [])
    assert ask(empty).facets["year"] == ()
    assert empty.suggest("moes", EVERYBODY) == []
    assert stored(empty) == []
    assert empty.status().documents == 0


def test_a_late_write_does_not_bring_back_what_was_removed(empty):
    empty.upsert([titled("Moestuin", 1)])
    empty.delete(["page:1", "page:2"], 3)
    empty.upsert([titled("Moestuin", 2), titled("Nooit gezien", 2, id="page:2")])
    assert titles(empty) == []

    empty.upsert([titled("Weer terug", 4)])
    assert titles(empty) == ["Weer terug"]


def test_a_late_removal_does_not_remove_what_is_newer(empty):
    empty.upsert([titled("Moestuin", 3)])
    empty.delete(["page:1"], 2)

    assert titles(empty) == ["Moestuin"]


def test_a_document_that_is_closed_disappears_for_others(empty):
    empty.upsert([titled("Moestuin", 1)])
    empty.upsert([titled("Moestuin", 2, visibility="restricted:3")])

    assert titles(empty) == []
    assert stored(empty) == [("page:1", 2, "restricted:3")]


def test_a_rebuild_takes_the_place_of_everything(empty):
    empty.upsert([titled("Oud", 1)])
    with empty.rebuild() as new:
        new.add([titled("Nieuw", 2, id="page:2")])
        assert titles(empty) == ["Oud"]
        assert new.add([titled("Ook nieuw", 2, id="page:3")]) == 1

    assert sorted(titles(empty)) == ["Nieuw", "Ook nieuw"]
    assert stored(empty) == [("page:2", 2, PUBLIC), ("page:3", 2, PUBLIC)]


def test_a_rebuild_that_breaks_off_changes_nothing(empty):
    empty.upsert([titled("Oud", 1)])

    def rebuild_until_the_power_fails():
        with empty.rebuild() as new:
            new.add([titled("Nieuw", 2, id="page:2")])
            raise RuntimeError("the power fails")

    with pytest.raises(RuntimeError):
        rebuild_until_the_power_fails()

    assert titles(empty) == ["Oud"]
    fill(empty, DOCUMENTS)
    assert ask(empty).total == 5


def test_another_process_sees_what_is_written_and_rebuilt(empty, search_url):
    other = connect(search_url)
    empty.upsert([titled("Moestuin", 1)])
    assert titles(other) == ["Moestuin"]
    other.upsert([titled("Speeltuin", 1, id="page:2")])
    assert sorted(titles(empty)) == ["Moestuin", "Speeltuin"]
    fill(other, [titled("Plein", 2, id="page:3")])
    assert titles(empty) == ["Plein"]
    empty.delete(["page:3"], 3)
    assert titles(other) == []


def test_the_status_tells_what_the_index_is(library):
    status = library.status()

    assert (status.engine, status.documents) == (library.name, len(DOCUMENTS))
    assert status.analysis == dutch.ANALYSIS_VERSION
    assert status.size_in_bytes > 0


def test_a_thousand_documents_are_all_told(empty):
    fill(empty, [titled(f"Praktijk {n}", 7, id=f"page:{n}") for n in range(1, 1101)])

    assert len(set(empty.stored())) == 1100
    assert ask(empty).total == 1100
    assert len(ids(ask(empty, page=110))) == 10


def test_an_index_that_is_not_there_does_not_answer(search_url):
    engine = connect(search_url)
    asked = [
        lambda: ask(engine, "fietsen"),
        lambda: engine.suggest("fie", EVERYBODY),
        lambda: engine.upsert([titled("Moestuin", 1)]),
        lambda: engine.delete(["page:1"], 1),
        lambda: list(engine.stored()),
        lambda: engine.status(),
    ]
    for question in asked:
        with pytest.raises(SearchUnavailable):
            question()
