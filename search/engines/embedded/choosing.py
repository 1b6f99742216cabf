"""Counts the facets of what was found, and puts a page of it in order."""

import heapq
from dataclasses import dataclass
from math import inf, isnan

import numpy

from search.engines.embedded import bitmaps
from search.facets import FACETS
from search.nearness import kilometres
from search.query import Sort
from search.results import Bucket

PLACE = ("latitude", "longitude")
KEYS = {
    Sort.RELEVANCE: ("points", "published"),
    Sort.DATE: ("published", "points"),
    Sort.EVIDENCE: ("evidence", "points", "published"),
    Sort.NEARNESS: ("distance", "said", "published"),
}


def chosen(columns, query):
    """Return the set of documents that each chosen facet leaves."""
    sets = {name: columns.having(name, values) for name, values in query.filters.items()}
    if query.apart:
        sets["type"] = ~columns.having("type", query.apart)
    if query.alike:
        # Not a choice in the facet of areas: that one counts as if nothing were chosen in it.
        sets["alike"] = columns.having("area", query.alike)
    return sets


def all_of(matched, sets):
    """Return what is in every one of these sets."""
    for found in sets:
        matched &= found
    return matched


def counts(columns, matched, sets):
    """Count every facet as if nothing were chosen in it."""
    return {facet.name: _buckets(columns, facet.name, matched, sets) for facet in FACETS}


def without(matched, sets, names):
    """Count what is found with nothing chosen in a facet, for each of these facets."""
    return {name: _others(name, matched, sets).bit_count() for name in names}


def page(columns, query, matched, scores):
    """Return the numbers of the documents of a page, in the order asked for."""
    found = _Found(columns, bitmaps.members(matched), scores, query.origin)
    last = query.offset + query.size
    return first(columns, last, found.numbers, found.keys(query.sort))[query.offset :]


def best(columns, matched, scores, limit):
    """Return the numbers of the most relevant documents."""
    found = _Found(columns, bitmaps.members(matched), scores)
    return first(columns, limit, found.numbers, found.keys(Sort.RELEVANCE))


def points(columns, scores, numbers):
    """Return for how much documents count: their scores, and what they are worth themselves."""
    return (1.0 if scores is None else scores[numbers]) * columns["boost"][numbers]


def first(columns, count, numbers, keys):
    """Return the numbers of so many documents with the lowest keys, in order; then by their ids."""
    kept = _candidates(count, numpy.arange(len(numbers)), keys)
    ids = columns["id"]

    def order(place):
        return (*(key[place] for key in keys), ids[numbers[place]])

    return numbers[heapq.nsmallest(count, kept.tolist(), key=order)].tolist()


def _candidates(count, places, keys):
    """Return the places of what may be among so many with the lowest keys, in no order."""
    if len(places) <= count or not keys:
        return places
    key = keys[0][places]
    last = numpy.partition(key, count - 1)[count - 1]
    sure = places[key < last]
    tied = _candidates(count - len(sure), places[key == last], keys[1:])
    return numpy.concatenate([sure, tied])


def _buckets(columns, name, matched, sets):
    here = _others(name, matched, sets)
    counted = (
        Bucket(value, (here & found).bit_count())
        for value, found in columns.facets.get(name, {}).items()
    )
    found = [bucket for bucket in counted if bucket.count]
    return tuple(sorted(found, key=lambda bucket: (-bucket.count, bucket.value)))


def _others(name, matched, sets):
    return all_of(matched, [found for other, found in sets.items() if other != name])


@dataclass
class _Found:
    """What documents are put in order by: arrays beside their numbers, what comes first lowest."""

    columns: object
    numbers: numpy.ndarray
    scores: numpy.ndarray | None
    origin: tuple | None = None

    def keys(self, sort):
        """Return by what documents are sorted, what counts most first."""
        return [getattr(self, name)() for name in KEYS[sort]]

    def points(self):
        return -points(self.columns, self.scores, self.numbers)

    def said(self):
        # Without words nothing is more relevant than what lies as near.
        return numpy.zeros(len(self.numbers)) if self.scores is None else self.points()

    def published(self):
        return -self.columns["published"][self.numbers]

    def evidence(self):
        return -self.columns["evidence_rank"][self.numbers]

    def distance(self):
        places = list(
            zip(*(self.columns[name][self.numbers].tolist() for name in PLACE), strict=True)
        )
        # Many documents lie in one place; what has none comes last.
        known = {place for place in places if not isnan(place[0])}
        measured = {place: kilometres(self.origin, place) for place in known}
        return numpy.array([measured.get(place, inf) for place in places])
