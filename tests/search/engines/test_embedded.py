"""What only the file has: threads and processes that read and write it at once."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings

from search.documents import PUBLIC, Document
from search.engines.base import Rejected, SearchUnavailable
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.search.engines.conftest import fill

ROOT = Path(__file__).resolve().parents[3]
EVERYTHING = SearchQuery(size=1000)
WRITER = """
import sys
import django
django.setup()
from search.documents import Document
from search.engines.embedded import EmbeddedEngine
engine = EmbeddedEngine(sys.argv[1])
for n in range(40):
    id = f"page:{sys.argv[2]}-{n}"
    engine.upsert([Document(id=id, type="praktijk", title=f"Moestuin {n}", url="/", version=n)])
"""


@pytest.fixture
def address(tmp_path):
    address = f"embedded:{tmp_path / 'search.sqlite3'}"
    fill(EmbeddedEngine(address), ())
    return address


def document(n, version=1):
    return Document(id=f"page:{n}", type="praktijk", title=f"Plein {n}", url="/", version=version)


def test_without_a_path_the_index_is_in_the_data_folder():
    assert EmbeddedEngine("embedded:").store.path == settings.DATA_DIR / "search.sqlite3"
    assert EmbeddedEngine("embedded:/srv/zoek.db").store.path == Path("/srv/zoek.db")


def test_threads_write_and_ask_at_once(address):
    engine, failures = EmbeddedEngine(address), []

    def work(first):
        try:
            for n in range(first, first + 20):
                engine.upsert([document(n)])
                engine.search(EVERYTHING, EVERYBODY)
        except SearchUnavailable as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=[first]) for first in range(0, 80, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert engine.search(EVERYTHING, EVERYBODY).total == 80


def test_processes_write_at_once_and_others_see_it(address):
    engine = EmbeddedEngine(address)
    assert engine.search(EVERYTHING, EVERYBODY).total == 0
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, address, name], cwd=ROOT, env=env)
        for name in ("a", "b", "c")
    ]

    assert [writer.wait() for writer in writers] == [0, 0, 0]
    assert engine.search(EVERYTHING, EVERYBODY).total == 120


def test_asking_goes_on_while_an_index_is_built(address):
    engine = EmbeddedEngine(address)
    engine.upsert([document(1)])
    with engine.rebuild() as new:
        for n in range(2, 40):
            new.add([document(n)])
            engine.upsert([document(1, version=n)])
            assert engine.search(EVERYTHING, EVERYBODY).total == 1

    assert engine.search(EVERYTHING, EVERYBODY).total == 38


def test_a_rebuild_that_was_killed_leaves_nothing_behind(address):
    engine = EmbeddedEngine(address)
    killed = engine.store.new_index()
    fill(engine, [document(1)])

    with engine.store.reading() as (connection, _index):
        tables = connection.execute(
            "SELECT count(*) FROM sqlite_master WHERE name GLOB ?", [f"*_{killed}"]
        )
        assert tables.fetchone() == (0,)


def test_a_file_that_was_removed_and_made_again_is_read_anew(address):
    engine = EmbeddedEngine(address)
    engine.upsert([document(1)])
    EmbeddedEngine(address).remove()
    with pytest.raises(SearchUnavailable):
        engine.search(EVERYTHING, EVERYBODY)

    fill(EmbeddedEngine(address), [document(2), document(3)])

    assert engine.search(EVERYTHING, EVERYBODY).total == 2


def test_a_file_that_is_no_index_does_not_answer(tmp_path):
    path = tmp_path / "search.sqlite3"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(SearchUnavailable):
        EmbeddedEngine(f"embedded:{path}").search(EVERYTHING, EVERYBODY)


def test_a_document_that_the_file_cannot_hold_is_refused_by_name_and_forgotten(address):
    engine = EmbeddedEngine(address)
    engine.upsert([document(1)])
    with pytest.raises(Rejected) as rejected:
        engine.upsert([replace(document(1, version=2), visibility="\ud800"), document(2)])

    assert list(rejected.value.refused) == ["page:1"]
    assert list(engine.stored()) == [("page:2", 1, PUBLIC)]
