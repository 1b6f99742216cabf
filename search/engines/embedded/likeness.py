"""Finds the words of the index that look like one that nobody says."""

from search import dutch
from search.engines import likeness
from search.engines.likeness import STEMS, WORDS, nearness

COLUMN = {STEMS: "stem", WORDS: "term"}
BEGINNING_ALIKE = (
    "WHERE {column} >= ? AND {column} < ? AND length({column}) BETWEEN ? AND ? ORDER BY {column}"
)


class Likeness(likeness.Likeness):
    """The words and names of one index, to find those that look like others in.

    What was looked up is kept, for a question needs it more than once.
    """

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index
        self._known = {}

    def near(self, kind, form):
        """Return the stems or words of the index that look like one, with how near each is."""
        if (kind, form) not in self._known:
            column = COLUMN[kind]
            rows = self._beginning_alike(kind, column, column, form, dutch.slips(form))
            self._known[kind, form] = nearness(form, (term for (term,) in rows))
        return self._known[kind, form]

    def named(self, name):
        """Return the numbers of the documents with a name that looks like this one."""
        if not name:
            return []
        rows = self._beginning_alike("named", "name", "name, n", name, dutch.allowed(name))
        return [n for other, n in rows if dutch.is_alike(name, other)]

    def _beginning_alike(self, table, column, columns, form, slips):
        return self.connection.execute(
            f"SELECT {columns} FROM {table}_{self.index} {BEGINNING_ALIKE.format(column=column)}",
            [form[0], chr(ord(form[0]) + 1), len(form) - slips, len(form) + slips],
        )
