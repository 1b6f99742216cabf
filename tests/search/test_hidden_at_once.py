"""What may not be seen any more is gone at once, also from an index that has not heard of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.test import Client, RequestFactory
from django.utils import timezone
from wagtail.models import PageViewRestriction

from indicators.models import Indicator
from search import changes, rebuilding, visibility
from search.engines import selection
from search.models import Change
from search.query import SearchQuery
from search.visibility import Searcher
from tests.factories import (
    IndicatorFactory,
    MethodFactory,
    OrganisationFactory,
    PracticeFactory,
    ThemeFactory,
)
from tests.search.conftest import Index

pytestmark = pytest.mark.django_db


class Lagging(Index):
    """An index that hears of nothing until it is told to update."""

    def see(self, text, person=None):
        """Return all that search tells a person: titles, total, counts, suggestions, similar."""
        request = RequestFactory().get("/zoeken")
        request.user = person or AnonymousUser()
        request.session = {}
        scope = Searcher(request).scope
        results = selection.engine().search(SearchQuery(text=text), scope)
        suggested = selection.engine().suggest(text[:5], scope)
        return {
            "hits": sorted(hit.title for hit in results.hits),
            "total": results.total,
            "themes": {found.value: found.count for found in results.facets.get("theme", ())},
            "suggested": sorted(found.title for found in suggested),
        }


NOTHING = {"hits": [], "total": 0, "themes": {}, "suggested": []}
ALL = {"hits": ["Kanarie"], "total": 1, "themes": {"dieren": 1}, "suggested": ["Kanarie"]}


@pytest.fixture
def lagging(index):
    return Lagging(index.engine)


@pytest.fixture
def canary(site, lagging):
    """Return a practice that everybody finds."""
    theme = ThemeFactory(label="Dieren", slug="dieren")
    canary = PracticeFactory(parent=site.practices, title="Kanarie", themes=[theme])
    lagging.update()
    assert lagging.see("kanarie") == ALL
    return canary


@pytest.fixture
def members():
    return Group.objects.create(name="Leden van CoP 18")


def close(page, *groups):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.set(groups)
    return restriction


def set_live_without_a_signal_of_wagtail(page):
    page.live = False
    page.save()


LEAVING = {
    "closed": lambda site, page: close(page),
    "its section closed": lambda site, page: close(site.practices),
    "unpublished": lambda site, page: page.unpublish(),
    "not live": lambda site, page: set_live_without_a_signal_of_wagtail(page),
    "deleted": lambda site, page: page.delete(),
    "its section deleted": lambda site, page: site.practices.delete(),
}


@pytest.mark.parametrize("leave", LEAVING.values(), ids=LEAVING)
def test_it_is_in_no_hit_total_count_or_suggestion(site, lagging, canary, leave):
    leave(site, canary)

    assert lagging.see("kanarie") == NOTHING
    assert lagging.stored()[f"page:{canary.pk}"] == "public"
    lagging.update()
    assert lagging.see("kanarie") == NOTHING


def test_moving_it_into_a_closed_section_hides_it(site, lagging, canary, members):
    close(site.methods, members)
    lagging.update()

    canary.move(site.methods, pos="last-child")

    assert lagging.see("kanarie") == NOTHING


def test_members_go_on_seeing_it(site, lagging, canary, members, bas):
    bas.groups.add(members)
    close(canary, members)
    assert lagging.see("kanarie", bas) == ALL
    assert lagging.see("kanarie") == NOTHING


def test_taking_a_group_from_a_closed_page_hides_it_from_that_group(
    site, lagging, canary, members, bas
):
    bas.groups.add(members)
    restriction = close(canary, members)
    lagging.update()
    assert lagging.see("kanarie", bas) == ALL

    restriction.groups.clear()

    assert lagging.see("kanarie", bas) == NOTHING


def test_what_was_open_again_before_the_index_heard_of_it_was_never_gone(site, lagging, canary):
    close(canary).delete()

    assert lagging.see("kanarie") == ALL


def test_a_page_past_its_date_is_gone_at_that_moment(site, lagging, canary):
    canary.expire_at = timezone.now() + timedelta(hours=1)
    canary.save()
    lagging.update()
    assert lagging.see("kanarie") == ALL
    assert changes.lag(lagging.engine).waiting == 0

    passed = timezone.now() - timedelta(seconds=1)
    Change.objects.update(created=passed, next_attempt_at=passed)
    type(canary).objects.update(expire_at=passed)

    assert lagging.see("kanarie") == NOTHING
    lagging.update()
    assert f"page:{canary.pk}" not in lagging.stored()


def test_other_things_that_are_deleted_are_gone_too(site, lagging):
    OrganisationFactory(name="Kanarieclub", slug="kanarieclub")
    IndicatorFactory(name="Kanariestand", code="kanaries")
    lagging.update()
    assert lagging.see("kanarie")["suggested"] == ["Kanarieclub", "Kanariestand"]

    Indicator.objects.get(code="kanaries").delete()

    assert lagging.see("kanarie")["suggested"] == ["Kanarieclub"]
    assert lagging.see("kanariestand")["hits"] == ["Kanarieclub"]


def test_it_resembles_nothing_any_more(site, lagging, canary, rf):
    other = PracticeFactory(parent=site.practices, title="Kanarie in de wijk")
    lagging.update()
    request = rf.get("/")
    request.user, request.session = AnonymousUser(), {}

    def alike():
        scope = Searcher(request).scope
        return [hit.title for hit in selection.engine().similar(f"page:{other.pk}", scope)]

    assert alike() == ["Kanarie"]
    close(canary)
    assert alike() == []


@pytest.mark.parametrize("leave", ["closed", "unpublished", "deleted"])
def test_a_practice_that_names_a_hidden_method_waits_until_it_names_it_no_more(
    site, lagging, leave
):
    method = MethodFactory(parent=site.methods, title="Achter de voordeur")
    PracticeFactory(parent=site.practices, title="Huisbezoek", method=method)
    lagging.update()
    assert lagging.see("achter de voordeur")["hits"] == ["Achter de voordeur", "Huisbezoek"]

    LEAVING[leave](site, method)

    assert lagging.see("achter de voordeur")["hits"] == []
    assert lagging.see("huisbezoek")["hits"] == []
    lagging.update()
    assert lagging.see("achter de voordeur")["hits"] == []
    assert lagging.see("huisbezoek")["hits"] == ["Huisbezoek"]


def test_what_a_new_index_has_not_heard_of_stays_hidden(site, lagging, canary):
    with rebuilding._announced(lagging.engine):
        close(canary)
        # The index in use knows, the new one was filled before.
        lagging.update()
        assert Change.objects.filter(key=f"page:{canary.pk}", done=True).exists()
        assert lagging.see("kanarie") == NOTHING
    assert Change.objects.filter(key=f"page:{canary.pk}", done=False).exists()
    assert lagging.see("kanarie") == NOTHING


def test_the_number_of_queries_is_fixed(site, lagging, canary, members, django_assert_num_queries):
    client = Client()
    pages = [PracticeFactory(parent=site.practices, title=f"Wijk {n}") for n in range(8)]
    lagging.update()
    client.get("/zoeken", {"q": "wijk"})
    with django_assert_num_queries(9):
        client.get("/zoeken", {"q": "wijk"})
    for page in pages:
        # Nothing that hides something: as good as nothing.
        page.save()
    with django_assert_num_queries(9):
        client.get("/zoeken", {"q": "wijk"})
    close(pages[0], members)
    with django_assert_num_queries(11):
        client.get("/zoeken", {"q": "wijk"})
    for page in pages[1:6]:
        page.unpublish()
    with django_assert_num_queries(11):
        client.get("/zoeken", {"q": "wijk"})


def test_too_much_to_hide_is_no_answer_rather_than_a_wrong_one(
    site, lagging, canary, members, monkeypatch
):
    monkeypatch.setattr(visibility, "MOST_WAITING", 3)
    for n in range(4):
        PracticeFactory(parent=site.practices, title=f"Wijk {n}")
    lagging.update()
    close(site.practices, members)

    assert Client().get("/zoeken", {"q": "kanarie"}).status_code == 503
    assert Client().get("/zoeken/suggesties", {"q": "kanarie"}).json() == {"suggestions": []}
    lagging.update()
    assert Client().get("/zoeken", {"q": "kanarie"}).status_code == 200
