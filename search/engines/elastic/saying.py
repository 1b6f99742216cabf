"""Writes a thing that is asked for as queries: whether a document says it, and how well.

Whether it does is looked up in one field that holds all words; how well takes every field there
is, and is asked of the documents that say it only. They are plain values: a question has dozens
of them that stand in several requests.
"""

from search import dutch
from search.engines.elastic.mapping import ATTACHED, NAMES, SAID

FIELD_BOOSTS = {
    "title": 4.0,
    "title_parts": 1.5,
    "alternatives": 2.5,
    "keywords": 2.0,
    "summary": 2.5,
    "body": 1.0,
    "parts": 0.2,
    ATTACHED: 0.3,
}
BOOSTED = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items()]
# Where words may stand that look like what was asked for: a long file has one for everything.
ALIKE = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items() if name != ATTACHED]
# Words that stand in a row: not so in the field of parts.
IN_A_ROW = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items() if "parts" not in name]
# How much the other fields add to the one that says a word best.
TIE_BREAKER = 0.3
# How much the other ways to say something add to the best one.
SAID_OTHERWISE = 0.2
# A name with a word in it that looks like what was asked for.
LIKE_NAME = 4.0
LOOKING_LIKE = {"fuzziness": f"AUTO:{dutch.SHORT},{dutch.LONG}", "prefix_length": 1}


def scored(concept, likeness):
    """Return the query for how well a concept is said: the best way to say it counts."""
    names = [_like_a_name(word) for word in likeness.written(concept).variants]
    by_weight = likeness.spelled_out(concept).by_weight
    ways = [query for group in by_weight.items() for query in _ways(*group)]
    return {"dis_max": {"queries": [*ways, *names], "tie_breaker": SAID_OTHERWISE}}


def said(concept, likeness):
    """Return the filter for documents that say a concept in any way."""
    variants = likeness.spelled_out(concept).variants
    words = [variant.stems[0] for variant in variants if variant.is_word]
    alike = [variant.stems[0] for variant in variants if variant.alike]
    ways = [
        *([any_of(SAID, words)] if words else ()),
        *([_words(alike, fields=ALIKE)] if alike else ()),
        *(said_so(each) for each in variants if not (each.is_word or each.alike)),
        *(_term(NAMES, word.stems[0]) for word in likeness.written(concept).variants),
    ]
    return _any_of(ways)


def said_so(variant):
    """Return the filter for documents that say something in these very words."""
    if variant.is_word:
        return any_of(SAID, variant.stems)
    if variant.in_a_row:
        return _row(variant)
    return {"bool": {"filter": [_term(SAID, stem) for stem in variant.stems]}}


def any_of(name, values):
    """Return the filter for documents with any of these values."""
    # For one of them the server has less to do.
    return _term(name, *values) if len(values) == 1 else {"terms": {name: list(values)}}


def _any_of(ways):
    return ways[0] if len(ways) == 1 else {"bool": {"should": ways}}


def _ways(weight, variants):
    words = [variant.stems[0] for variant in variants if variant.is_word]
    alike = [variant.stems[0] for variant in variants if variant.alike]
    if words:
        yield _words(words, weight)
    if alike:
        yield _words(alike, weight, ALIKE)
    for variant in variants:
        if not variant.is_word and not variant.alike:
            yield _row(variant) if variant.in_a_row else _apart(variant)


def _words(stems, weight=1.0, fields=BOOSTED):
    """Return the query for any of these words."""
    # Cross-fields weighs how rare a word is over all fields together.
    return _in_fields(stems, weight, type="cross_fields", fields=fields)


def _row(variant):
    return _in_fields(variant.stems, variant.weight, type="phrase", fields=IN_A_ROW)


def _apart(variant):
    words = [_words([stem]) for stem in variant.stems]
    return {"bool": {"must": words, "boost": variant.weight}}


def _in_fields(stems, weight, **how):
    text = {"query": " ".join(stems), "tie_breaker": TIE_BREAKER, "boost": weight}
    return {"multi_match": text | how}


def _like_a_name(word):
    return _term(NAMES, word.stems[0], boost=LIKE_NAME * word.weight)


def _term(name, value, **more):
    return {"term": {name: {"value": value, **more}}}
