"""The embedded engine: the protocol of search.engines.base over the file and the columns."""

import json
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path

from django.conf import settings

from search import dutch, highlighting, synonyms
from search.engines import correcting, resembling, shown
from search.engines.base import Rejected
from search.engines.embedded import choosing, columns, explaining, figures, suggesting
from search.engines.embedded.matching import Found, Matcher
from search.engines.embedded.store import Store
from search.engines.embedded.writing import Writer
from search.figures.developments import by_indicator
from search.question import understand
from search.results import SearchResults, Status, Suggestion


class EmbeddedEngine:
    """An index in a SQLite file, for all threads and processes of one machine."""

    name = "embedded"

    def __init__(self, url):
        path = url.removeprefix("embedded:").removeprefix("//")
        self.store = Store(Path(path) if path else settings.DATA_DIR / "search.sqlite3")
        self.figures = figures.EmbeddedFigures(self.store)
        self._columns = None
        self._lock = threading.Lock()

    def upsert(self, documents):
        """Store documents; one that is stored with a higher version is left as it is."""
        with self.store.writing() as (connection, index):
            _count, refused = Writer(connection, index).put_all(documents)
        if refused:
            raise Rejected(refused)

    def delete(self, ids, version):
        """Forget documents, unless they are stored with a higher version."""
        with self.store.writing() as (connection, index):
            writer = Writer(connection, index)
            for id in ids:
                writer.forget(id, version)

    def search(self, query, scope):
        """Answer a question."""
        question = understand(query.text, synonyms.load()) if query.text else None
        with self._reading() as (connection, index, known):
            matcher, visible = Matcher(connection, known), known.within(scope, connection)
            sets = choosing.chosen(known, query)
            sets |= _developed(connection, known, query)
            found = _found(matcher, question, visible, choosing.all_of(-1, sets.values()))
            left = choosing.all_of(found.matched, sets.values())
            page = choosing.page(known, query, left, found.scores)
            scores = choosing.points(known, found.scores, page)
            marks = highlighting.Marks.of(found.question) if question and query.marked else None
            return SearchResults(
                total=left.bit_count(),
                hits=tuple(self._hits(connection, index, page, scores, marks)),
                facets=choosing.counts(known, found.matched, sets),
                without=choosing.without(found.matched, sets, query.filters),
                developments=self.figures.known(connection, index),
                relaxed=found.relaxed,
                saying_all=found.saying_all,
                corrections=_corrections(matcher, found, visible),
            )

    def explain(self, query, scope, ids):
        """Tell why documents have their scores for the words of a question."""
        question = understand(query.text, synonyms.load())
        with self._reading() as (connection, index, known):
            visible = known.within(scope, connection)
            numbers = columns.numbers(connection, index, ids)
            seen = [n for n in numbers if visible >> n & 1]
            return explaining.Explainer(connection, known).explain(question, visible, seen)

    def suggest(self, text, scope, limit=8):
        """Return titles in which words begin with what is typed."""
        with self._reading() as (connection, index, known):
            visible = known.within(scope, connection)
            best = suggesting.best(connection, known, text, visible, limit)
            return [
                Suggestion(title=hit.title, type=hit.type, url=hit.url, id=hit.id)
                for hit in self._hits(connection, index, best)
            ]

    def similar(self, id, scope, limit=4):
        """Return documents that resemble one, best first."""
        with self._reading() as (connection, index, known):
            row = connection.execute(
                f"SELECT n, visibility, kept FROM docs_{index} JOIN shown_{index} USING (n) "
                "WHERE id = ?",
                [id],
            ).fetchone()
            if row is None or not scope.holds(id, row[1]):
                return []
            n, _visibility, kept = row
            question = resembling.question(json.loads(kept))
            others = known.within(scope, connection) & ~(1 << n)
            found = Matcher(connection, known).find(question, others)
            best = choosing.best(known, found.matched, found.scores, limit)
            scores = None if found.scores is None else found.scores[best]
            return list(self._hits(connection, index, best, scores))

    @contextmanager
    def rebuild(self):
        """Open a new index; it takes the place of the old one when the block ends well."""
        index = self.store.new_index()
        try:
            yield _Rebuild(self.store, index)
        except BaseException:
            self.store.drop(index)
            raise
        self.store.put_in_place(index, dutch.ANALYSIS_VERSION)

    def stored(self):
        """Yield id, version and visibility token of every document."""
        with self.store.reading() as (connection, index):
            rows = connection.execute(
                f"SELECT id, version, visibility FROM docs_{index} WHERE visibility IS NOT NULL"
            ).fetchall()
        yield from rows

    def fingerprints(self, ids):
        """Return what stored documents were made of."""
        ids = list(ids)
        places = ", ".join("?" * len(ids))
        with self.store.reading() as (connection, index):
            rows = connection.execute(
                f"SELECT id, fingerprint FROM docs_{index} "
                f"WHERE id IN ({places}) AND visibility IS NOT NULL",
                ids,
            ).fetchall()
        return dict(rows)

    def status(self):
        """Tell how the index is doing."""
        with self.store.reading() as (connection, index):
            (series,) = connection.execute(
                f"SELECT count(*) FROM series_{index} WHERE fingerprint IS NOT NULL"
            ).fetchone()
            analysis = self.store.analysis(connection)
            return Status(
                engine=self.name,
                documents=_count(connection, index),
                analysis=analysis,
                size_in_bytes=self.store.size(),
                series=series,
                is_current=analysis == dutch.ANALYSIS_VERSION and self.store.is_current(connection),
            )

    def remove(self):
        """Remove the index."""
        self.store.remove()
        self._columns = None

    @contextmanager
    def _reading(self):
        with ExitStack() as stack:
            # One after the other, so that no columns are later than what is seen of the file.
            with self._lock:
                connection, index = stack.enter_context(self.store.reading())
                self._columns = columns.up_to_date(self._columns, connection, index)
                known = self._columns
            yield connection, index, known

    def _hits(self, connection, index, numbers, scores=None, marks=None):
        scores = [0.0] * len(numbers) if scores is None else scores
        files = _files(connection, index, numbers) if marks else {}
        found = zip(numbers, _kept(connection, index, numbers), scores, strict=True)
        for n, (id, kept), score in found:
            yield shown.hit(id, kept, marks, float(score), files.get(n, ()))


class _Rebuild:
    """A new index beside the one in use."""

    def __init__(self, store, index):
        self.store = store
        self.index = index
        self.figures = figures.Filling(store, index)

    def add(self, documents):
        """Load documents and return how many."""
        with self.store.filling() as connection:
            count, refused = Writer(connection, self.index).put_all(documents)
        if refused:
            raise Rejected(refused)
        return count

    def count(self):
        """Return how many documents the new index holds."""
        with self.store.filling() as connection:
            return _count(connection, self.index)


def _found(matcher, question, visible, chosen):
    if question is None:
        return Found(visible)
    return Found(0) if question.is_empty else matcher.find(question, visible, chosen)


def _corrections(matcher, found, visible):
    samples = [
        _kept(matcher.connection, matcher.index, matcher.sample(doubt, visible))
        for doubt in found.doubts
    ]
    return correcting.corrections(found.doubts, samples)


def _count(connection, index):
    (documents,) = connection.execute(
        f"SELECT count(*) FROM docs_{index} WHERE visibility IS NOT NULL"
    ).fetchone()
    return documents


def _kept(connection, index, numbers):
    """Return the id of each document and what is shown of it, in this order."""
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT n, id, kept FROM docs_{index} JOIN shown_{index} USING (n) WHERE n IN ({places})",
        numbers,
    )
    found = {n: (id, json.loads(kept)) for n, id, kept in rows}
    return [found[n] for n in numbers]


def _files(connection, index, numbers):
    places = ", ".join("?" * len(numbers))
    rows = connection.execute(
        f"SELECT rowid, kept FROM files_{index} WHERE rowid IN ({places})", numbers
    )
    return {n: json.loads(kept) for n, kept in rows}


def _developed(connection, columns, query):
    """Return the set of documents that each indicator of which something is asked leaves."""
    return {
        ("developments", indicator): columns.having(
            "place",
            [area for each in chosen for area in figures.areas(connection, columns.index, each)],
        )
        for indicator, chosen in by_indicator(query.developments).items()
    }
