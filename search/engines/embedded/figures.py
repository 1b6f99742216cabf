"""The figures in the file: a table of series and one of their rows, beside those of documents."""

import json

from search.figures.developments import CALLED, Development
from search.figures.series import in_order

PUT = (
    "INSERT OR REPLACE INTO series_{n} (key, version, indicator, area, development, fingerprint) "
    "VALUES (?, ?, ?, ?, ?, ?)"
)
# What is known of each indicator and outcome: in how many areas.
KNOWN = (
    "SELECT indicator, development, count(*) FROM series_{n} WHERE development <> '' "
    "GROUP BY indicator, development"
)

CHOSEN = {str(outcome) for outcome in CALLED}
# Counts the writes, so that a process knows when to count the areas again.
CHANGED = (
    "INSERT INTO meta VALUES ('figures', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1"
)


class EmbeddedFigures:
    """The figures of the index in use."""

    def __init__(self, store):
        self.store = store
        self._known = (None, {})

    def put(self, series):
        """Store series with all their rows, unless they are stored with a higher version."""
        with self.store.writing() as (connection, index):
            write(connection, index, series)

    def forget(self, keys, version):
        """Forget series, unless they are stored with a higher version."""
        with self.store.writing() as (connection, index):
            for key in keys:
                if _may_be_written(connection, index, key, version):
                    # What is gone is marked: a late older write must not bring it back.
                    connection.execute(PUT.format(n=index), [key, version, "", "", "", None])
            connection.execute(CHANGED)

    def rows(self, indicator, area):
        """Return the rows of a series as they are stored: by day, then the snapshots."""
        with self.store.reading() as (connection, index):
            found = connection.execute(
                f"SELECT data FROM figures_{index} JOIN series_{index} ON series = key "
                "WHERE indicator = ? AND area = ?",
                [indicator, area],
            ).fetchall()
        return in_order(json.loads(data) for (data,) in found)

    def stored(self):
        """Yield key, version and fingerprint of every series."""
        with self.store.reading() as (connection, index):
            rows = connection.execute(
                f"SELECT key, version, fingerprint FROM series_{index} "
                "WHERE fingerprint IS NOT NULL"
            ).fetchall()
        yield from rows

    def known(self, connection, index):
        """Return in how many areas each development is known, counted again after a change."""
        row = connection.execute("SELECT value FROM meta WHERE name = 'figures'").fetchone()
        now = (index, row)
        before, known = self._known
        if before != now:
            rows = connection.execute(KNOWN.format(n=index))
            known = {Development(*found): count for *found, count in rows if found[1] in CHOSEN}
            self._known = (now, known)
        return known


class Filling:
    """The figures of an index that is not in use yet."""

    def __init__(self, store, index):
        self.store = store
        self.index = index

    def put(self, series):
        """Store series with all their rows."""
        with self.store.filling() as connection:
            write(connection, self.index, series)


def write(connection, index, series):
    """Store series in an index, unless they are stored with a higher version."""
    for each in series:
        if _may_be_written(connection, index, each.key, each.version):
            head = [each.key, each.version, each.indicator, each.area, each.development]
            connection.execute(PUT.format(n=index), [*head, each.fingerprint])
            connection.executemany(
                f"INSERT INTO figures_{index} (id, series, data) VALUES (?, ?, ?)",
                [(row["id"], each.key, json.dumps(row)) for row in each.stored()],
            )
    connection.execute(CHANGED)


def areas(connection, index, development):
    """Return the codes of the areas of which a development is known."""
    found = connection.execute(
        f"SELECT area FROM series_{index} WHERE indicator = ? AND development = ?",
        [development.indicator, development.outcome],
    )
    return [area for (area,) in found]


def _may_be_written(connection, index, key, version):
    """Tell whether a series may be written, with its rows taken out if so."""
    row = connection.execute(f"SELECT version FROM series_{index} WHERE key = ?", [key]).fetchone()
    if row is not None and row[0] > version:
        return False
    connection.execute(f"DELETE FROM figures_{index} WHERE series = ?", [key])
    return True
