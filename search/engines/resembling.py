"""What to ask for to find documents that resemble one: the words it is about."""

from collections import Counter

from search import dutch
from search.question import Concept, Question, Variant

TERMS = 12
SUMMARY_WEIGHT = 0.5
# What has less than this part of those words in common is something else.
SHARE = 0.2


def question(kept):
    """Return the question whose best answers resemble a document; see shown.kept."""
    title = _telling(kept["title"])
    summary = _telling(kept["summary"])
    concepts = [_concept(stem, 1.0) for stem in title]
    concepts += [
        _concept(stem, SUMMARY_WEIGHT)
        for stem, _count in Counter(summary).most_common(TERMS)
        if stem not in title
    ]
    words = tuple(dict.fromkeys(concepts))
    return Question(words=words, share=SHARE, least=max(1, round(len(words) * SHARE)))


def _concept(stem, weight):
    return Concept((Variant((stem,), weight),))


def _telling(text):
    return [
        dutch.stem(word.text)
        for word in dutch.words(text)
        if word.text not in dutch.STOP_WORDS and word.text not in dutch.ASIDES
    ]
