"""The file: its tables, a connection per thread, and transactions.

Every index has tables of its own with a number behind their names. Which number is in use stands
in `meta`, so a new index takes the place of an old one for every process in one commit. Rows are
marked, not removed, when a document goes: a late write with an older version must not bring it
back.
"""

import os
import sqlite3
import threading
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from search.engines.base import SearchUnavailable

# A drainer waits for another one; a searcher never waits for either.
WAIT_IN_SECONDS = 10
SCHEMA = """
CREATE TABLE docs_{n} (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    change INTEGER NOT NULL,
    visibility TEXT,
    facets TEXT,
    published INTEGER,
    evidence_rank INTEGER,
    boost REAL,
    latitude REAL,
    longitude REAL,
    name_length INTEGER,
    is_figure INTEGER,
    fingerprint TEXT
);
CREATE INDEX docs_{n}_change ON docs_{n} (change);
CREATE TABLE shown_{n} (n INTEGER PRIMARY KEY, kept TEXT NOT NULL);
CREATE VIRTUAL TABLE texts_{n} USING fts5(
    title, alternatives, keywords, summary, body, parts, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE heads_{n} USING fts5(
    title, alternatives, keywords, parts, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE files_{n} USING fts5(
    attached, others, kept UNINDEXED, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE names_{n} USING fts5(
    title, others, tokenize = 'ascii', prefix = '1 2 3 4'
);
CREATE TABLE named_{n} (name TEXT, n INTEGER, PRIMARY KEY (name, n)) WITHOUT ROWID;
CREATE INDEX named_{n}_n ON named_{n} (n);
CREATE VIRTUAL TABLE grams_{n} USING fts5(
    grams, tokenize = 'ascii', detail = none
);
CREATE TABLE stems_{n} (stem TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE words_{n} USING fts5vocab(names_{n}, 'row');
CREATE TABLE series_{n} (
    key TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    area TEXT NOT NULL,
    development TEXT NOT NULL,
    fingerprint TEXT
);
CREATE INDEX series_{n}_development ON series_{n} (indicator, development, area);
CREATE TABLE figures_{n} (id TEXT PRIMARY KEY, series TEXT NOT NULL, data TEXT NOT NULL);
CREATE INDEX figures_{n}_series ON figures_{n} (series);
"""
TABLES_VERSION = sha256(SCHEMA.encode()).hexdigest()[:8]
TABLES = (
    "words",
    "docs",
    "shown",
    "texts",
    "heads",
    "files",
    "names",
    "named",
    "stems",
    "grams",
    "series",
    "figures",
)


class Store:
    """The file of an embedded index."""

    def __init__(self, path):
        self.path = Path(path)
        self._open = threading.local()

    @contextmanager
    def reading(self):
        """Give a connection that sees one moment of the file, and the number of the index."""
        if not self.path.exists():
            raise SearchUnavailable(f"{self.path} does not exist: run search_rebuild")
        with self._transaction("BEGIN") as connection:
            yield connection, self._generation(connection)

    @contextmanager
    def writing(self):
        """Give a connection that alone may write, and the number of the index."""
        if not self.path.exists():
            raise SearchUnavailable(f"{self.path} does not exist: run search_rebuild")
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection, self._generation(connection)

    def new_index(self):
        """Make the tables of a new index, drop what a broken rebuild left, return the number."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._transaction("BEGIN IMMEDIATE") as connection:
            numbers = _numbers(connection)
            current = _meta(connection, "index")
            for number in numbers:
                if number != current:
                    _drop(connection, number)
            number = max([0, *numbers]) + 1
            for statement in SCHEMA.format(n=number).split(";"):
                connection.execute(statement)
        return number

    @contextmanager
    def filling(self):
        """Give a connection that writes to an index that is not in use yet."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def put_in_place(self, number, analysis):
        """Let every process use the index with this number, and drop the others."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            values = [("index", number), ("analysis", analysis), ("tables", TABLES_VERSION)]
            connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values)
            for other in _numbers(connection):
                if other != number:
                    _drop(connection, other)

    def drop(self, number):
        """Remove the tables of an index that is not in use."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            _drop(connection, number)

    def remove(self):
        """Remove the file."""
        self._close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{self.path}{suffix}").unlink(missing_ok=True)

    def size(self):
        """Return the size of the file in bytes."""
        return self.path.stat().st_size

    def analysis(self, connection):
        """Return with which analysis of Dutch the index was made."""
        return _meta(connection, "analysis")

    def is_current(self, connection):
        """Tell whether the tables of the index are as this version of the site makes them."""
        return _meta(connection, "tables") == TABLES_VERSION

    def _generation(self, connection):
        number = _meta(connection, "index")
        if number is None:
            raise SearchUnavailable(f"{self.path} holds no index yet: run search_rebuild")
        return number

    @contextmanager
    def _transaction(self, begin):
        try:
            connection = self._connection()
            connection.execute(begin)
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._close()
            raise SearchUnavailable(f"{self.path}: {error}") from error

    def _connection(self):
        # Neither a thread nor a fork of the process may share a connection, and a file that was
        # removed and made again is another file.
        known = (os.getpid(), self._inode())
        if getattr(self._open, "known", None) != known or known[1] is None:
            self._close()
            self._open.connection = _connect(self.path)
            self._open.known = (os.getpid(), self._inode())
        return self._open.connection

    def _inode(self):
        return self.path.stat().st_ino if self.path.exists() else None

    def _close(self):
        connection = getattr(self._open, "connection", None)
        if connection is not None and self._open.known[0] == os.getpid():
            connection.close()
        self._open.connection = self._open.known = None


def _connect(path):
    connection = sqlite3.connect(path, timeout=WAIT_IN_SECONDS, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -16000")
    connection.execute("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value)")
    return connection


def _meta(connection, name):
    row = connection.execute("SELECT value FROM meta WHERE name = ?", [name]).fetchone()
    return row and row[0]


def _numbers(connection):
    found = connection.execute("SELECT name FROM sqlite_master WHERE name GLOB 'docs_[0-9]*'")
    return [int(name[5:]) for (name,) in found if name[5:].isdigit()]


def _drop(connection, number):
    for table in TABLES:
        connection.execute(f"DROP TABLE IF EXISTS {table}_{number}")
