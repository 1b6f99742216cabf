"""Weighs how well documents answer a question: an array with a place for every document."""

import json
from functools import cached_property
from math import log

import numpy

from search.engines.embedded import bitmaps

# How much a word counts in each column of texts and of heads; see the tables in store.py.
TEXT_WEIGHTS = (3.0, 2.0, 1.5, 2.5, 1.0, 0.2)
HEAD_WEIGHTS = (6.0, 4.0, 2.0, 1.5)
# In a file on the page. How rare a word is, the pages tell: few pages have files.
IN_FILE = 0.4
# Each thing that is asked for and said makes the rest count for more.
EACH_OF_IT = 1.5
# Documents that say all of it come before those that say a part of it.
ALL_OF_IT = 2.0
# The word itself says more than another word about the same subject.
SAID_SO = 5.0
# A name with a word in it that looks like what was asked for.
LIKE_NAME = 4.0
# It pays to pick out what is weighed when that is less than one in so many.
PICKED = 2


class Among:
    """The documents that are weighed; of others the points mean nothing."""

    def __init__(self, documents):
        self.count = documents.bit_count()
        self._documents = documents

    @cached_property
    def numbers(self):
        """Return their numbers as SQLite reads them."""
        return json.dumps(bitmaps.members(self._documents).tolist())

    def of(self, count):
        """Return the numbers to pick out of so many documents, or None to weigh all of those."""
        return self.numbers if self.count * PICKED < count else None


class Weigher:
    """Weighs the documents of one index."""

    def __init__(self, texts, likeness, columns):
        self.texts = texts
        self.likeness = likeness
        self.columns = columns

    def question(self, question, said, matched):
        """Return the points of documents for what they say, and how often those count.

        `said` holds which documents say a concept, where that is known.
        """
        total, asides, times = self._none(), self._none(), numpy.ones(self.columns.size)
        among = Among(matched)
        for concept in question.asked:
            count = said[concept].bit_count() if concept in said else self.columns.documents
            points = self.concept(concept, among.of(count))
            if concept.needed:
                total += points
                times[points > 0] *= EACH_OF_IT
            else:
                asides += points
        # Two words that stand beside each other in one page only would outweigh all else.
        total += numpy.minimum(asides, total)
        return total, times

    def concept(self, concept, among=None):
        """Return how well documents say a concept; the best way to say it counts.

        `among` are the numbers of those that are weighed, as JSON; None for all.
        """
        best = self._none()
        for places, points in self._like_names(concept, among):
            best[places] = points
        for weight, variants in self.likeness.spelled_out(concept).by_weight.items():
            points = self.variants(variants, among)
            if points is not None:
                numpy.maximum(best, weight * points, out=best)
        return best

    def variants(self, variants, among=None):
        """Return how well documents say something in one of these ways, or None if none does."""
        places, scores = self.texts.scores("texts", TEXT_WEIGHTS, variants, among)
        files = self.texts.saying("files", variants)
        if not len(places) and not len(files):
            return None
        found = self._none()
        found[places] = scores
        # Who says it in the head of a page says it in the page.
        places, scores = self.texts.scores("heads", HEAD_WEIGHTS, variants, among)
        found[places] += scores
        if len(files):
            found[files] += IN_FILE * self._rarity(variants, files)
        return found

    def _rarity(self, variants, files):
        said = bitmaps.of(self.texts.saying("texts", variants)) | bitmaps.of(files)
        return log(1 + self.columns.documents / said.bit_count())

    def _like_names(self, concept, among):
        """Yield the documents of which a name has a word that looks like it, as it is written."""
        for word in self.likeness.written(concept).variants:
            places, scores = self.texts.scores("names", (), [word], among)
            yield places, scores * word.weight * LIKE_NAME

    def _none(self):
        return numpy.zeros(self.columns.size)
