"""Asks the tables with full text which documents say something, and how well."""

import numpy

# Words that stand in a row: not so in the columns of parts.
IN_A_ROW = {
    "texts": "{title alternatives keywords summary body}",
    "heads": "{title alternatives keywords}",
    "files": "{attached}",
    "names": "{title others}",
}
SCORED = [("n", numpy.int64), ("score", float)]


class Texts:
    """The tables of one index with the words of documents."""

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index

    def saying(self, table, variants):
        """Return the numbers of the documents that say something in one of these ways."""
        asked = expression(table, variants)
        return self.matching(table, asked) if asked else numpy.array([], dtype=numpy.int64)

    def matching(self, table, asked):
        """Return the numbers of the documents that an expression of SQLite finds."""
        # As one text, for making a row of each number takes four times as long.
        (found,) = self.connection.execute(
            f"SELECT group_concat(rowid) {self._where(table)}", [asked]
        ).fetchone()
        return numpy.fromstring(found or "", dtype=numpy.int64, sep=",")

    def scores(self, table, weights, variants, among=None):
        """Return the numbers of the documents that say something, and how well each does.

        `among` are the numbers of the documents that count, as JSON; None for all.
        """
        rank = ", ".join([f"{table}_{self.index}", *map(str, weights)])
        rows = self.rows(table, f"rowid, -bm25({rank})", variants, among)
        found = numpy.fromiter(rows, dtype=SCORED)
        return found["n"], found["score"]

    def rows(self, table, columns, variants, among=None):
        """Return columns of the documents that say something in one of these ways."""
        asked = expression(table, variants)
        if not asked:
            return []
        where, values = self._where(table), [asked]
        if among is not None:
            # With the plus, for without it SQLite asks once for each of these numbers.
            where += " AND +rowid IN (SELECT value FROM json_each(?))"
            values.append(among)
        return self.connection.execute(f"SELECT {columns} {where}", values)

    def _where(self, table):
        return f"FROM {table}_{self.index} WHERE {table}_{self.index} MATCH ?"


def expression(table, variants):
    """Return these ways to say something as SQLite is asked for them in a table."""
    expressions = [_expression(table, variant) for variant in variants]
    return " OR ".join(f"({expression})" for expression in expressions if expression)


def _expression(table, variant):
    # Stems hold letters and digits alone, so there is nothing to escape.
    if table == "files":
        return _in_a_file(variant)
    if not variant.in_a_row:
        return " AND ".join(f'"{stem}"' for stem in variant.stems)
    phrase = f'"{" ".join(variant.stems)}"'
    return phrase if len(variant.stems) == 1 else f"{IN_A_ROW[table]} : {phrase}"


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
