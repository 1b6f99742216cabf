"""What only the server has: addresses, errors and an index behind a name."""

import socket
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from search import dutch
from search.documents import PUBLIC, Document
from search.engines.base import Rejected, SearchUnavailable
from search.engines.elastic import ElasticEngine, connection, pages
from search.engines.elastic.connection import SEARCH_TIMEOUT
from search.query import SearchQuery, Sort
from search.scope import EVERYBODY
from tests.search.conftest import address
from tests.search.engines.conftest import DOCUMENTS, fill

MOESTUIN = Document(id="page:1", type="praktijk", title="Moestuin", url="/", version=1)


@pytest.fixture
def search_url(tmp_path):
    return address("elastic", tmp_path)


@pytest.fixture
def busy_server():
    """Serve an Elasticsearch that has too much to do: it answers 429 to everything."""

    class Busy(BaseHTTPRequestHandler):
        def answer(self):
            body = b'{"error": {"type": "es_rejected_execution_exception"}, "status": 429}'
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(429)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_HEAD = do_POST = do_PUT = answer

        def log_message(self, *args):
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Busy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/wijkkennis"
    server.shutdown()
    server.server_close()


@pytest.fixture
def silent_server():
    """Listen without ever answering."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/wijkkennis"


def refused(engine):
    with pytest.raises(SearchUnavailable):
        engine.search(SearchQuery(), EVERYBODY)
    with pytest.raises(SearchUnavailable):
        engine.upsert([MOESTUIN])


def test_an_address_holds_the_server_the_login_and_the_name_of_the_index():
    engine = ElasticEngine("https://zoek:geheim%40@es.example:9243/wijkkennis-proef")
    (node,) = engine.client.transport.node_pool.all()

    assert engine.alias == "wijkkennis-proef"
    assert node.base_url == "https://es.example:9243"
    assert engine.client._headers["authorization"] == "Basic em9lazpnZWhlaW1A"


@pytest.mark.parametrize("name", ["Wijkkennis", "a,b", "wijk*", "wijk.kennis", "a/b", "_all"])
def test_a_name_that_means_more_than_one_index_is_refused(name):
    with pytest.raises(ValueError, match="SEARCH_URL"):
        ElasticEngine(f"http://127.0.0.1:9200/{name}")


def test_nobody_listening_is_an_engine_that_does_not_answer():
    refused(ElasticEngine("http://127.0.0.1:1/wijkkennis"))


def test_too_busy_is_an_engine_that_does_not_answer(busy_server):
    refused(ElasticEngine(busy_server))


def test_a_searcher_waits_no_longer_than_two_seconds(silent_server, monkeypatch):
    monkeypatch.setattr(connection, "SEARCH_TIMEOUT", SEARCH_TIMEOUT)
    engine = ElasticEngine(silent_server)
    start = time.monotonic()
    with pytest.raises(SearchUnavailable):
        engine.search(SearchQuery(), EVERYBODY)

    assert time.monotonic() - start < 2


def test_the_name_of_the_index_tells_its_analysis(empty):
    (index,) = empty.client.indices.get_alias(name=empty.alias).body
    assert index.startswith(f"{empty.alias}.{dutch.ANALYSIS_VERSION}.")


def test_the_index_before_stays_for_a_way_back_and_older_ones_go(empty):
    seen = []
    for _ in range(3):
        fill(empty, DOCUMENTS)
        seen.append(next(iter(empty.client.indices.get_alias(name=empty.alias).body)))

    assert sorted(empty.client.indices.get(index=f"{empty.alias}.*").body) == sorted(seen[1:])


def test_what_the_mapping_does_not_know_is_refused_and_the_others_are_stored(empty):
    strange = Document(
        id="page:2",
        type="praktijk",
        title="Vreemd",
        url="/",
        facets={"onbekend": ("x",)},
        version=1,
    )
    with pytest.raises(Rejected, match="page:2"):
        empty.upsert([MOESTUIN, strange])

    assert list(empty.stored()) == [("page:1", 1, PUBLIC)]


def test_a_read_only_index_refuses_no_document_for_good(empty):
    empty.client.indices.put_settings(index=empty.alias, settings={"index.blocks.write": True})
    with pytest.raises(SearchUnavailable):
        empty.upsert([MOESTUIN])
    empty.client.indices.put_settings(index=empty.alias, settings={"index.blocks.write": None})
    empty.upsert([MOESTUIN])


@pytest.mark.django_db
def test_an_index_that_is_gone_is_not_made_by_guesswork(empty):
    empty.remove()
    for write in (lambda: empty.upsert([MOESTUIN]), lambda: empty.delete(["page:1"], 1)):
        with pytest.raises(SearchUnavailable):
            write()

    assert not empty.client.indices.exists(index=empty.alias)


@pytest.fixture
def round_trips(empty, monkeypatch):
    """Return the addresses asked of the server, one for each round trip."""
    fill(empty, DOCUMENTS)
    (node,) = empty.client.transport.node_pool.all()
    perform, seen = node.perform_request, []

    def noting(method, target, *arguments, **details):
        seen.append(target.partition("?")[0])
        return perform(method, target, *arguments, **details)

    monkeypatch.setattr(node, "perform_request", noting)
    return seen


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        SearchQuery(),
        SearchQuery("fietsen"),
        SearchQuery("hulp bij schulden"),
        SearchQuery("fietsen overvecht", sort=Sort.DATE),
        SearchQuery("fietsen", filters={"theme": ("bewegen",), "year": ("2012",)}),
        SearchQuery('"samen fietsen"', page=2),
        SearchQuery("-fietsen"),
    ],
    ids=lambda query: f"{query.text} {query.sort.value} {query.page}",
)
def test_a_page_of_results_takes_one_round_trip(empty, round_trips, query):
    empty.search(query, EVERYBODY)

    assert round_trips == ["/_msearch"]


@pytest.mark.django_db
def test_a_word_that_nobody_says_takes_two_more_one_to_look_up_what_looks_like_it(
    empty, round_trips
):
    empty.search(SearchQuery("overvegt"), EVERYBODY)

    assert round_trips == ["/_msearch", "/_msearch", "/_msearch"]


@pytest.mark.django_db
def test_a_word_too_short_for_a_slip_takes_one_more(empty, round_trips):
    empty.search(SearchQuery("xyz"), EVERYBODY)

    assert round_trips == ["/_msearch", "/_msearch"]


def relevant(engine, text, **more):
    """Return the hits of a question with their scores, without those for equal places."""
    found = engine.search(SearchQuery(text, **more), EVERYBODY)
    return [(hit.id, round(hit.score, 3)) for hit in found.hits], found.total, found.relaxed


@pytest.mark.django_db
def test_hits_with_all_words_and_with_most_stand_as_if_they_were_asked_for_apart(
    empty, monkeypatch
):
    names = ["fiets plein", "fiets", "plein plein plein", "fiets school", "fiets plein school"]
    titled = [
        replace(MOESTUIN, id=f"page:{n}", title=names[n % 5], body="x " * n) for n in range(60)
    ]
    for number in (3, 7, 60):
        # With few documents that say both words, and with enough of them.
        fill(empty, titled[:number])
        together = [relevant(empty, "fiets plein"), relevant(empty, "fiets plein", size=3)]
        with monkeypatch.context() as patched:
            patched.setattr(pages, "TOGETHER", frozenset())
            apart = [relevant(empty, "fiets plein"), relevant(empty, "fiets plein", size=3)]

        assert together == apart
