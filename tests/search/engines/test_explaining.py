"""Why a hit has its score: the points of each word and the factors are the score, to the last."""

from dataclasses import replace

import pytest

from search.documents import PUBLIC
from search.explaining import Reason, Way
from search.models import SearchSynonym
from search.query import SearchQuery
from search.scope import EVERYBODY, Scope
from tests.search.engines.conftest import DOCUMENTS, MEMBERS, fill

pytestmark = pytest.mark.django_db
ALL = [document.id for document in DOCUMENTS]
QUESTIONS = [
    "fietsen",
    "fietsen in overvecht",
    "hulp bij schulden",
    "schuldhulp voor een gezin thuis",
    "jeugdwerkloosheid zuilen utrecht",
    "wijkteam",
    "sociale wijkteams",
    "overvect",
    "jeugdwerklosheid",
    "werkplek voor jongeren",
    '"samen fietsen" overvecht',
    "hulp -fietsen",
    "frontlijnteam gezin regisseur plan",
    "aw38",
    "hoe werkt het",
    "zorgtoeslag fietsen schulden",
    "overvechtfietsers",
]


def explain(engine, text, *ids, scope=EVERYBODY):
    return engine.explain(SearchQuery(text), scope, ids or ALL)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_numbers_add_up_to_the_score_of_every_hit(library, question):
    hits = library.search(SearchQuery(question), EVERYBODY).hits
    found = {each.id: each for each in explain(library, question)}
    assert hits
    assert {hit.id: found[hit.id].score for hit in hits} == {
        hit.id: pytest.approx(hit.score, rel=1e-4) for hit in hits
    }
    assert {id for id, each in found.items() if each.matches} == {hit.id for hit in hits}


def test_a_kind_of_page_that_weighs_more_does_so_in_the_explanation(empty):
    fill(empty, [DOCUMENTS[0], replace(DOCUMENTS[1], boost=1.5)])
    (hit,) = empty.search(SearchQuery("schulden"), EVERYBODY).hits
    (found,) = explain(empty, "schulden", "page:2")
    assert found.score == pytest.approx(hit.score, rel=1e-4)
    assert {factor.reason: factor.times for factor in found.factors}[Reason.BOOST] == 1.5


def told(explanation):
    """Return how each word was found, and where."""
    return {
        said.asked: (
            [(found.text, found.way) for found in said.found],
            {name for name, _points in said.fields},
        )
        for said in explanation.said
        if said.needed
    }


def test_each_word_says_how_it_was_understood_and_where_it_stands(library):
    (found,) = explain(library, "fietsen overvecht", "page:1")
    assert told(found) == {
        "fietsen": ([("fiets", Way.SAID)], {"title", "summary", "body"}),
        "overvecht": ([("overvecht", Way.SAID)], {"title", "keywords", "body"}),
    }
    assert found.lacking == []
    assert Reason.ALL in {factor.reason for factor in found.factors} or library.name == "elastic"


def test_parts_synonyms_and_what_looks_like_it_are_told_apart(library):
    SearchSynonym.objects.create(words="armoede, schulden")
    (parts,) = explain(library, "fietslessen", "page:1")
    (other,) = explain(library, "armoede", "page:2")
    (alike,) = explain(library, "overvect", "area:AW38")
    assert told(parts)["fietslessen"][0][0][1] is Way.PARTS
    assert told(other)["armoede"][0] == [("schuld", Way.OTHER)]
    assert told(alike)["overvect"][0] == [("overvecht", Way.ALIKE)]


def test_what_a_document_lacks_is_named(library):
    (found,) = explain(library, "fietsen schulden", "page:3")
    assert not found.matches
    assert (found.lacking, found.score) == (["fietsen", "schulden"], 0)


def test_the_name_of_a_document_counts(library):
    (found,) = explain(library, "sociale wijkteams", "page:4")
    assert Reason.NAMED in {factor.reason for factor in found.factors}


def test_what_may_not_be_seen_is_not_explained(library):
    assert explain(library, "kanariegele fietsen", "page:5") == []
    members = Scope(frozenset([PUBLIC, MEMBERS]))
    assert [each.id for each in explain(library, "fietsen", "page:5", scope=members)] == ["page:5"]
    assert explain(library, "fietsen", "page:999") == []


def test_a_name_of_which_pieces_are_the_same_says_so(library):
    hits = library.search(SearchQuery("xovervechtx"), EVERYBODY).hits
    found = explain(library, "xovervechtx", *[hit.id for hit in hits])
    assert [each.score for each in found] == pytest.approx([hit.score for hit in hits], rel=1e-4)
    assert {each.said[0].found[0].way for each in found} == {Way.PIECES}
