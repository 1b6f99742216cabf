"""Hidden pages leave no trace in counts, nor in what public pages say of them."""

import pytest
from wagtail.models import PageViewRestriction

from search import changes, rebuilding
from search.engines import selection
from tests.factories import MethodFactory, PracticeFactory
from tests.reading import words
from tests.robustness.hidden import hide, tell_members
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(site, settings, tmp_path):
    """Return an index of its own for the test, of what is on the site."""
    settings.SEARCH_URL = f"embedded:{tmp_path / 'search.sqlite3'}"
    selection.forget()
    rebuilding.rebuild(selection.engine())
    yield selection.engine()
    selection.forget()


def counts(client):
    """Return every count that search shows: on the page, on the map and as data."""
    page, places = (soup_of(client.get(f"/zoeken?weergave={view}")) for view in ("lijst", "kaart"))
    data = client.get("/zoeken.json").json()
    return [
        *(words(label) for label in page.select("#zoekstatus, fieldset.wk-facet label")),
        *(words(link) for link in places.select(".wk-results-map__list a")),
        *(place["aria-label"] for place in places.select(".wk-results-map svg a")),
        data["total"],
        data["facets"],
        len(client.get("/zoeken.csv").content.splitlines()),
    ]


def test_hidden_pages_change_no_count(site, client, index):
    before = counts(client)
    hide(site)
    tell_members(site)
    rebuilding.rebuild(index)
    assert counts(client) == before
    assert before[0] == "20 resultaten"


def test_a_method_that_is_closed_is_no_longer_named_by_its_practices(site, client, index):
    method = MethodFactory(parent=site.methods, title="Achter de voordeur")
    PracticeFactory(parent=site.practices, title="Huisbezoek", method=method)
    changes.drain(index)
    assert "Achter de voordeur" in client.get("/zoeken?q=huisbezoek").content.decode()
    PageViewRestriction.objects.create(page=method, restriction_type=PageViewRestriction.LOGIN)
    changes.drain(index)
    assert "Achter de voordeur" not in client.get("/zoeken?q=huisbezoek").content.decode()
