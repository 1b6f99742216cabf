"""Counts the facets of what was found, and puts a page of it in order."""

import heapq
from math import inf

from search.facets import FACETS
from search.nearness import kilometres
from search.query import Sort
from search.results import Bucket


def chosen(columns, query):
    """Return the set of documents that each chosen facet leaves."""
    sets = {name: columns.having(name, values) for name, values in query.filters.items()}
    # Not a choice in the facet of areas: that one counts as if nothing were chosen in it.
    return sets | {"alike": columns.having("area", query.alike)} if query.alike else sets


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
    last = query.offset + query.size
    if query.sort is Sort.NEARNESS:
        order = _by_nearness(columns.rows, scores, query.origin)
    else:
        order = _ORDERS[query.sort](columns.rows, scores)
    return heapq.nsmallest(last, matched, key=order)[query.offset :]


def best(columns, matched, scores, limit):
    """Return the numbers of the most relevant documents."""
    return heapq.nsmallest(limit, matched, key=_by_relevance(columns.rows, scores))


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


def _by_relevance(rows, scores):
    def order(n):
        row = rows[n]
        return (-scores.get(n, 1.0) * row.boost, -row.published, row.id)

    return order


def _by_date(rows, scores):
    def order(n):
        row = rows[n]
        return (-row.published, -scores.get(n, 1.0) * row.boost, row.id)

    return order


def _by_evidence(rows, scores):
    def order(n):
        row = rows[n]
        return (-row.evidence_rank, -scores.get(n, 1.0) * row.boost, -row.published, row.id)

    return order


def _by_nearness(rows, scores, origin):
    # Many documents lie in one place.
    measured = {None: inf}

    def order(n):
        row = rows[n]
        if row.location not in measured:
            measured[row.location] = kilometres(origin, row.location)
        distance = measured[row.location]
        return (distance, -scores.get(n, 0.0) * row.boost, -row.published, row.id)

    return order


_ORDERS = {Sort.RELEVANCE: _by_relevance, Sort.DATE: _by_date, Sort.EVIDENCE: _by_evidence}
