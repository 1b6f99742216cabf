"""A server that answers late: searchers do not wait for it, and who can wait does."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from search import keys, rebuilding
from search.engines import selection
from search.engines.base import SearchUnavailable
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.factories import PracticeFactory
from tests.reading import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(both, site, kept):
    """Return the only page that says canary."""
    page = PracticeFactory(parent=site.practices, title="Kanarie")
    kept.rebuild()
    return page


@pytest.fixture
def hasty(both, monkeypatch):
    """Return Elasticsearch for searchers who wait a second."""
    first, _standby = both
    monkeypatch.setattr(first, "client", first.client.options(request_timeout=1))
    return first


def test_who_looks_after_the_index_or_asks_why_waits_for_a_late_answer(page, proxy, hasty):
    query, key = SearchQuery("kanarie"), keys.of_page(page.pk)
    patient = replace(query, patient=True)
    documents, score = hasty.status().documents, hasty.search(query, EVERYBODY).hits[0].score
    with proxy.failing("late"):
        (why,) = hasty.explain(patient, EVERYBODY, [key])
        assert (why.id, why.score) == (key, pytest.approx(score))
        assert hasty.search(patient, EVERYBODY).total == 1
        assert hasty.status().documents == documents
        assert not rebuilding.is_needed(hasty)
        with pytest.raises(SearchUnavailable, match="timed out"):
            hasty.search(query, EVERYBODY)


def test_an_editor_is_told_why_by_a_server_that_searchers_do_not_wait_for(
    page, proxy, hasty, editor, monkeypatch
):
    monkeypatch.setattr(selection.engine(), "standby", None)
    with proxy.failing("late"):
        asked = editor.get("/beheer/ranking/", {"vraag": "kanarie"})
        searched = editor.get("/zoeken", {"q": "kanarie"})
    places = BeautifulSoup(asked.content, "html.parser").select(".wk-ranking-place h3")
    assert (asked.status_code, list(map(words, places))) == (200, ["1. Kanarie"])
    assert searched.status_code == 503
