"""Turn figures that come one by one into rows, on disk: a table has millions of them."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from django.utils.translation import gettext as _

from .errors import SourceError, report_it

TABLE = """
CREATE TABLE figure (
    row TEXT NOT NULL, measure INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (row, measure)
) WITHOUT ROWID
"""
# A code that is in no list comes after all that are.
UNLISTED = 9_999_999


class Wide:
    """A table in the making, in a file that may be thrown away."""

    def __init__(self, path: Path, lists: list[Iterable[str]], measures: list[str]):
        """Order rows by the lists of codes, one per dimension, and columns by `measures`.

        A measure of None makes a row without a figure in it.
        """
        path.unlink(missing_ok=True)
        self._path = path
        self._places = [{code: place for place, code in enumerate(codes)} for codes in lists]
        self._measures = {None: -1, **{measure: place for place, measure in enumerate(measures)}}

    def fill(self, batches: Iterable[list[tuple[tuple[str, ...], str | None, str]]]) -> None:
        """Take in batches of (codes of the row, measure, value); SourceError for one twice."""
        with closing(sqlite3.connect(self._path)) as database:
            # Nothing is lost when this file is: it is made from pages that are kept.
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(TABLE)
            for batch in batches:
                rows = (
                    (self._row(codes), self._measures[name], value) for codes, name, value in batch
                )
                try:
                    database.executemany("INSERT INTO figure VALUES (?, ?, ?)", rows)
                except sqlite3.IntegrityError as error:
                    raise SourceError(
                        _("De tabel geeft een cijfer van hetzelfde gebied twee keer. %(remedy)s")
                        % {"remedy": report_it()}
                    ) from error
            database.commit()

    def rows(self) -> Iterator[tuple[list[str], list[str]]]:
        """Yield (codes of the row, values in the order of the measures); "" where none came."""
        with closing(sqlite3.connect(self._path)) as database:
            figures = database.execute(
                "SELECT row, measure, value FROM figure ORDER BY row, measure"
            )
            for row, group in groupby(figures, key=lambda figure: figure[0]):
                values = [""] * (len(self._measures) - 1)
                for _row, place, value in group:
                    if place >= 0:
                        values[place] = value
                yield [part.partition(" ")[2] for part in row.split("\n")], values

    def _row(self, codes):
        """Return a text that sorts by the place of each code in its list, and holds the codes."""
        return "\n".join(
            f"{places.get(code, UNLISTED):07d} {code}"
            for places, code in zip(self._places, codes, strict=True)
        )
