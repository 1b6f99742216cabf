"""Finds the documents of a question and how well each answers it."""

import heapq
from dataclasses import dataclass, field
from math import log

from search import dutch
from search.concepts import Variant
from search.engines import correcting
from search.engines.correcting import SAMPLE
from search.engines.embedded import bitmaps, likeness
from search.question import ENOUGH, Question

# How much a word counts in each column of texts and of heads; see the tables in store.py.
TEXT_WEIGHTS = (3.0, 2.0, 1.5, 2.5, 1.0, 0.2)
HEAD_WEIGHTS = (6.0, 4.0, 2.0, 1.5)
# In a file on the page. How rare a word is, the pages tell: few pages have files.
IN_FILE = 0.4
# Each thing that is asked for and said makes the rest count for more.
EACH_OF_IT = 1.5
# Documents that say all of it come before those that say a part of it.
ALL_OF_IT = 3.0
# The word itself says more than another word about the same subject.
SAID_SO = 5.0
# A name with a word in it that looks like what was asked for.
LIKE_NAME = 4.0
# Words that stand in a row: not so in the columns of parts.
IN_A_ROW = {
    "texts": "{title alternatives keywords summary body}",
    "heads": "{title alternatives keywords}",
    "files": "{attached}",
    "names": "{names}",
}


@dataclass
class Found:
    """The documents that answer a question, before anything is chosen in the facets.

    `question` is the question as it was answered: with other words where nobody says a word.
    """

    matched: int
    relaxed: bool = False
    saying_all: int = 0
    scores: dict = field(default_factory=dict)
    question: Question = field(default_factory=Question)
    doubts: list = field(default_factory=list)


@dataclass
class _Said:
    """The documents that say a concept: as a set, and how well by number."""

    scores: dict
    documents: int = 0

    def __post_init__(self):
        self.documents = bitmaps.of(self.scores)


class Matcher:
    """Answers questions from one index, of which the columns are known."""

    def __init__(self, connection, columns):
        self.connection = connection
        self.columns = columns
        self.index = columns.index

    def find(self, question, visible):
        """Return which visible documents answer a question."""
        said = {concept: self._said(concept) for concept in question.asked}
        unknown = {each for each in question.needed if not said[each].documents & visible}
        among = visible & ~self._any_of(question.excluded)
        for phrase in question.phrases:
            among &= said[phrase].documents
        doubts = _doubts(question, said, visible, among)
        if unknown:
            question = question.forgiving(unknown)
            said |= {each: self._said(each) for each in question.asked if each not in said}
        all_of_it, matched = _with_enough(question, said, among)
        if not matched and question.grams:
            return self._sharing_grams(question, among, doubts)
        return Found(
            matched,
            relaxed=matched != all_of_it,
            # Words that look like what was asked for are other words.
            saying_all=0 if unknown else all_of_it.bit_count(),
            scores=self._summed(question, said),
            question=question,
            doubts=doubts,
        )

    def sample(self, doubt, visible):
        """Return the documents that best say what may be meant by a word."""
        scores = self._said(doubt.meant).scores
        here = bitmaps.of(scores) & visible & ~self._said(doubt.concept).documents
        return heapq.nsmallest(SAMPLE, bitmaps.members(here), key=lambda n: (-scores[n], n))

    def _sharing_grams(self, question, among, doubts):
        """Find documents of which a name shares pieces with the question; nothing else helped."""
        sets = [
            bitmaps.of(n for n, _ in self._rows("grams", "rowid, 0", [Variant((gram,))]))
            for gram in question.grams
        ]
        matched = bitmaps.at_least(question.enough_grams, sets) & among
        shared = {n: sum(found >> n & 1 for found in sets) for n in bitmaps.members(matched)}
        return Found(matched, bool(matched), 0, shared, question, doubts)

    def _summed(self, question, said):
        total, asides, times = {}, {}, {}
        for concept in question.asked:
            sums = total if concept.needed else asides
            for n, score in said[concept].scores.items():
                sums[n] = sums.get(n, 0.0) + score
                if concept.needed:
                    times[n] = times.get(n, 1.0) * EACH_OF_IT
        # Two words that stand beside each other in one page only would outweigh all else.
        total = {n: score + min(asides.get(n, 0.0), score) for n, score in total.items()}
        everything = saying_all(question.needed, said)
        for n in bitmaps.members(everything):
            times[n] = times.get(n, 1.0) * ALL_OF_IT
        for n in self._saying_so(question.literal):
            times[n] = times.get(n, 1.0) * SAID_SO
        for n in self._named(question, everything):
            times[n] = times.get(n, 1.0) * question.named
        return {n: score * times.get(n, 1.0) for n, score in total.items()}

    def _saying_so(self, literal):
        rows = self._rows("texts", "rowid", [literal]) if literal else ()
        return [n for (n,) in rows]

    def _named(self, question, candidates):
        """Return the documents of which the question is the name, maybe with a slip."""
        found = self.columns.named(question.whole)
        if found or not question.unknown:
            return found
        rows = self.columns.rows
        return [
            n
            for n in bitmaps.members(candidates)
            if n in rows and any(dutch.is_alike(question.whole, name) for name in rows[n].names)
        ]

    def _any_of(self, concepts):
        found = 0
        for concept in concepts:
            for table in ("texts", "files"):
                found |= bitmaps.of(n for (n,) in self._rows(table, "rowid", concept.variants))
        return found

    def _said(self, concept):
        """Return which documents say a concept and how well; the best way to say it counts."""
        best = dict(self._like_names(concept))
        spelled = likeness.spelled_out(self.connection, self.index, concept)
        for weight, variants in spelled.by_weight.items():
            for n, score in self._scored(variants).items():
                if weight * score > best.get(n, 0.0):
                    best[n] = weight * score
        return _Said(best)

    def _scored(self, variants):
        heads = dict(self._rows("heads", self._ranked("heads", HEAD_WEIGHTS), variants))
        texts = self._rows("texts", self._ranked("texts", TEXT_WEIGHTS), variants)
        scored = {n: -score - heads.get(n, 0.0) for n, score in texts}
        files = [n for (n,) in self._rows("files", "rowid", variants)]
        rarity = log(1 + len(self.columns.rows) / len(scored.keys() | files)) if files else 0.0
        for n in files:
            scored[n] = scored.get(n, 0.0) + IN_FILE * rarity
        return scored

    def _rows(self, table, columns, variants):
        asked = self._asked(table, variants)
        if not asked:
            return []
        return self.connection.execute(
            f"SELECT {columns} FROM {table}_{self.index} WHERE {table}_{self.index} MATCH ?",
            [asked],
        )

    def _asked(self, table, variants):
        expressions = [self._expression(table, variant) for variant in variants]
        return " OR ".join(f"({expression})" for expression in expressions if expression)

    def _ranked(self, table, weights):
        # bm25 gives a lower number to what answers better.
        arguments = ", ".join([f"{table}_{self.index}", *map(str, weights)])
        return f"rowid, bm25({arguments})"

    def _expression(self, table, variant):
        # Stems hold letters and digits alone, so there is nothing to escape.
        if table == "files":
            return _in_a_file(variant)
        if not variant.in_a_row:
            return " AND ".join(f'"{stem}"' for stem in variant.stems)
        phrase = f'"{" ".join(variant.stems)}"'
        return phrase if len(variant.stems) == 1 else f"{IN_A_ROW[table]} : {phrase}"

    def _like_names(self, concept):
        """Yield the documents of which a name has a word that looks like it, as it is written."""
        for word in likeness.written(self.connection, self.index, concept).variants:
            for n, score in self._rows("names", self._ranked("names", ()), [word]):
                yield n, -score * word.weight * LIKE_NAME


def _in_a_file(variant):
    if variant.alike:
        # A long file has a word that looks like anything.
        return ""
    column = IN_A_ROW["files"]
    if variant.in_a_row:
        return f'{column} : "{" ".join(variant.stems)}"'
    words = [f'"{stem}"' for stem in variant.stems]
    # Some of it in the file; the rest may stand on the page.
    return f"{column} : ({' OR '.join(words)}) AND {' AND '.join(words)}"


def _doubts(question, said, visible, among):
    sets = {each: said[each].documents & visible for each in question.needed}
    most = bitmaps.at_least(question.levels[:2][-1], sets.values()) & among
    counts = {each: found.bit_count() for each, found in sets.items()}
    return correcting.doubts(question, counts, most.bit_count(), visible.bit_count())


def saying_all(needed, said):
    """Return the documents that say everything that is needed."""
    sets = [said[concept].documents for concept in needed]
    return bitmaps.at_least(len(sets), sets) if sets else 0


def _with_enough(question, said, matched):
    """Return the documents with all that is needed, and those with most of it if they are few."""
    sets = [said[concept].documents for concept in question.needed]
    strict = found = bitmaps.at_least(len(sets), sets) & matched
    for level in question.levels[1:]:
        if found.bit_count() >= ENOUGH:
            break
        found = bitmaps.at_least(level, sets) & matched
    return strict, found
