"""A real Elasticsearch that behaves badly, and the embedded engine as its standby."""

import pytest

from search import audit, changes, rebuilding
from search.engines import breaker, selection
from search.models import Change
from tests.search.conftest import address
from tests.search.faults.proxy import Proxy


@pytest.fixture
def proxy():
    """Return what stands between the site and Elasticsearch."""
    proxy = Proxy()
    proxy.start()
    yield proxy
    proxy.released.set()
    proxy.stop()


@pytest.fixture
def search_url(proxy, tmp_path):
    """Return the address of an empty index in Elasticsearch, behind the proxy."""
    return f"{proxy.url}/{address('elastic', tmp_path).rsplit('/', 1)[1]}"


@pytest.fixture
def both(engine, settings, tmp_path):
    """Return Elasticsearch and, as its standby, the embedded engine."""
    settings.SEARCH_STANDBY = f"embedded:{tmp_path / 'standby.sqlite3'}"
    selection.forget()
    return selection.kept()


class Kept:
    """What is done for every engine that is kept up to date."""

    @staticmethod
    def rebuild():
        """Build every index."""
        for engine in selection.kept():
            rebuilding.rebuild(engine)

    @staticmethod
    def drain():
        """Do what the workers do after a commit."""
        for engine in selection.kept():
            changes.drain(engine)

    @staticmethod
    def recover():
        """Let the time pass that engines are left alone, and do what is left to do."""
        for engine in selection.kept():
            breaker.close(engine)
            changes.drain(engine, at_once=True)
        selection.forget()

    @staticmethod
    def waiting():
        """Return how many changes wait."""
        return Change.objects.count()

    @staticmethod
    def differences():
        """Return all that the audit finds, by engine."""
        return {engine.name: audit.audit(engine).keys for engine in selection.kept()}


@pytest.fixture
def kept():
    """Return what is done for every engine."""
    return Kept
