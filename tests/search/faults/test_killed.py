"""Processes that are killed while they write, and two that write at once: nothing is lost.

Each test runs real processes on a site in a folder of its own, with the proxy in between: the
server does what it is asked and its answer never comes, and then the process is killed.
"""

import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from tests import services
from tests.search.faults.proxy import Proxy

ROOT = Path(__file__).resolve().parents[3]
FILL = """
from content.models import Organisation
from search import changes
for n in range(300):
    Organisation.objects.create(name=f"Club {n}", slug=f"club-{n}", kind="welfare")
"""
CHANGE = """
from content.models import Organisation
for organisation in Organisation.objects.filter(slug__startswith="club-1"):
    organisation.name = f"{organisation.name} met een andere naam"
    organisation.save()
Organisation.objects.get(slug="club-2").delete()
"""
TWO_MINUTES_LATER = """
from datetime import timedelta
from django.db.models import F
from search.models import IndexState
IndexState.objects.update(rebuilding_at=F("rebuilding_at") - timedelta(minutes=3))
"""
WAITING = "from search.models import Change; print(Change.objects.count())"


class Site:
    """A site of its own, whose commands are processes of their own."""

    def __init__(self, folder, search_url):
        self.environment = {
            name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
        }
        self.environment |= {"WIJKKENNIS_DATA_DIR": str(folder), "SEARCH_URL": search_url}

    def start(self, *command):
        """Start a command."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command):
        """Run a command to its end; return what it said and whether it ended well."""
        process = self.start(*command)
        said, _ = process.communicate(timeout=240)
        return said, process.returncode

    def do(self, code):
        """Run code without a worker that drains beside it."""
        quiet = "from django.conf import settings; settings.SEARCH_DRAINS_ITSELF = False\n"
        said, ended = self.run("shell", "--no-imports", "-v", "0", "-c", quiet + code)
        assert ended == 0, said
        return said.strip()


@pytest.fixture(scope="module")
def proxy():
    proxy = Proxy()
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture(scope="module")
def site(proxy, tmp_path_factory):
    """Return a site of three hundred organisations with an index in Elasticsearch."""
    services.elasticsearch_url()
    site = Site(tmp_path_factory.mktemp("site"), f"{proxy.url}/test-{uuid.uuid4().hex[:12]}")
    site.run("migrate", "-v", "0")
    assert site.run("search_rebuild")[1] == 0
    site.do(FILL)
    assert site.run("search_drain")[1] == 0
    yield site
    remove = "from search.engines import selection; selection.kept()[0].remove()"
    site.do(remove)


def kill_in_the_middle(process, proxy, part):
    """Kill a process with no goodbye when the server was asked for something and mutely did it."""
    until = time.monotonic() + 120
    while not any(part in path for path in proxy.muted):
        assert time.monotonic() < until, "The process never asked for it."
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()


def is_right(site):
    said, ended = site.run("search_audit")
    return ended == 0, said


def test_a_drainer_that_is_killed_between_writing_and_removing_the_rows_loses_nothing(site, proxy):
    site.do(CHANGE)
    waiting = site.do(WAITING)
    with proxy.failing("mute"):
        kill_in_the_middle(site.start("search_drain"), proxy, "_bulk")
    assert site.do(WAITING) == waiting != "0"

    assert site.run("search_drain")[1] == 0
    assert site.do(WAITING) == "0"
    assert is_right(site)[0]


def test_a_rebuild_that_is_killed_leaves_the_index_as_it_was_and_the_next_one_is_whole(site, proxy):
    with proxy.failing("mute"):
        kill_in_the_middle(site.start("search_rebuild"), proxy, "_bulk")
    site.do(CHANGE.replace("club-1", "club-3").replace("club-2", "club-4"))
    assert site.run("search_drain")[1] == 0
    # What changed while a rebuild seems to go on is kept for its index …
    assert site.do(WAITING) != "0"
    assert "Another process rebuilds" in site.run("search_rebuild")[0]

    # … until it is plain that it was killed.
    site.do(TWO_MINUTES_LATER)
    assert site.run("search_drain")[1] == 0
    assert site.do(WAITING) == "0"
    assert is_right(site)[0]
    assert site.run("search_rebuild")[1] == 0
    assert is_right(site)[0]


def test_two_drainers_at_once_do_each_other_no_harm(site):
    site.do(CHANGE.replace("club-1", "club-2").replace('"club-2")', '"club-5")'))
    drainers = [site.start("search_drain") for _drainer in range(2)]
    assert [drainer.wait(timeout=240) for drainer in drainers] == [0, 0]

    assert site.do(WAITING) == "0"
    assert is_right(site)[0]
