"""What is needed of every document for every question, in memory: who may see it, its facets.

A process keeps one of these and brings it up to date with the rows that changed since.
"""

import json
from dataclasses import dataclass, field

from search.engines.embedded import bitmaps


@dataclass(frozen=True, slots=True)
class Row:
    """A document as the columns know it."""

    id: str
    type: str
    visibility: str
    facets: tuple
    published: int  # days since long ago; 0 when not known
    evidence_rank: int
    boost: float
    names: tuple
    location: tuple | None


@dataclass(frozen=True)
class Columns:
    """The documents of one index as they were after a change: never altered, only succeeded."""

    index: int
    change: int = 0
    rows: dict = field(default_factory=dict)
    by_id: dict = field(default_factory=dict)
    visible: dict = field(default_factory=dict)
    facets: dict = field(default_factory=dict)
    names: dict = field(default_factory=dict)

    def within(self, scope):
        """Return the set of documents that a scope holds."""
        found = 0
        for token in scope.tokens:
            found |= self.visible.get(token, 0)
        return found & ~self._with_ids(scope.without)

    def _with_ids(self, ids):
        return bitmaps.of(self.by_id[id] for id in ids if id in self.by_id)

    def named(self, name):
        """Return the numbers of the documents with this name."""
        return self.names.get(name, ())

    def having(self, facet, values):
        """Return the set of documents with any of these values of a facet."""
        known, found = self.facets.get(facet, {}), 0
        for value in values:
            found |= known.get(value, 0)
        return found


def up_to_date(columns, connection, index):
    """Return the columns as the index is now."""
    if columns is None or columns.index != index:
        columns = Columns(index)
    (change,) = connection.execute(f"SELECT max(change) FROM docs_{index}").fetchone()
    if change is None or change <= columns.change:
        return columns
    changed = connection.execute(
        f"SELECT n, id, visibility, columns FROM docs_{index} WHERE change > ?", [columns.change]
    )
    return _succeeded(columns, change, {n: _row(*row) for n, *row in changed})


def packed(document, names):
    """Return a document as text for the column of the same name."""
    facets = [(facet, list(values)) for facet, values in document.facets.items()]
    published = document.published.toordinal() if document.published else 0
    rank, boost = document.evidence_rank, document.boost
    return json.dumps([document.type, facets, published, rank, boost, names, document.location])


def _row(id, visibility, text):
    if visibility is None:
        return None
    type, facets, published, evidence_rank, boost, names, location = json.loads(text)
    pairs = tuple((facet, value) for facet, values in facets for value in values)
    where = tuple(location) if location else None
    return Row(id, type, visibility, pairs, published, evidence_rank, boost, tuple(names), where)


def _succeeded(columns, change, changed):
    rows = dict(columns.rows)
    by_id = dict(columns.by_id)
    names = dict(columns.names)
    sets = _Sets(columns)
    for n, row in changed.items():
        old = rows.pop(n, None)
        if old:
            sets.note(sets.gone, n, old)
            del by_id[old.id]
            for name in old.names:
                names[name] = names[name] - {n}
        if row:
            rows[n] = row
            by_id[row.id] = n
            sets.note(sets.come, n, row)
            for name in row.names:
                names[name] = names.get(name, frozenset()) | {n}
    visible, facets = sets.applied()
    return Columns(columns.index, change, rows, by_id, visible, facets, names)


class _Sets:
    """Gathers what changes in the sets, so that each is written once."""

    def __init__(self, columns):
        self.columns = columns
        self.gone, self.come = {}, {}

    def note(self, where, n, row):
        for key in ((None, row.visibility), *row.facets):
            where.setdefault(key, []).append(n)

    def applied(self):
        visible = dict(self.columns.visible)
        facets = {facet: dict(values) for facet, values in self.columns.facets.items()}
        for key in self.gone.keys() | self.come.keys():
            facet, value = key
            sets = visible if facet is None else facets.setdefault(facet, {})
            kept = sets.get(value, 0) & ~bitmaps.of(self.gone.get(key, ()))
            sets[value] = kept | bitmaps.of(self.come.get(key, ()))
        return visible, facets
