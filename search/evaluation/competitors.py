"""Who answers the questions: our two engines, and what comes with the tools when nobody adds Dutch.

Each has an index of its own, made for the occasion and removed afterwards.
"""

import tempfile
import uuid
from contextlib import ExitStack, contextmanager
from pathlib import Path

from search.engines.base import Rejected
from search.engines.elastic import ElasticEngine
from search.engines.elastic.connection import connect
from search.engines.embedded import EmbeddedEngine
from search.evaluation.defaults import ElasticDefault, Fts5
from search.query import SearchQuery
from search.scope import EVERYBODY

EMBEDDED, ELASTIC = "embedded", "elastic"
OURS = (EMBEDDED, ELASTIC)
BASELINES = {
    "elastic-dutch": lambda client, name: ElasticDefault(client, name, "dutch"),
    "elastic-standard": lambda client, name: ElasticDefault(client, name, "standard"),
    "fts5-unicode61": lambda client, name: Fts5("unicode61"),
    "fts5-porter": lambda client, name: Fts5("porter"),
}


class Engine:
    """One of our engines, asked through its own `search`."""

    def __init__(self, name, engine):
        self.name = name
        self.engine = engine
        self.refused = []

    @contextmanager
    def loading(self):
        """Open the index for documents; give what adds them."""
        with self.engine.rebuild() as new:
            yield lambda documents: self._add(new, documents)

    def ranking(self, text, size):
        """Return the ids of the first hits."""
        return [hit.id for hit in self.engine.search(_query(text, size), EVERYBODY).hits]

    def remove(self):
        """Remove the index."""
        self.engine.remove()

    def _add(self, new, documents):
        try:
            new.add(documents)
        except Rejected as error:
            if len(documents) == 1:
                self.refused.append(str(error))
                return
            for document in documents:
                self._add(new, [document])


@contextmanager
def assembled(names, elasticsearch):
    """Give the competitors of these names; `elasticsearch` is the address of a server."""
    alias = f"wijkkennis-evaluation-{uuid.uuid4().hex[:8]}"
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=alias)))
        found = [_competitor(name, folder, alias, elasticsearch) for name in names]
        for each in found:
            stack.callback(each.remove)
        yield found


def needs_server(name):
    """Tell whether a competitor runs in Elasticsearch."""
    return name.startswith(ELASTIC)


def answers(elasticsearch):
    """Tell whether a server answers at an address."""
    client, _alias = connect(elasticsearch)
    return client.ping()


def _competitor(name, folder, alias, elasticsearch):
    if name == EMBEDDED:
        return Engine(name, EmbeddedEngine(f"embedded:{folder / 'search.sqlite3'}"))
    if name == ELASTIC:
        engine = ElasticEngine(_address(elasticsearch, alias))
        # A measurement waits longer than a searcher would.
        engine.client = engine.patient
        return Engine(name, engine)
    client = connect(elasticsearch)[0].options(request_timeout=30) if needs_server(name) else None
    return BASELINES[name](client, f"{alias}-{name}")


def _address(elasticsearch, alias):
    scheme, _, rest = elasticsearch.partition("://")
    return f"{scheme}://{rest.partition('/')[0]}/{alias}"


def _query(text, size):
    return SearchQuery(text=text, size=size)
