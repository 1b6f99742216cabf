"""Explains a score of the embedded engine from the numbers it is made of."""

import json

from search import explaining
from search.concepts import Variant
from search.engines.embedded import asking, matching, weighing
from search.engines.embedded.writing import HEAD_COLUMNS, TEXT_COLUMNS
from search.explaining import Explanation, Factor, Reason, Said

TABLES = {
    "texts": dict(zip(TEXT_COLUMNS, weighing.TEXT_WEIGHTS, strict=True)),
    "heads": dict(zip(HEAD_COLUMNS, weighing.HEAD_WEIGHTS, strict=True)),
}
# What is left of a sum of floating point numbers that is zero.
NOTHING = 1e-9


class Explainer(matching.Matcher):
    """Answers a question as the matcher does, and keeps what each word gave."""

    by_pieces = False

    def explain(self, question, visible, numbers):
        """Return why each of these documents has its score."""
        found = self.find(question, visible)
        said = {concept: self.saying(concept) for concept in found.question.asked}
        return [
            self._in_pieces(n, found)
            if self.by_pieces and found.matched >> n & 1
            else self._explained(n, found, said)
            for n in numbers
        ]

    def _sharing_grams(self, question, among, doubts):
        self.by_pieces = True
        return super()._sharing_grams(question, among, doubts)

    def _in_pieces(self, n, found):
        shared = [
            gram
            for gram in found.question.grams
            if self._of_one(n, "grams", ["1"], [Variant((gram,))])
        ]
        said = explaining.in_pieces(found.question, shared, float(found.scores[n]))
        return Explanation(self.columns["id"][n], True, (said,), tuple(self._boost(n)))

    def _explained(self, n, found, said):
        told = [self._told(concept, n, said[concept]) for concept in found.question.asked]
        return Explanation(
            id=self.columns["id"][n],
            matches=bool(found.matched >> n & 1),
            said=tuple(_held_back(told)),
            factors=tuple(self._factors(n, found.question, said)),
        )

    def _told(self, concept, n, said):
        asked = {"asked": explaining.called(concept), "needed": concept.needed}
        if not said >> n & 1:
            return Said(**asked)
        variants, fields = self._best(concept, n)
        ways = [(" ".join(each.stems), explaining.way(concept, each)) for each in variants]
        ways = tuple(explaining.Found(*way) for way in dict.fromkeys(ways))
        return Said(**asked, found=ways, fields=tuple(fields.items()))

    def _best(self, concept, n):
        """Return the variants that count, and the points they give in each field."""
        names = [
            ([word], {"names": -score * word.weight * weighing.LIKE_NAME})
            for word in self.likeness.written(concept).variants
            for score in self._of_one(n, "names", ["bm25(names_{index})"], [word])
        ]
        spelled = self.likeness.spelled_out(concept)
        texts = [
            (self._saying(variants, n), self._fields(variants, weight, n))
            for weight, variants in spelled.by_weight.items()
        ]
        return max([*texts, *names], key=lambda candidate: sum(candidate[1].values()))

    def _saying(self, variants, n):
        tables = ("texts", "files")
        return [
            each
            for each in variants
            if any(self._of_one(n, table, ["1"], [each]) for table in tables)
        ]

    def _fields(self, variants, weight, n):
        points = {}
        for table, weights in TABLES.items():
            for name, score in self._parted(table, weights, variants, n).items():
                points[name] = points.get(name, 0.0) + score * weight
        left = self._points(variants, n) * weight - sum(points.values())
        return points | ({"attached": left} if left > NOTHING else {})

    def _points(self, variants, n):
        points = self.weigher.variants(variants, json.dumps([n]))
        return 0.0 if points is None else float(points[n])

    def _parted(self, table, weights, variants, n):
        """Return the score in a table by column, in the proportion each would have alone."""
        alone = [[w if other == name else 0.0 for other, w in weights.items()] for name in weights]
        ranks = [_rank(table, each) for each in (weights.values(), *alone)]
        whole, *parts = self._of_one(n, table, ranks, variants) or [0.0]
        total = sum(parts)
        return {
            name: -whole * part / total
            for name, part in zip(weights, parts, strict=False)
            if part / (total or 1.0) > NOTHING
        }

    def _of_one(self, n, table, columns, variants):
        asked = asking.expression(table, variants)
        if not asked:
            return []
        wanted = ", ".join(columns).format(index=self.index)
        row = self.connection.execute(
            f"SELECT {wanted} FROM {table}_{self.index} "
            f"WHERE {table}_{self.index} MATCH ? AND rowid = ?",
            [asked, n],
        ).fetchone()
        return list(row or ())

    def _factors(self, n, question, said):
        times = sum(said[concept] >> n & 1 for concept in question.asked if concept.needed)
        everything = matching.saying_all(question.needed, said)
        reasons = {
            Reason.EACH: (times, weighing.EACH_OF_IT**times),
            Reason.ALL: (everything >> n & 1, weighing.ALL_OF_IT),
            Reason.SAID_SO: (n in self._saying_so(question.literal), weighing.SAID_SO),
            Reason.NAMED: (n in self._named(question, everything), question.named),
        }
        held = [Factor(reason, times) for reason, (holds, times) in reasons.items() if holds]
        return [*held, *self._boost(n)]

    def _boost(self, n):
        boost = float(self.columns["boost"][n])
        return [Factor(Reason.BOOST, boost)] if boost != 1 else []


def _rank(table, weights):
    return f"bm25({table}_{{index}}, {', '.join(map(str, weights))})"


def _held_back(told):
    """Yield what is said; what nobody needs counts for no more than the rest together."""
    rest = sum(said.points for said in told if said.needed)
    asides = sum(said.points for said in told if not said.needed)
    share = min(1.0, rest / asides) if asides else 1.0
    for said in told:
        fields = said.fields if said.needed else tuple((name, p * share) for name, p in said.fields)
        yield Said(said.asked, said.needed, said.found, fields)
