"""Writes documents into the tables of an index."""

import json

from search.engines import attached, shown
from search.engines.embedded import columns
from search.engines.fields import GAP, fields

TEXT_COLUMNS = ("title", "alternatives", "keywords", "summary", "body", "parts")
HEAD_COLUMNS = ("title", "alternatives", "keywords", "title_parts")
SEARCHED = {"texts": TEXT_COLUMNS, "heads": HEAD_COLUMNS}
COLUMNS = {
    "texts": TEXT_COLUMNS,
    "heads": (*HEAD_COLUMNS[:-1], "parts"),
    "files": ("attached", "others", "kept"),
    "names": ("names",),
    "grams": ("grams",),
}


class Writer:
    """Writes into one index, inside one transaction."""

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index
        (last,) = connection.execute(f"SELECT max(change) FROM docs_{index}").fetchone()
        self.change = (last or 0) + 1

    def put_all(self, documents):
        """Store documents and return how many, with the reason of each that cannot be stored."""
        count, refused = 0, {}
        for document in documents:
            count += 1
            try:
                self.put(document)
            except (UnicodeError, OverflowError) as error:
                self.forget(document.id, document.version)
                refused[document.id] = str(error)
        return count, refused

    def put(self, document):
        """Store a document unless it is stored with a higher version."""
        n = self._place(document.id, document.version)
        if n is not None:
            self._store(n, document)

    def forget(self, id, version):
        """Mark a document as gone unless it is stored with a higher version."""
        n = self._place(id, version)
        if n is not None:
            self._mark(n, version, None, None, None, None)

    def _store(self, n, document):
        words = fields(document)
        for table, names in SEARCHED.items():
            self._insert(table, n, [getattr(words, name) for name in names])
        self._insert("names", n, [GAP.join(words.names)])
        self._insert("grams", n, [words.grams])
        if document.attachments:
            # With its other words, for what stands partly here and partly there.
            others = " ".join(getattr(words, name) for name in TEXT_COLUMNS)
            kept = json.dumps(attached.kept(document))
            self._insert("files", n, [words.attached, others, kept])
        packed = columns.packed(document, words.names)
        kept = json.dumps(shown.kept(document))
        fingerprint = document.fingerprint
        self._mark(n, document.version, document.visibility, packed, kept, fingerprint)

    def _place(self, id, version):
        """Return the number of a document, its words taken out; None when it must stay as it is."""
        row = self.connection.execute(
            f"SELECT n, version FROM docs_{self.index} WHERE id = ?", [id]
        ).fetchone()
        if row is None:
            return self.connection.execute(
                f"INSERT INTO docs_{self.index} (id, version, change) VALUES (?, ?, ?)",
                [id, version, self.change],
            ).lastrowid
        n, stored = row
        if stored > version:
            return None
        for table in COLUMNS:
            self.connection.execute(f"DELETE FROM {table}_{self.index} WHERE rowid = ?", [n])
        return n

    def _insert(self, table, n, values):
        marks = ", ".join("?" * (len(values) + 1))
        named = ", ".join(["rowid", *COLUMNS[table]])
        self.connection.execute(
            f"INSERT INTO {table}_{self.index} ({named}) VALUES ({marks})", [n, *values]
        )

    def _mark(self, n, *values):
        self.connection.execute(
            f"UPDATE docs_{self.index} SET version = ?, visibility = ?, columns = ?, shown = ?, "
            "fingerprint = ?, change = ? WHERE n = ?",
            [*values, self.change, n],
        )
