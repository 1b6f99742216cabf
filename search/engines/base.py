"""What every engine can do; views and commands never ask which one runs."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from search.documents import Document
from search.explaining import Explanation
from search.figures.series import Series
from search.query import SearchQuery
from search.results import Hit, SearchResults, Status, Suggestion
from search.scope import Scope


class SearchUnavailable(Exception):
    """The engine does not answer, or not in time."""


class NotUnderstood(SearchUnavailable):
    """The engine answers, but not this question: others may be asked."""


class Rejected(Exception):
    """Some documents were not written; all others of the same call were.

    `refused` are those that are refused again when they are tried again; the engine had no room
    for those in `later`. Both hold the reason by id.
    """

    def __init__(self, refused=None, later=None):
        self.refused = refused or {}
        self.later = later or {}
        told = (f"{id}: {reason}" for id, reason in {**self.refused, **self.later}.items())
        super().__init__("; ".join(told)[:1000])


def put(write_all, items):
    """Write with this function of an engine; return what it did not take, as Rejected."""
    if items:
        try:
            write_all(items)
        except Rejected as rejected:
            return rejected
    return Rejected()


class Figures(Protocol):
    """The figures beside the documents: series by the codes of indicator and area."""

    def put(self, series: Iterable[Series]) -> None:
        """Store series with all their rows, unless they are stored with a higher version."""

    def forget(self, keys: Iterable[str], version: int) -> None:
        """Forget series, unless they are stored with a higher version."""

    def rows(self, indicator: str, area: str) -> list[dict]:
        """Return the rows of a series as they are stored: by day, then the snapshots."""

    def stored(self) -> Iterator[tuple[str, int, str]]:
        """Yield key, version and fingerprint of every series."""


class Rebuild(Protocol):
    """A new index beside the one in use; `figures.put` loads the series."""

    figures: Figures

    def add(self, documents: Iterable[Document]) -> int:
        """Load documents and return how many; raises Rejected after the others were loaded."""

    def count(self) -> int:
        """Return how many documents the new index holds."""


class Engine(Protocol):
    """An index of documents that answers questions.

    Only what a scope holds exists, in hits, counts, suggestions and similar documents alike.
    """

    name: str
    figures: Figures

    def upsert(self, documents: Iterable[Document]) -> None:
        """Store documents; one that is stored with a higher version is left as it is.

        Raises Rejected after the others were stored.
        """

    def delete(self, ids: Iterable[str], version: int) -> None:
        """Forget documents, unless they are stored with a higher version."""

    def search(self, query: SearchQuery, scope: Scope) -> SearchResults:
        """Answer a question; in one round trip, but for words that nobody says."""

    def explain(self, query: SearchQuery, scope: Scope, ids: Iterable[str]) -> list[Explanation]:
        """Tell why documents have their scores for the words of a question, in this order."""

    def suggest(self, text: str, scope: Scope, limit: int = 8) -> list[Suggestion]:
        """Return titles in which words begin with what is typed."""

    def similar(self, id: str, scope: Scope, limit: int = 4) -> list[Hit]:
        """Return documents that resemble one, best first."""

    def rebuild(self) -> AbstractContextManager[Rebuild]:
        """Open a new index; it takes the place of the old one when the block ends well."""

    def stored(self) -> Iterator[tuple[str, int, str]]:
        """Yield id, version and visibility token of every document."""

    def fingerprints(self, ids: Iterable[str]) -> dict[str, str]:
        """Return what stored documents were made of, as `Document.fingerprint` tells it."""

    def status(self) -> Status:
        """Tell how the index is doing."""

    def remove(self) -> None:
        """Remove the index altogether."""
