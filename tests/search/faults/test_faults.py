"""Whatever happens to Elasticsearch while editors work: afterwards the index is right again."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search import audit, builders, changes, pace
from search.documents import Document
from search.models import Change, IndexState, Version
from tests.factories import OrganisationFactory, PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(both):
    """Return Elasticsearch, which things happen to."""
    return both[0]


@pytest.fixture
def pages(both, site, kept):
    """Return pages that every index holds, each to have something done to it."""
    names = ("renamed", "moved", "closed", "unpublished", "deleted")
    found = {
        name: PracticeFactory(parent=site.practices, title=f"Kanarie {name}") for name in names
    }
    kept.rebuild()
    return found


def work(site, pages):
    """Do what editors do: write, rename, move, close, unpublish and delete."""
    PracticeFactory(parent=site.practices, title="Kanarie new")
    pages["renamed"].title = "Kanarie with another name"
    pages["renamed"].save()
    members = Group.objects.create(name="Leden")
    restriction = PageViewRestriction.objects.create(
        page=pages["closed"], restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.set([members])
    pages["moved"].move(site.methods, pos="last-child")
    pages["unpublished"].unpublish()
    pages["deleted"].delete()
    OrganisationFactory(name="Kanarieclub", slug="kanarieclub")


RIGHT = {"elastic": [], "embedded": []}


@pytest.mark.parametrize("fault", ["refuse", "cut", "busy", "broken", "third"])
def test_afterwards_nothing_is_missing_or_visible_to_the_wrong_people(
    site, pages, proxy, kept, fault
):
    with proxy.failing(fault):
        work(site, pages)
        kept.drain()
        if fault != "third":
            assert Change.objects.filter(engine="elastic").count() > 0
            assert Change.objects.filter(engine="embedded").count() == 0

    kept.recover()
    assert kept.waiting() == 0
    assert kept.differences() == RIGHT


def test_a_server_that_hangs_while_editors_work_loses_nothing(
    site, pages, proxy, kept, first, monkeypatch
):
    monkeypatch.setattr(first, "patient", first.patient.options(request_timeout=1))
    with proxy.failing("hang"):
        work(site, pages)
        kept.drain()
        assert Change.objects.filter(engine="elastic").count() > 0

    kept.recover()
    assert kept.waiting() == 0
    assert kept.differences() == RIGHT


def found(client):
    """Return the titles that everybody finds, and how many there are said to be."""
    page = BeautifulSoup(client.get("/zoeken", {"q": "kanarie"}).content, "html.parser")
    titles = sorted(link.get_text().strip() for link in page.select("main h3 a"))
    return titles, page.select_one("#zoekstatus").get_text(strip=True)


def test_a_disk_that_is_full_shows_nothing_of_what_was_hidden_meanwhile(
    site, pages, kept, first, client
):
    block = {"index.blocks.read_only_allow_delete": True}
    first.client.indices.put_settings(index=first.alias, settings=block)
    work(site, pages)
    kept.drain()
    # Elasticsearch takes nothing, not even removals, and answers from what it has.
    assert f"page:{pages['deleted'].pk}" in keys_in(first)
    assert found(client) == (["Kanarie moved", "Kanarie renamed"], "2 resultaten")

    first.client.indices.put_settings(index=first.alias, settings=dict.fromkeys(block))
    kept.recover()
    assert kept.waiting() == 0
    assert kept.differences() == RIGHT


@pytest.mark.parametrize("what", ["index", "alias"])
def test_an_index_that_is_deleted_is_built_again(site, pages, kept, first, what):
    if what == "index":
        first.remove()
    else:
        first.client.indices.delete_alias(index=f"{first.alias}.*", name=first.alias)
    work(site, pages)
    kept.drain()
    assert not first.client.indices.exists(index=first.alias)
    with pytest.raises(CommandError, match="elastic does not answer"):
        call_command("search_audit")

    call_command("search_rebuild", verbosity=0)
    assert kept.waiting() == 0
    assert kept.differences() == RIGHT


def test_an_index_that_the_server_made_by_guesswork_makes_way(site, pages, kept, first):
    first.remove()
    first.client.index(index=first.alias, document={"made by": "guesswork"})

    call_command("search_rebuild", verbosity=0)
    assert kept.differences() == RIGHT


def test_a_third_without_room_waits_by_itself_and_the_others_go_on(site, pages, proxy, kept, first):
    for number in range(9):
        OrganisationFactory(name=f"Club {number}", slug=f"club-{number}")
    with proxy.failing("third"):
        changes.drain(first)
        left = Change.objects.filter(engine="elastic")
        assert left.count() == 3
        assert {row.attempts for row in left} == {1}
        assert all(row.next_attempt_at > timezone.now() for row in left)
        assert not pace.is_paused(pace.of(first))

    # What was taken is not sent again.
    before = proxy.asked
    changes.drain(first)
    assert proxy.asked == before
    kept.recover()
    assert kept.differences() == RIGHT


def titled(title, version):
    return Document(id="page:1", type="praktijk", title=title, url="/", version=version)


def test_what_the_server_has_newer_is_done(first, kept):
    kept.rebuild()
    first.upsert([titled("Derde", 3)])
    first.upsert([titled("Tweede", 2)])

    assert list(first.stored()) == [("page:1", 3, "public")]


def test_an_old_write_after_a_removal_is_dealt_with_by_reading_again(first, site, kept, pages):
    """The server forgets what it removed: after that only reading the object again protects."""
    deleted = pages["deleted"]
    key = f"page:{deleted.pk}"
    late = builders.build([key])[key].with_version(Version.give_out())
    deleted.delete()
    kept.drain()
    first.upsert([late])
    assert key not in keys_in(first)

    first.client.indices.put_settings(index=first.alias, settings={"index.gc_deletes": "0s"})
    first.delete([key], Version.give_out())
    first.client.indices.flush(index=first.alias, force=True)
    first.client.indices.refresh(index=first.alias)
    first.upsert([late])
    # A drainer that was held up for more than an hour would do this; the audit finds it.
    if key in keys_in(first):
        assert audit.audit(first).orphaned == [key]
        audit.repair(audit.audit(first), first)
    assert key not in keys_in(first)


def keys_in(engine):
    return {key for key, _version, _token in engine.stored()}


def test_one_document_that_the_server_can_never_take_is_set_apart(first, kept, pages, proxy):
    """Too large for the server: sent in parts until it is alone."""
    page = pages["renamed"]
    page.title = "x" * 250
    page.save()
    other = OrganisationFactory(name="Club", slug="club")
    with proxy.failing("too_large"):
        changes.drain(first)

    dead = Change.objects.filter(dead=True)
    assert list(dead.values_list("engine", "key")) == [("elastic", f"page:{page.pk}")]
    assert f"organisation:{other.slug}" in keys_in(first)
    # What was there of it is forgotten: it may tell what nobody may see any more.
    assert f"page:{page.pk}" not in keys_in(first)


def test_what_the_engine_chokes_on_is_found_by_sending_fewer(first, kept, pages, proxy):
    poison = pages["renamed"]
    poison.save()
    for number in range(3):
        OrganisationFactory(name=f"Club {number}", slug=f"club-{number}")
    with proxy.failing("chokes_on_page"):
        for _attempt in range(6):
            IndexState.objects.update(paused_until=None)
            changes.drain(first)
        assert set(Change.objects.filter(engine="elastic").values_list("key", flat=True)) == {
            f"page:{poison.pk}"
        }
    kept.recover()
    assert kept.waiting() == 0
