"""Who is measured: our engines, and others over the same pages."""

import json
import uuid
from contextlib import ExitStack, contextmanager
from itertools import islice

# What modelsearch counts: three facets of which it knows the values.
COUNTED = ("status", "start_year", "description_depth")
CHUNK = 1000
PATIENCE = 60


def name():
    """Return the name for an index that nobody else has."""
    return f"benchmark-{uuid.uuid4().hex[:10]}"


@contextmanager
def elastic(options):
    """Give our engine on a server, with an index of its own that goes afterwards."""
    from search.engines.elastic import ElasticEngine

    engine = ElasticEngine(f"{options.elasticsearch}/{name()}")
    # A question that is slow has to be seen, not to be given up.
    engine.client = engine.client.options(request_timeout=PATIENCE)
    try:
        yield engine
    finally:
        engine.remove()


@contextmanager
def embedded(folder, kept=False):
    """Give our engine in a file; a kept one is there next time."""
    from search.engines.embedded import EmbeddedEngine

    engine = EmbeddedEngine(f"embedded:{folder / ('search' if kept else name())}.sqlite3")
    try:
        yield engine
    finally:
        if not kept:
            engine.remove()


def documents():
    """Return the documents of the whole library."""
    from search import builders

    keys, found = builders.all_keys(), []
    while batch := list(islice(keys, CHUNK)):
        found += builders.build(batch).values()
    return found


def filled(engine):
    """Fill an engine with the library, unless it is."""
    from search import rebuilding

    if rebuilding.is_needed(engine):
        rebuilding.rebuild(engine)
    if engine.name == "elastic":
        settle(engine.patient, engine.alias)


def settle(client, index):
    """Put an index in the state in which it is asked something for the first time."""
    indices = client.options(request_timeout=600).indices
    # What the server does by itself after a while.
    indices.forcemerge(index=index, max_num_segments=1)
    # A question that is asked in several rounds must not be answered out of memory.
    indices.put_settings(index=index, settings={"index.requests.cache.enable": False})


@contextmanager
def opened(chosen, folder):
    """Give our engines by name; what is on a server goes afterwards, a file stays."""
    with ExitStack() as stack:
        found = {}
        if "embedded" in chosen.engines:
            found["embedded"] = stack.enter_context(embedded(folder, kept=True))
        if "elastic" in chosen.engines:
            found["elastic"] = stack.enter_context(elastic(chosen))
        yield found


def address(engine):
    """Return the address at which another process finds this index."""
    if engine.name == "embedded":
        return f"embedded:{engine.store.path}"
    (node,) = engine.client.transport.node_pool.all()
    return f"{node.base_url}/{engine.alias}"


@contextmanager
def in_use(engine):
    """Let the site use this engine, and let it index what was changed before it is let go."""
    from django.conf import settings

    from search import changes
    from search.engines import selection

    before = settings.SEARCH_URL
    settings.SEARCH_URL = address(engine)
    selection.forget()
    try:
        yield
        changes.drain(engine)
    finally:
        settings.SEARCH_URL = before
        selection.forget()


class Bodies:
    """What an engine sends for each question, to be sent again as it is."""

    def __init__(self, engine):
        self.client = engine.client
        self.sent = {}

    def note(self, question, ask):
        """Keep what the engine sends while a question is asked."""
        perform, seen = self.client.perform_request, []

        def noting(method, path, **details):
            seen.append((method, path, details))
            return perform(method, path, **details)

        self.client.perform_request = noting
        try:
            ask()
        finally:
            self.client.perform_request = perform
        self.sent[id(question)] = seen

    def of(self, question):
        """Return the requests for a question."""
        return self.sent[id(question)]

    def send(self, question):
        """Send the requests again and read the answers."""
        for method, path, details in self.of(question):
            self.client.perform_request(method, path, **details)


@contextmanager
def raw(options, documents):
    """Give a function that sends the documents as bytes, written before the clock runs."""
    from search.engines.elastic.bulk import puts

    batches = []
    for first in range(0, len(documents), CHUNK):
        lines = (line for lines in puts(documents[first : first + CHUNK]) for line in lines)
        batches.append("".join(json.dumps(line) + "\n" for line in lines).encode())
    with elastic(options) as engine:
        yield lambda: _send(engine, batches)


def _send(engine, batches):
    with engine.rebuild() as new:
        for batch in batches:
            answer = new.client.bulk(index=new.index, operations=batch)
            if answer["errors"]:
                raise RuntimeError("The server refused documents.")


class Modelsearch:
    """Wagtail's own search over the practices, with the fields that it has in this project."""

    def __init__(self, backend):
        self.backend = backend
        _let_be_counted()

    @classmethod
    @contextmanager
    def on_server(cls, options):
        """Give it on a server, with indices of its own that go afterwards."""
        from modelsearch.backends.elasticsearch8 import SearchBackend

        prefix = f"{name()}_"
        found = cls(
            SearchBackend(
                {"URLS": [options.elasticsearch], "INDEX_PREFIX": prefix, "TIMEOUT": PATIENCE}
            )
        )
        try:
            yield found
        finally:
            for index in found.backend.es.indices.get(index=f"{prefix}*"):
                found.backend.es.indices.delete(index=index)

    @classmethod
    def in_database(cls):
        """Return it in the database of the library."""
        from modelsearch.backends.database import SearchBackend

        return cls(SearchBackend({}))

    def rebuild(self):
        """Index every practice, as its command does, and return how many."""
        from practices.models import PracticePage

        rebuilder = self.backend.rebuilder_class(self.backend.get_index_for_model(PracticePage))
        index = rebuilder.start()
        index.add_model(PracticePage)
        pages = PracticePage.get_indexed_objects().order_by("pk")
        count = 0
        while chunk := list(pages[count : count + CHUNK]):
            index.add_items(PracticePage, chunk)
            count += len(chunk)
        rebuilder.finish()
        return count

    def settle(self):
        """Put the index on the server in the state in which ours is."""
        settle(self.backend.es, f"{self.backend.index_prefix}*")

    def search(self, text, facets=True):
        """Return ten hits, how many there are, and the counts of three facets."""
        from modelsearch.query import MATCH_ALL

        from practices.models import PracticePage

        found = self.backend.search(text or MATCH_ALL, PracticePage.objects.live())
        return list(found[:10]), found.count(), [found.facet(field) for field in COUNTED if facets]

    def suggest(self, text):
        """Return eight pages in whose title words begin with a text."""
        from practices.models import PracticePage

        return list(self.backend.autocomplete(text, PracticePage.objects.live())[:8])


def _let_be_counted():
    from wagtail.search import index

    from practices.models import PracticePage

    known = {field.field_name for field in PracticePage.search_fields}
    PracticePage.search_fields = PracticePage.search_fields + [
        index.FilterField(field) for field in COUNTED if field not in known
    ]
