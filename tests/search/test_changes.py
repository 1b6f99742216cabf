"""The change queue: nothing lost, nothing out of order."""

import pytest
from django.db import transaction
from django.utils import timezone

from search import builders, changes, keys, rebuilding
from search.engines.base import SearchUnavailable
from search.models import Change, IndexState, Version
from tests.factories import PracticeFactory

pytestmark = pytest.mark.django_db


class Unreachable:
    """Stands for a server that is switched off: the address where nobody answers."""

    name = "embedded"

    def upsert(self, documents):
        raise SearchUnavailable("connection refused")

    delete = upsert


def waiting():
    return sorted(Change.objects.values_list("key", flat=True))


def test_a_change_waits_in_the_queue_until_it_is_indexed(site, index):
    practice = PracticeFactory(parent=site.practices, title="Gezonde wijk")
    assert f"page:{practice.pk}" in waiting()

    index.update()

    assert waiting() == []
    assert f"page:{practice.pk}" in index.stored()


def test_a_rollback_takes_the_change_back(site, index):
    index.update()

    def save_until_the_connection_breaks():
        with transaction.atomic():
            PracticeFactory(parent=site.practices)
            raise RuntimeError("the editor's connection broke")

    with pytest.raises(RuntimeError):
        save_until_the_connection_breaks()

    assert waiting() == []


def test_a_row_that_came_in_while_draining_is_not_removed(site, index):
    practice = PracticeFactory(parent=site.practices, title="Oude titel")
    index.update()
    changes.record([f"page:{practice.pk}"])
    engine = index.engine

    class RenamesMeanwhile:
        """An engine during whose writing an editor saves the same page again."""

        name = engine.name

        def upsert(self, documents):
            engine.upsert(documents)
            if not waiting_titles:
                waiting_titles.append(True)
                practice.title = "Nieuwe titel"
                practice.save()

        delete = staticmethod(engine.delete)

    waiting_titles = []
    changes._drain_batch(RenamesMeanwhile())

    assert waiting() == [f"page:{practice.pk}"]
    assert index.ask("nieuwe titel").titles == ["Nieuwe titel"]


def test_an_older_version_that_arrives_late_changes_nothing(site, index):
    practice = PracticeFactory(parent=site.practices, title="Eerste titel")
    late = builders.build([f"page:{practice.pk}"])[f"page:{practice.pk}"]
    late = late.with_version(Version.give_out())
    practice.title = "Tweede titel"
    practice.save()
    index.update()

    index.engine.upsert([late])

    assert index.ask("titel").titles == ["Tweede titel"]


def test_an_engine_that_is_gone_loses_nothing_and_is_asked_again_later(site, index):
    index.update()
    practice = PracticeFactory(parent=site.practices)
    Change.objects.update(engine=index.engine.name)
    gone = Unreachable()
    gone.name = index.engine.name

    changes.drain(gone)

    state = IndexState.objects.get(engine=gone.name)
    assert (state.write_failures, changes.lag(gone).waiting) == (1, len(waiting()))
    assert changes.next_due(gone) == state.paused_until > timezone.now()
    # Nobody tries before the pause is over, and then it is as if nothing had been the matter.
    index.update()
    assert f"page:{practice.pk}" not in index.stored()
    IndexState.objects.update(paused_until=timezone.now())
    index.update()
    assert f"page:{practice.pk}" in index.stored()
    assert IndexState.objects.get(engine=gone.name).write_failures == 0


def test_a_hundred_saves_of_one_page_cost_one_document(site, index):
    practice = PracticeFactory(parent=site.practices)
    index.update()
    for number in range(100):
        practice.title = f"Titel {number}"
        practice.save()

    assert changes.drain(index.engine) == 1
    assert index.ask("titel").titles == ["Titel 99"]


def refused():
    return dict(Change.objects.filter(dead=True).values_list("key", "error"))


@pytest.fixture
def unreadable(site, index, monkeypatch):
    """Return a practice that was found until a mistake in our code: its document gives an error."""
    practice = PracticeFactory(parent=site.practices, title="Onleesbaar")
    index.update()
    build_pages = builders.BUILDERS[keys.PAGE]

    def mistaken(numbers):
        if str(practice.pk) in numbers:
            raise TypeError("what nobody foresaw")
        return build_pages(numbers)

    monkeypatch.setitem(builders.BUILDERS, keys.PAGE, mistaken)
    return practice


def test_a_page_that_gives_an_error_is_set_apart_and_holds_up_no_other(site, index, unreadable):
    unreadable.save()
    PracticeFactory(parent=site.practices, title="Gezonde wijk")

    assert index.ask("gezonde wijk").titles == ["Gezonde wijk"]
    assert refused() == {f"page:{unreadable.pk}": "TypeError: what nobody foresaw"}
    # What is stored of it may tell what nobody may see any more.
    assert f"page:{unreadable.pk}" not in index.stored()


def test_a_rebuild_sets_it_apart_too(site, index, unreadable):
    PracticeFactory(parent=site.practices, title="Gezonde wijk")
    rebuilding.rebuild(index.engine)

    assert index.ask("gezonde wijk").titles == ["Gezonde wijk"]
    assert list(refused()) == [f"page:{unreadable.pk}"]


def test_what_was_set_apart_is_found_again_when_the_mistake_is_mended(
    site, index, unreadable, monkeypatch
):
    unreadable.save()
    index.update()
    monkeypatch.undo()
    unreadable.save()

    assert index.ask("onleesbaar").titles == ["Onleesbaar"]
    assert refused() == {}
