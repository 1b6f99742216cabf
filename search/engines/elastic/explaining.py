"""Explains a score of Elasticsearch: each word asked for alone, and where its points come from."""

import re

from search import explaining
from search.engines.elastic import asking, reading
from search.explaining import Explanation, Factor, Found, Reason, Said, Way

# A leaf of what the server explains: weight(title:schuld in 12), weight(summary:"hulp schuld" in 3)
LEAF = re.compile(r'weight\((?:Synonym\()?(?P<field>\w+):(?P<term>"[^"]*"|[^\s^)]+)')
BEST = "max of:"
BEST_AND_REST = re.compile(r"max plus (?P<share>[\d.]+) times others of:")


def explainer(clauses, answers, ids):
    """Return what explains documents for a question as it was answered."""
    if isinstance(clauses, asking.Sharing):
        return PieceExplainer(clauses, ids)
    level = clauses.question.levels[answers.index(reading.enough(answers))]
    return Explainer(clauses, level, ids)


class Explainer:
    """The requests that explain documents for a question, and what their answers say."""

    def __init__(self, clauses, level, ids):
        self.clauses = clauses
        self.question = clauses.question
        self.factors = clauses.factors(level)
        self.level = level
        self.ids = ids

    @property
    def requests(self):
        """Return what to ask, all at once: the documents, the words, the factors."""
        words = [self.clauses.scored_concept(concept) for concept in self.question.asked]
        filters = [self.clauses.matching(self.level), *(found for _, found, _ in self.factors)]
        everything = {"bool": {"filter": [self.clauses.visible]}}
        return [
            self._request(everything, docvalue_fields=["boost"]),
            *(self._request(word, explain=True) for word in words),
            *(self._request({"bool": {"filter": [found]}}) for found in filters),
        ]

    def explanations(self, answers):
        """Return the explanations, in the order of the ids."""
        documents, *rest = map(_by_id, answers)
        count = len(self.question.asked)
        words, (matching, *factors) = rest[:count], rest[count:]
        return [
            Explanation(
                id=id,
                matches=id in matching,
                said=tuple(self._said(id, words)),
                factors=(*self._factors(id, factors), *_boost(documents[id])),
            )
            for id in self.ids
            if id in documents
        ]

    def _request(self, query, **more):
        within = [{"ids": {"values": self.ids}}, self.clauses.visible]
        query = {"bool": {"must": [query], "filter": within}}
        return {"query": query, "size": len(self.ids), "_source": False, **more}

    def _said(self, id, words):
        for concept, hits in zip(self.question.asked, words, strict=True):
            leaves = _leaves(hits[id]["_explanation"]) if id in hits else []
            yield Said(
                asked=explaining.called(concept),
                needed=concept.needed,
                found=tuple(_ways(concept, [term for _field, term, _points in leaves])),
                fields=tuple(_by_field(leaves).items()),
            )

    def _factors(self, id, hits):
        times = {}
        for (reason, _filter, weight), found in zip(self.factors, hits, strict=True):
            if id in found:
                times[reason] = times.get(reason, 1.0) * weight
        return [Factor(reason, weight) for reason, weight in times.items()]


class PieceExplainer(Explainer):
    """Explains names that share pieces with a question, and in words what does not."""

    def __init__(self, sharing, ids):
        super().__init__(sharing.words, sharing.words.question.levels[-1], ids)
        self.pieces = sharing.query

    @property
    def requests(self):
        """Return what to ask: how well they share the pieces, and what the words ask."""
        return [self._request(self.pieces, explain=True), *super().requests]

    def explanations(self, answers):
        """Return the explanations, in the order of the ids."""
        sharing, documents = _by_id(answers[0]), _by_id(answers[1])
        return [
            self._in_pieces(sharing[found.id], documents[found.id])
            if found.id in sharing
            else found
            for found in super().explanations(answers[1:])
        ]

    def _in_pieces(self, hit, document):
        shared = [term for _field, term, _points in _leaves(hit["_explanation"])]
        said = explaining.in_pieces(self.question, shared, hit["_score"])
        return Explanation(hit["_id"], True, (said,), tuple(_boost(document)))


def _boost(document):
    boost = document["fields"]["boost"][0]
    return [Factor(Reason.BOOST, boost)] if boost != 1 else []


def _by_id(answer):
    return {hit["_id"]: hit for hit in answer["hits"]["hits"]}


def _leaves(node, share=1.0):
    """Return field, term and points of every word that counts in what the server explains."""
    leaf = LEAF.match(node["description"])
    if leaf:
        return [(leaf["field"], leaf["term"].strip('"'), node["value"] * share)]
    children = [child for child in node["details"] if child["value"]]
    return [
        found for child in _counted(node, children) for found in _leaves(child[0], share * child[1])
    ]


def _counted(node, children):
    """Return the parts of a sum, or of the best of several, each with how much of it counts."""
    rest = BEST_AND_REST.match(node["description"])
    if not children or not (rest or node["description"].startswith(BEST)):
        return [(child, 1.0) for child in children]
    best = max(children, key=lambda child: child["value"])
    others = (
        [(child, float(rest["share"])) for child in children if child is not best] if rest else []
    )
    return [(best, 1.0), *others]


def _by_field(leaves):
    points = {}
    for field, _term, value in leaves:
        points[field] = points.get(field, 0.0) + value
    return points


def _ways(concept, terms):
    """Yield how the terms that stand in a document are understood."""
    left = list(dict.fromkeys(terms))
    for variant in concept.variants:
        text = " ".join(variant.stems)
        wanted = [text] if variant.in_a_row else list(variant.stems)
        if not variant.alike and set(wanted) <= set(left):
            yield Found(text, explaining.way(concept, variant))
            left = [term for term in left if term not in wanted]
    # What stands in no variant as it is looks like what was asked for.
    yield from (Found(term, Way.ALIKE) for term in left)
