"""What is needed of every document for every question, in memory: who may see it, its facets.

A process keeps one of these and brings it up to date with the rows that changed since. It holds
numbers and sets, not documents: those of a hundred thousand are read in half a second.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field

import numpy

from search.engines.embedded import bitmaps
from search.facets import Type

# Between a facet and its value, and between those of one document: no value holds these.
UNIT, RECORD = "\x1f", "\x1e"
# What a question may sort by: an array each, with a place for every document.
SORTED = {
    "id": object,
    "boost": float,
    "published": numpy.int64,  # days since long ago; 0 when not known
    "evidence_rank": numpy.int64,
    "latitude": float,
    "longitude": float,
    "name_length": numpy.int64,
    "is_figure": bool,
}
READ_FIRST = ("n", "visibility", "facets")
READ = f"SELECT {', '.join([*READ_FIRST, *SORTED])} FROM docs_{{index}} WHERE change > ?"


@dataclass(frozen=True)
class Columns:
    """The documents of one index as they were after a change: never altered, only succeeded."""

    index: int
    change: int = 0
    visible: dict = field(default_factory=dict)
    facets: dict = field(default_factory=dict)
    sorted: dict = field(default_factory=lambda: {name: _array(SORTED[name]) for name in SORTED})

    def __getitem__(self, name):
        """Return what documents are sorted by, by their numbers."""
        return self.sorted[name]

    @property
    def size(self):
        """Return how many places an array needs to have one for every document."""
        return len(self.sorted["id"])

    @property
    def documents(self):
        """Return how many documents there are."""
        return sum(found.bit_count() for found in self.visible.values())

    def within(self, scope, connection):
        """Return the set of documents that a scope holds."""
        found = 0
        for token in scope.tokens:
            found |= self.visible.get(token, 0)
        return found & ~bitmaps.of(numbers(connection, self.index, scope.without))

    def having(self, facet, values):
        """Return the set of documents with any of these values of a facet."""
        known, found = self.facets.get(facet, {}), 0
        for value in values:
            found |= known.get(value, 0)
        return found


def numbers(connection, index, ids):
    """Return the numbers of documents, in this order; those of which there are none left out."""
    ids = list(ids)
    asked = f"SELECT id, n FROM docs_{index} WHERE id IN (SELECT value FROM json_each(?))"
    found = dict(connection.execute(asked, [json.dumps(ids)])) if ids else {}
    return [found[id] for id in ids if id in found]


def up_to_date(columns, connection, index):
    """Return the columns as the index is now."""
    if columns is None or columns.index != index:
        columns = Columns(index)
    (change,) = connection.execute(f"SELECT max(change) FROM docs_{index}").fetchone()
    if change is None or change <= columns.change:
        return columns
    changed = connection.execute(READ.format(index=index), [columns.change]).fetchall()
    return _succeeded(columns, change, changed)


def packed(document):
    """Return what is kept of a document for these, by the columns of its table."""
    latitude, longitude = document.location or (None, None)
    return {
        "is_figure": document.type == Type.FIGURE,
        "facets": RECORD.join(
            f"{facet}{UNIT}{value}" for facet, values in document.facets.items() for value in values
        ),
        "published": document.published.toordinal() if document.published else 0,
        "evidence_rank": document.evidence_rank,
        "boost": document.boost,
        "latitude": latitude,
        "longitude": longitude,
    }


def _array(kind, size=0):
    return numpy.full(size, numpy.nan if kind is float else 0, dtype=kind)


def _succeeded(columns, change, changed):
    changed_numbers = [row[0] for row in changed]
    gone = bitmaps.of(changed_numbers)
    here = [row for row in changed if row[1] is not None]
    size = max(columns.size, max(changed_numbers) + 1)
    visible, facets = _sets(columns, gone, here)
    return Columns(columns.index, change, visible, facets, _sorted(columns, size, here))


def _sorted(columns, size, rows):
    found = {name: _array(kind, size) for name, kind in SORTED.items()}
    places = [row[0] for row in rows]
    for place, (name, array) in enumerate(found.items(), len(READ_FIRST)):
        array[: columns.size] = columns.sorted[name]
        array[places] = numpy.array([row[place] for row in rows], dtype=array.dtype)
    return found


def _sets(columns, gone, rows):
    """Return the sets of visible documents and of facets, without these and with those."""
    seen, having = defaultdict(list), defaultdict(list)
    for n, visibility, facets, *_sorted_by in rows:
        seen[visibility].append(n)
        for pair in facets.split(RECORD) if facets else ():
            having[pair].append(n)
    by_facet = defaultdict(dict)
    for pair, found in having.items():
        facet, _unit, value = pair.partition(UNIT)
        by_facet[facet][value] = found
    names = columns.facets.keys() | by_facet.keys()
    return _renewed(columns.visible, gone, seen), {
        name: _renewed(columns.facets.get(name, {}), gone, by_facet[name]) for name in names
    }


def _renewed(sets, gone, come):
    left = {value: found & ~gone if found & gone else found for value, found in sets.items()}
    for value, found in come.items():
        left[value] = left.get(value, 0) | bitmaps.of(found)
    return left
