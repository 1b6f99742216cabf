"""Documents that are not the answer read like policy, differ from each other, and come again."""

from itertools import islice
from statistics import median

import pytest

from search import dutch
from search.evaluation.distractors import generate


@pytest.fixture(scope="module")
def documents():
    return list(generate(4000))


def test_the_same_seed_gives_the_same_documents(documents):
    assert list(generate(100)) == documents[:100]
    assert list(generate(100, seed=1)) != documents[:100]


def test_a_document_does_not_depend_on_how_many_are_asked_for(documents):
    assert list(islice(generate(100_000), 5)) == documents[:5]


def test_no_two_are_alike(documents):
    assert len({document.id for document in documents}) == 4000
    assert len({document.body for document in documents}) == 4000
    assert len({(document.title, document.summary) for document in documents}) == 4000


def test_they_are_as_long_as_pages_are(documents):
    lengths = [len(document.body.split()) for document in documents]

    assert 280 < median(lengths) < 360
    assert sum(length > 1000 for length in lengths) > 30


def test_their_words_are_as_many_and_as_unequal_as_those_of_a_language(documents):
    counts = {}
    for document in documents:
        for word in dutch.words(document.body):
            counts[word.text] = counts.get(word.text, 0) + 1
    often = sorted(counts.values(), reverse=True)

    assert len(counts) > 20_000
    assert sum(often[:100]) > sum(often) * 0.4
    assert sum(count == 1 for count in often) > len(often) * 0.2


def test_nothing_is_left_to_fill_in(documents):
    texts = [f"{each.title} {each.summary} {each.body}" for each in documents]
    assert [text for text in texts if "{" in text or "%" in text] == []
