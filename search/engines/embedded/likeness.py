"""Finds the words of the index that look like one that nobody says."""

from dataclasses import replace

from search import dutch

BEGINNING_ALIKE = (
    "WHERE {column} >= ? AND {column} < ? AND length({column}) BETWEEN ? AND ? ORDER BY {column}"
)


class Likeness:
    """The words and names of one index, to find those that look like others in.

    What was worked out for a concept is kept, for a question needs it more than once.
    """

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index
        self._known = {}

    def spelled_out(self, concept):
        """Return a concept with each stem that looks like it, for more the nearer it is."""
        said = [variant for variant in concept.variants if not variant.alike]
        return self._kept("stems", concept, lambda: [*said, *self._each("stems", "stem", concept)])

    def written(self, concept):
        """Return a concept with each word of a name that looks like it, as it is written."""
        return self._kept("words", concept, lambda: self._each("words", "term", concept, 1))

    def named(self, name):
        """Return the numbers of the documents with a name that looks like this one."""
        if not name:
            return []
        rows = self._beginning_alike("named", "name", "name, n", name, dutch.allowed(name))
        return [n for other, n in rows if dutch.is_alike(name, other)]

    def _kept(self, kind, concept, find):
        key = kind, concept
        if key not in self._known:
            self._known[key] = replace(concept, variants=tuple(find()))
        return self._known[key]

    def _each(self, table, column, concept, forms=None):
        return [
            replace(variant, stems=(term,), weight=variant.weight * near)
            for variant in concept.variants
            if variant.alike
            for term, near in self._alike(table, column, variant.stems[:forms]).items()
        ]

    def _alike(self, table, column, forms):
        """Return the terms that look like one of these forms, and how near each is."""
        found = {}
        for form in forms:
            rows = self._beginning_alike(table, column, column, form, dutch.slips(form))
            terms = (term for (term,) in rows)
            for term, off in dutch.alike(form, terms):
                found[term] = max(found.get(term, 0.0), 1 - off / len(form))
        return found

    def _beginning_alike(self, table, column, columns, form, slips):
        return self.connection.execute(
            f"SELECT {columns} FROM {table}_{self.index} {BEGINNING_ALIKE.format(column=column)}",
            [form[0], chr(ord(form[0]) + 1), len(form) - slips, len(form) + slips],
        )
