"""An index of its own for every test, in either engine, and a way to ask it something."""

import uuid
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from accounts.domain import grant_editor_permissions
from search import changes, rebuilding
from search.engines import breaker, selection
from search.engines.elastic import connection
from tests import services


@dataclass
class Answer:
    """What the search page shows: its status, titles in order and the page itself."""

    status: int
    titles: list
    page: BeautifulSoup

    @property
    def count(self):
        """Return the number of results, in the words of the page."""
        return self.page.select_one("#zoekstatus").get_text(strip=True)

    def facet(self, label):
        """Return the values of a facet with their counts, as the page shows them."""
        for facet in self.page.select("fieldset.wk-facet"):
            if facet.legend.get_text(strip=True) == label:
                return [" ".join(choice.get_text().split()) for choice in facet.select("label")]
        return []


class Index:
    """The index under test."""

    def __init__(self, engine):
        self.engine = engine

    def update(self):
        """Index what changed, as the web process does after a commit."""
        changes.drain(self.engine)

    def ask(self, question="", client=None, **choices):
        """Ask the search page a question after indexing what changed."""
        self.update()
        response = (client or Client()).get("/zoeken", {"q": question, **choices})
        page = BeautifulSoup(response.content, "html.parser")
        titles = [link.get_text().strip() for link in page.select("main h3 a")]
        return Answer(response.status_code, titles, page)

    def stored(self):
        """Return the visibility token of every document."""
        return {key: token for key, _version, token in self.engine.stored()}


# A machine that runs many tests at once answers later than a searcher would wait for.
PATIENCE = 20


@pytest.fixture(autouse=True, scope="session")
def _patience():
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(connection, "SEARCH_TIMEOUT", PATIENCE)
        # So that the number of SQL queries does not depend on how fast the machine is.
        patched.setattr(breaker, "REMEMBERED_FOR", PATIENCE)
        yield


ENGINES = ["embedded", "elastic"]


def address(engine, folder):
    """Return the address of a new index of an engine."""
    if engine == "embedded":
        return f"embedded:{folder / 'search.sqlite3'}"
    return f"{services.elasticsearch_url().rsplit('/', 1)[0]}/test-{uuid.uuid4().hex[:12]}"


@pytest.fixture(params=ENGINES)
def search_url(request, tmp_path):
    """Return the address of an empty index, in each engine in turn."""
    return address(request.param, tmp_path)


@pytest.fixture
def engine(search_url, settings):
    """Return the engine that the site uses, without an index yet."""
    settings.SEARCH_URL = search_url
    selection.forget()
    yield selection.engine()
    selection.engine().remove()
    selection.forget()


@pytest.fixture
def site(engine, site):
    """Return the small site, made while this engine was chosen."""
    return site


@pytest.fixture
def index(engine, db):
    """Return an index filled with what is in the database now."""
    rebuilding.rebuild(engine)
    return Index(engine)


@pytest.fixture
def editor(eva):
    """Return the browser of Eva, signed in, with what editors may do."""
    grant_editor_permissions()
    client = Client()
    client.force_login(eva)
    return client
