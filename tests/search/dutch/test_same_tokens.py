"""Python and the running Elasticsearch make the same tokens of every word of a large Dutch list."""

import pytest

from search import dutch
from tests import services
from tests.search.conftest import address
from tests.search.engines.conftest import connect, fill

# The server makes no more tokens than this of one text.
BATCH = 10_000
PORTER = {"type": "stemmer", "language": "dutch"}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Return an Elasticsearch with an index as the site makes it."""
    engine = connect(address("elastic", tmp_path_factory.mktemp("words")))
    fill(engine, ())
    yield engine
    engine.remove()


@pytest.fixture(scope="module")
def words():
    """Return the different words of the list in their plainest form."""
    lines = services.dutch_words().read_text(encoding="utf-8").splitlines()
    found = dict.fromkeys(word.text for line in lines for word in dutch.words(line))
    assert len(found) > 350_000
    return list(found)


def tokens(library, **analysis):
    answer = library.patient.indices.analyze(**analysis)
    return [token["token"] for token in answer["tokens"]]


def batches(words):
    return [words[start : start + BATCH] for start in range(0, len(words), BATCH)]


def differing(mine, theirs):
    assert len(mine) == len(theirs)
    return [pair for pair in zip(mine, theirs, strict=True) if pair[0] != pair[1]]


def test_porter_stems_as_the_dutch_of_elasticsearch(library, words):
    for batch in batches(list(filter(str.isalpha, words))):
        mine = list(map(dutch.porter, batch))
        theirs = tokens(library, tokenizer="whitespace", filter=[PORTER], text=" ".join(batch))
        assert differing(mine, theirs) == []


@pytest.mark.parametrize("field", ["title", "body", "parts", "names"])
def test_the_index_takes_analysed_words_as_they_are(library, words, field):
    # The index analyses a document, and a question, with the analyser of the field. Every fourth
    # word will do for the text and every twentieth for others: all of them take a minute.
    for batch in batches(words[:: 4 if field == "body" else 20]):
        mine = dutch.stems(" ".join(batch))
        theirs = tokens(library, index=library.alias, field=field, text=" ".join(mine))
        assert differing(mine, theirs) == []


def test_a_question_is_parted_as_a_document_is(library):
    mapping = library.patient.indices.get_mapping(index=library.alias).body
    (properties,) = (found["mappings"]["properties"] for found in mapping.values())
    text = {name: found for name, found in properties.items() if found.get("type") == "text"}

    assert {"title", "body", "parts", "names", "grams"} <= text.keys()
    assert {found["analyzer"] for found in text.values()} == {"whitespace"}
    # The server leaves out what is the same as the analyser of documents.
    assert {found.get("search_analyzer", "whitespace") for found in text.values()} == {"whitespace"}
