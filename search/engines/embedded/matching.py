"""Finds the documents of a question and how well each answers it."""

from dataclasses import dataclass, field

from search import question as questions
from search.engines.embedded import bitmaps

# How much a word counts in each column of texts and of heads; see the tables in store.py.
TEXT_WEIGHTS = (2.0, 2.0, 1.5, 1.5, 1.0, 0.2)
HEAD_WEIGHTS = (4.0, 3.0, 1.5, 0.4)
HEADS = 1.0
# A document that has all that is asked for goes before those with a part of it.
ALL_OF_IT = 1.5
# Words that stand in a row: not so in the columns of parts.
IN_A_ROW = {
    "texts": "{title alternatives keywords summary body}",
    "heads": "{title alternatives keywords}",
}


@dataclass
class Found:
    """The documents that answer a question, before anything is chosen in the facets."""

    matched: int
    relaxed: bool = False
    scores: dict = field(default_factory=dict)


class Matcher:
    """Answers questions from one index."""

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index

    def find(self, question, visible):
        """Return which visible documents answer a question."""
        matched = visible & ~self._any_of(question.excluded)
        if not question.concepts:
            return Found(matched)
        scores = {concept: self._scores(concept) for concept in question.concepts}
        sets = [bitmaps.of(scores[concept]) for concept in question.needed]
        strict = bitmaps.at_least(len(sets), sets) & matched
        few = len(sets) > 1 and strict.bit_count() < questions.ENOUGH
        matched = bitmaps.at_least(question.enough, sets) & matched if few else strict
        return Found(matched, matched != strict, _summed(scores.values(), strict))

    def _any_of(self, concepts):
        found = 0
        for concept in concepts:
            found |= bitmaps.of(n for (n,) in self._rows("texts", "rowid", concept.variants))
        return found

    def _scores(self, concept):
        """Return how well documents say a concept, by number; the best way to say it counts."""
        best = {}
        for weight, variants in concept.by_weight.items():
            heads = dict(self._rows("heads", self._ranked("heads", HEAD_WEIGHTS), variants))
            for n, score in self._rows("texts", self._ranked("texts", TEXT_WEIGHTS), variants):
                total = -weight * (score + HEADS * heads.get(n, 0.0))
                if total > best.get(n, 0.0):
                    best[n] = total
        return best

    def _rows(self, table, columns, variants):
        return self.connection.execute(
            f"SELECT {columns} FROM {table}_{self.index} WHERE {table}_{self.index} MATCH ?",
            [" OR ".join(f"({_expression(table, variant)})" for variant in variants)],
        )

    def _ranked(self, table, weights):
        # bm25 gives a lower number to what answers better.
        return f"rowid, bm25({table}_{self.index}, {', '.join(map(str, weights))})"


def _expression(table, variant):
    # Stems hold letters and digits alone, so there is nothing to escape.
    if not variant.in_a_row:
        return " AND ".join(f'"{stem}"' for stem in variant.stems)
    phrase = f'"{" ".join(variant.stems)}"'
    return phrase if len(variant.stems) == 1 else f"{IN_A_ROW[table]} : {phrase}"


def _summed(scores, strict):
    total = {}
    for found in scores:
        for n, score in found.items():
            total[n] = total.get(n, 0.0) + score
    for n in bitmaps.members(strict):
        total[n] = total.get(n, 0.0) * ALL_OF_IT
    return total
