"""What a searcher may not see does not exist."""

import pytest

from search.documents import PUBLIC
from search.query import SearchQuery
from search.scope import Scope
from tests.search.engines.conftest import MEMBERS, ask, counts, ids

pytestmark = pytest.mark.django_db


def suggested(engine, text, *tokens):
    return [found.id for found in engine.suggest(text, Scope(frozenset([PUBLIC, *tokens])))]


def similar(engine, id, *tokens):
    return ids(engine.similar(id, Scope(frozenset([PUBLIC, *tokens]))))


def test_only_members_find_what_is_closed(library):
    # To others it is a word that nobody says: they get what is about a part of it.
    assert ids(ask(library, "fietsenmakers")) == ["page:1"]
    assert ids(ask(library, "fietsenmakers", MEMBERS)) == ["page:5"]


def test_closed_documents_count_for_members_alone(library):
    assert counts(ask(library), "theme")["bewegen"] == 1
    assert counts(ask(library, "", MEMBERS), "theme")["bewegen"] == 2
    assert "1999" not in counts(ask(library), "year")


def test_without_any_token_there_is_nothing(library):
    assert library.search(SearchQuery(), Scope(frozenset())).total == 0


def test_a_word_that_only_closed_documents_say_is_a_word_that_nobody_says(library):
    assert ask(library, "kanariegele fietsen").total == 1
    assert ids(ask(library, "kanariegeel")) == []


def test_what_is_left_out_of_a_scope_does_not_exist(library):
    scope = Scope(without=frozenset(["page:1", "page:99"]))
    found = library.search(SearchQuery(text="overvecht"), scope)

    assert "page:1" not in ids(found)
    assert counts(found, "theme") == {}
    assert [each.id for each in library.suggest("fietsen", scope)] == []
    assert library.similar("page:1", scope) == []


def test_closed_titles_are_suggested_to_members_alone(library):
    assert suggested(library, "fietsenm") == []
    assert suggested(library, "fietsenm", MEMBERS) == ["page:5"]


def test_closed_documents_resemble_nothing_for_others(library):
    assert "page:5" not in similar(library, "page:1")
    assert "page:5" in similar(library, "page:1", MEMBERS)
    assert similar(library, "page:5") == []
