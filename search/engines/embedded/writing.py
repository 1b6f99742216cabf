"""Writes documents into the tables of an index."""

import json

from search.engines import attached, shown
from search.engines.embedded import columns
from search.engines.fields import GAP, fields

TEXT_COLUMNS = ("title", "alternatives", "keywords", "summary", "body", "parts")
HEAD_COLUMNS = ("title", "alternatives", "keywords", "title_parts")
SEARCHED = {"texts": TEXT_COLUMNS, "heads": HEAD_COLUMNS}
COLUMNS = {
    "shown": ("kept",),
    "texts": TEXT_COLUMNS,
    "heads": (*HEAD_COLUMNS[:-1], "parts"),
    "files": ("attached", "others", "kept"),
    "names": ("title", "others"),
    "grams": ("grams",),
}
# What is known of a document; of one that is gone, only which version that was.
MARKED = (
    *("version", "visibility", "facets", "published", "evidence_rank", "boost"),
    *("latitude", "longitude", "name_length", "is_figure", "fingerprint"),
)


class Writer:
    """Writes into one index, inside one transaction."""

    def __init__(self, connection, index):
        self.connection = connection
        self.index = index
        (last,) = connection.execute(f"SELECT max(change) FROM docs_{index}").fetchone()
        self.change = (last or 0) + 1
        self._stems = set()

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
            self._mark(n, {"version": version})

    def _store(self, n, document):
        words = fields(document)
        for table, names in SEARCHED.items():
            self._insert(table, n, [getattr(words, name) for name in names])
        self._name(n, words)
        others = " ".join(getattr(words, name) for name in TEXT_COLUMNS)
        self._note_stems(others)
        if document.attachments:
            # With its other words, for what stands partly here and partly there.
            kept = json.dumps(attached.kept(document))
            self._insert("files", n, [words.attached, others, kept])
        self._insert("shown", n, [json.dumps(shown.kept(document))])
        self._mark(n, columns.packed(document) | _marked(document, words))

    def _name(self, n, words):
        title, *others = words.names
        # The gap counts as a word, as it does between other names.
        self._insert("names", n, [title, "".join(GAP + name for name in others)])
        self._insert("grams", n, [words.grams])
        self.connection.executemany(
            f"INSERT INTO named_{self.index} VALUES (?, ?)", [(name, n) for name in words.called]
        )

    def _note_stems(self, text):
        """Note the stems of which the index had none; one that nobody says any more does no harm.

        SQLite could tell them from its own tables, but looks at every document to do so.
        """
        new = set(text.split()) - self._stems
        self.connection.executemany(
            f"INSERT OR IGNORE INTO stems_{self.index} VALUES (?)", [(stem,) for stem in new]
        )
        self._stems |= new

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
        self.connection.execute(f"DELETE FROM named_{self.index} WHERE n = ?", [n])
        return n

    def _insert(self, table, n, values):
        marks = ", ".join("?" * (len(values) + 1))
        named = ", ".join(["rowid", *COLUMNS[table]])
        self.connection.execute(
            f"INSERT INTO {table}_{self.index} ({named}) VALUES ({marks})", [n, *values]
        )

    def _mark(self, n, values):
        values = dict.fromkeys(MARKED) | values | {"change": self.change}
        marks = ", ".join(f"{name} = :{name}" for name in values)
        self.connection.execute(
            f"UPDATE docs_{self.index} SET {marks} WHERE n = :n", values | {"n": n}
        )


def _marked(document, words):
    return {
        "version": document.version,
        "visibility": document.visibility,
        "fingerprint": document.fingerprint,
        "name_length": len(words.names[0]),
    }
