"""A rebuild fills a new index while the old one answers, and loses no change."""

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from search import audit, builders, changes, rebuilding
from search.management.progress import Progress
from search.models import Change
from tests.factories import OrganisationFactory, PracticeFactory

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
PROOF = [sys.executable, "benchmarks/rebuild_under_writes.py", "--documents", "2500"]
IN_PROCESSES = ["--processes", "2"]


def test_a_rebuild_indexes_everything(site, index):
    PracticeFactory(parent=site.practices, title="Gezonde wijk")

    count = rebuilding.rebuild(index.engine)

    assert count == len(list(builders.all_keys()))
    assert index.ask("gezonde wijk").titles == ["Gezonde wijk"]


def test_what_changes_during_a_rebuild_is_in_the_new_index(site, index):
    early = PracticeFactory(parent=site.practices, title="Vroeg")
    index.update()

    def an_editor_works_on(count, total):
        early.title = "Vroeg en veranderd"
        early.save()
        index.update()
        assert index.ask("veranderd").titles == ["Vroeg en veranderd"]

    rebuilding.rebuild(index.engine, an_editor_works_on)

    assert index.ask("veranderd").titles == ["Vroeg en veranderd"]
    assert audit.audit(index.engine).keys == []
    assert Change.objects.count() == 0


class Newcomer:
    """Makes an organisation right after a table is read for the first time since it was armed."""

    def __init__(self, table):
        self.table = table
        self.is_armed = False

    def arm(self, _count, _total):
        self.is_armed = True

    def __call__(self, execute, sql, parameters, many, context):
        answer = execute(sql, parameters, many, context)
        if self.is_armed and sql.startswith("SELECT") and self.table in sql:
            self.is_armed = False
            OrganisationFactory(name="Buurtgroep", slug="buurtgroep")
        return answer


@pytest.mark.parametrize("table", ["search_change", "content_organisation"])
def test_what_comes_while_a_new_index_is_checked_does_not_make_it_incomplete(site, index, table):
    OrganisationFactory(slug="welzijn")
    newcomer = Newcomer(table)

    with connection.execute_wrapper(newcomer):
        rebuilding.rebuild(index.engine, newcomer.arm)

    assert not newcomer.is_armed
    assert "organisation:buurtgroep" in {id for id, _version, _token in index.engine.stored()}


def test_what_another_process_changes_during_a_rebuild_is_in_the_new_index(search_url):
    editing = ["--edits", "100", "--pause", "0.01", "--search", search_url, *IN_PROCESSES]
    proof = subprocess.run([*PROOF, *editing], cwd=ROOT, capture_output=True, text=True)
    assert proof.returncode == 0, proof.stdout + proof.stderr

    _pace, changes, *found = proof.stdout.splitlines()[-7:]

    assert int(changes.rpartition(": ")[2]) > 10
    # A quarter of the changes adds one, a quarter removes one.
    assert found == [
        "documents afterwards: 2,500 (the engine says 2,500)",
        "missing: 0 ",
        "orphaned: 0 ",
        "wrongly visible: 0 ",
        "stale: 0 ",
    ]


def test_what_was_written_just_before_a_new_index_took_its_place_is_written_again(site, index):
    practice = PracticeFactory(parent=site.practices, title="Oude titel")
    index.update()
    engine, building = index.engine, ExitStack()

    class EndsTheRebuild:
        """An engine whose new index takes its place right after the old one was written."""

        name = engine.name
        delete = staticmethod(engine.delete)

        def upsert(self, documents):
            engine.upsert(documents)
            building.close()

    building.enter_context(rebuilding._announced(engine))
    new = building.enter_context(engine.rebuild())
    new.add(builders.build(builders.all_keys()).values())
    practice.title = "Nieuwe titel"
    practice.save()
    changes._drain_batch(EndsTheRebuild())
    index.update()

    assert index.ask("titel").titles == ["Nieuwe titel"]
    assert Change.objects.count() == 0


def test_two_rebuilds_at_once_are_refused(site, index):
    with rebuilding._announced(index.engine), pytest.raises(rebuilding.AlreadyRebuilding):
        rebuilding.rebuild(index.engine)


def test_a_rebuild_that_breaks_off_leaves_the_old_index_as_it_was(site, index):
    PracticeFactory(parent=site.practices, title="Gezonde wijk")
    index.update()

    def the_power_fails(count, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuilding.rebuild(index.engine, the_power_fails)

    assert index.ask("gezonde wijk").titles == ["Gezonde wijk"]
    assert not rebuilding.is_needed(index.engine)


def test_only_if_needed_leaves_a_good_index_alone(site, index, capsys):
    PracticeFactory(parent=site.practices)
    index.update()
    call_command("search_rebuild", only_if_needed=True)
    assert capsys.readouterr().out == ""

    index.engine.remove()
    call_command("search_rebuild", only_if_needed=True)

    assert capsys.readouterr().out.startswith("Building the index of ")


def test_a_new_index_that_holds_too_little_is_not_put_in_place(site, index, monkeypatch):
    PracticeFactory(parent=site.practices, title="Gezonde wijk")
    index.update()
    load = rebuilding._Build._load_batch

    def loses_one(build, new, documents, unreadable):
        load(build, new, dict(list(documents.items())[:-1]), unreadable)

    monkeypatch.setattr(rebuilding._Build, "_load_batch", loses_one)
    with pytest.raises(CommandError, match="The index in use stays"):
        call_command("search_rebuild")

    assert index.ask("gezonde wijk").titles == ["Gezonde wijk"]
    assert audit.audit(index.engine) == audit.Differences()


@pytest.mark.parametrize("number", ["0", "-1", "veel"])
def test_only_a_number_of_processes_will_do(number):
    with pytest.raises(CommandError, match=f"'{number}' is not a number of processes"):
        call_command("search_rebuild", f"--processes={number}")


def test_a_rebuild_tells_how_far_it_is(site, index):
    PracticeFactory(parent=site.practices)
    told = []
    count = rebuilding.rebuild(index.engine, lambda *progress: told.append(progress))

    assert told[-1] == (count, len(list(builders.all_keys())))


def test_somebody_who_waits_is_told_the_pace_and_the_time_left():
    lines = []
    progress = Progress(lines.append)
    progress.start -= 10
    progress.told_at -= 10
    progress(12_400, 100_000)
    progress(12_500, 100_000)

    assert lines == ["  12,400 of 100,000 documents, 1,240 per second, 71 s left"]
