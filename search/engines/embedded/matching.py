"""Finds the documents of a question and how well each answers it."""

from dataclasses import dataclass, field

import numpy

from search.concepts import Variant
from search.engines import correcting
from search.engines.correcting import SAMPLE
from search.engines.embedded import bitmaps
from search.engines.embedded.asking import Texts
from search.engines.embedded.likeness import Likeness
from search.engines.embedded.weighing import ALL_OF_IT, SAID_SO, Among, Weigher
from search.question import ENOUGH, Question


@dataclass
class Found:
    """The documents that answer a question, before anything is chosen in the facets.

    `question` is the question as it was answered: with other words where nobody says a word.
    `scores` has a place for every document; there are none when nothing is asked for in words.
    """

    matched: int
    relaxed: bool = False
    saying_all: int = 0
    scores: numpy.ndarray | None = None
    question: Question = field(default_factory=Question)
    doubts: list = field(default_factory=list)


class Matcher:
    """Answers questions from one index, of which the columns are known.

    First it finds which documents answer, then it weighs those alone: to weigh one takes SQLite
    ten times as long as to find it.
    """

    def __init__(self, connection, columns):
        self.connection = connection
        self.columns = columns
        self.index = columns.index
        self.texts = Texts(connection, columns.index)
        self.likeness = Likeness(connection, columns.index)
        self.weigher = Weigher(self.texts, self.likeness, columns)

    def find(self, question, visible, chosen=-1):
        """Return which visible documents answer a question; only those of the chosen get scores."""
        said = self._said_each(question)
        unknown = {each for each in question.needed if not said[each] & visible}
        among = visible
        for each in question.excluded:
            among &= ~self.saying(each)
        for phrase in question.phrases:
            among &= said[phrase]
        doubts = _doubts(question, said, visible, among)
        if unknown:
            question = question.forgiving(unknown)
            said |= self._said_each(question, said)
        all_of_it, matched = _with_enough(question, said, among)
        if not matched and question.grams:
            return self._sharing_grams(question, among, doubts)
        return Found(
            matched,
            relaxed=matched != all_of_it,
            # Words that look like what was asked for are other words.
            saying_all=0 if unknown else all_of_it.bit_count(),
            scores=self._scores(question, said, matched & chosen) if question.asked else None,
            question=question,
            doubts=doubts,
        )

    def saying(self, concept):
        """Return the set of documents that say a concept in any way."""
        variants = self.likeness.spelled_out(concept).variants
        found = bitmaps.of(self.texts.saying("texts", variants))
        found |= bitmaps.of(self.texts.saying("files", variants))
        return found | bitmaps.of(
            self.texts.saying("names", self.likeness.written(concept).variants)
        )

    def sample(self, doubt, visible):
        """Return the documents that best say what may be meant by a word."""
        meant = self.saying(doubt.meant)
        here = meant & visible & ~self.saying(doubt.concept)
        numbers = bitmaps.members(here)
        points = self.weigher.concept(doubt.meant, Among(here).of(meant.bit_count()))[numbers]
        return numbers[numpy.argsort(-points, kind="stable")][:SAMPLE].tolist()

    def _said_each(self, question, known=()):
        """Return which documents say each thing that decides whether one is an answer."""
        deciding = [*question.needed, *question.phrases]
        return {each: self.saying(each) for each in deciding if each not in known}

    def _sharing_grams(self, question, among, doubts):
        """Find documents of which a name shares pieces with the question; nothing else helped."""
        found = [self.texts.saying("grams", [Variant((gram,))]) for gram in question.grams]
        sets = [bitmaps.of(numbers) for numbers in found]
        matched = bitmaps.at_least(question.enough_grams, sets) & among
        shared = numpy.zeros(self.columns.size)
        for numbers in found:
            shared[numbers] += 1
        return Found(matched, bool(matched), 0, shared, question, doubts)

    def _scores(self, question, said, matched):
        total, times = self.weigher.question(question, said, matched)
        everything = saying_all(question.needed, said)
        times[bitmaps.members(everything)] *= ALL_OF_IT
        times[self._saying_so(question.literal)] *= SAID_SO
        times[self._named(question, everything)] *= question.named
        return total * times

    def _saying_so(self, literal):
        return self.texts.saying("texts", [literal] if literal else [])

    def _named(self, question, candidates):
        """Return the numbers of documents of which the question is the name, maybe with a slip."""
        rows = self.connection.execute(
            f"SELECT n FROM named_{self.index} WHERE name = ?", [question.whole]
        )
        found = [n for (n,) in rows]
        if not found and question.unknown:
            found = [n for n in set(self.likeness.named(question.whole)) if candidates >> n & 1]
        return numpy.array(found, dtype=numpy.int64)


def _doubts(question, said, visible, among):
    sets = {each: said[each] & visible for each in question.needed}
    most = bitmaps.at_least(question.levels[:2][-1], sets.values()) & among
    counts = {each: found.bit_count() for each, found in sets.items()}
    return correcting.doubts(question, counts, most.bit_count(), visible.bit_count())


def saying_all(needed, said):
    """Return the documents that say everything that is needed."""
    sets = [said[concept] for concept in needed]
    return bitmaps.at_least(len(sets), sets) if sets else 0


def _with_enough(question, said, matched):
    """Return the documents with all that is needed, and those with most of it if they are few."""
    sets = [said[concept] for concept in question.needed]
    strict = found = bitmaps.at_least(len(sets), sets) & matched
    for level in question.levels[1:]:
        if found.bit_count() >= ENOUGH:
            break
        found = bitmaps.at_least(level, sets) & matched
    return strict, found
