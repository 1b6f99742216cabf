"""What is suggested while somebody types, and what resembles what."""

import pytest

from search.documents import Document
from search.scope import EVERYBODY
from tests.search.engines.conftest import fill, ids

pytestmark = pytest.mark.django_db


def titles(engine, text, limit=8):
    return [found.title for found in engine.suggest(text, EVERYBODY, limit)]


def test_words_begin_with_what_is_typed(library):
    assert titles(library, "jeu") == ["Jeugdwerkloosheid in Zuilen"]
    assert titles(library, "hulp bij sch") == ["Hulp bij schulden"]
    assert titles(library, "sch hu") == ["Hulp bij schulden"]
    assert titles(library, "werkloosheid") == []


def test_another_name_is_suggested_with_its_title(library):
    assert titles(library, "frontl") == ["Sociale wijkteams"]


def test_a_title_that_begins_so_goes_before_one_that_says_it_later(library):
    assert titles(library, "over") == ["Overvecht (Utrecht)", "Samen fietsen in Overvecht"]


def test_no_more_are_suggested_than_asked_for(library):
    assert titles(library, "over", limit=1) == ["Overvecht (Utrecht)"]


def test_a_suggestion_leads_somewhere(library):
    (found,) = library.suggest("Sociále WIJK", EVERYBODY)
    assert (found.id, found.type, found.url) == ("page:4", "werkwijze", "/werkwijzen/wijkteams/")


@pytest.mark.parametrize("text", ["", "?", '"', "*", "a" * 5000, "jeu* OR hulp"])
def test_nothing_is_suggested_for_what_begins_no_title(library, text):
    assert titles(library, text) == []


def test_what_resembles_a_document_has_its_words(library):
    assert ids(library.similar("page:1", EVERYBODY))[0] == "area:AW38"
    assert "page:1" not in ids(library.similar("page:1", EVERYBODY))
    assert len(library.similar("page:1", EVERYBODY, limit=1)) == 1


def test_nothing_resembles_what_is_not_there(library):
    assert library.similar("page:999", EVERYBODY) == []


def test_the_best_titles_come_first_among_any_number(empty):
    many = [
        Document(id=f"page:{n}", type="praktijk", title=f"Feest in de wijk {n:04}", url="/")
        for n in range(500)
    ]
    short = Document(id="page:500", type="praktijk", title="Wijkfeest", url="/")
    fill(empty, [*many, short])

    best = titles(empty, "wijk", 3)
    assert best == ["Wijkfeest", "Feest in de wijk 0000", "Feest in de wijk 0001"]
