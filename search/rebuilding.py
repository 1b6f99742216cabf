"""Builds a new index beside the one in use, and loses nothing that changes meanwhile.

While a rebuild goes on, the change queue keeps what it has dealt with: the index in use has it,
the new one may not. After the new index has taken its place those rows are dealt with again.
"""

import time
import uuid
from contextlib import closing, contextmanager
from itertools import islice

from django.utils import timezone

from search import builders, changes, loading, pace
from search.engines import selection
from search.engines.base import SearchUnavailable, put
from search.figures import indexing as figures
from search.models import Change, IndexState, Version

BATCH = 500
# How often a batch is offered to a server that has no room for it.
ATTEMPTS = 5


class AlreadyRebuilding(Exception):
    """Another process rebuilds this index now."""


class Incomplete(Exception):
    """The new index holds less than it should, so the one in use stays."""


def is_needed(engine):
    """Tell whether an index is absent, empty, made in another way, or was not kept up to date."""
    try:
        status = engine.status()
    except SearchUnavailable:
        return True
    built = IndexState.objects.filter(engine=engine.name, built_at__isnull=False).exists()
    return not built or status.documents == 0 or not status.is_current


def rebuild(engine, report=lambda count, total: None, processes=None):
    """Build a new index and return how many documents it holds.

    `report` is called after every batch, with the number of documents so far and that of all.
    Pages are read in so many `processes`, else in as many as are of use. Raises loading.Stopped
    when one of those is killed.
    """
    with _announced(engine) as name:
        build = _Build(engine, name)
        newest = Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with engine.rebuild() as new:
            with closing(build.load(new, processes)) as steps:
                for count, total in steps:
                    report(count, total)
            build.load_figures(new)
            build.check(new)
        # What was refused before has had a new chance.
        Change.objects.of(engine).filter(dead=True, pk__lte=newest).delete()
        changes.bury(engine, build.refused)
    changes.drain(engine, at_once=True)
    return len(build.loaded)


def forget_unused():
    """Forget what waits for engines that do not run: their index is no longer kept up to date."""
    Change.objects.exclude(engine__in=selection.names()).delete()
    IndexState.objects.exclude(engine__in=selection.names()).delete()


class _Build:
    """What goes into the new index."""

    def __init__(self, engine, name):
        self.engine = engine
        self.name = name
        self.version = Version.give_out()
        self.loaded = set()
        self.refused = {}

    def load(self, new, processes):
        """Load everything that can be found; yield how many so far, and how many there are."""
        total = sum(1 for _ in builders.all_keys())
        size = processes or loading.fitting(total)
        with closing(loading.made(_batches(builders.all_keys()), size)) as batches:
            for documents, unreadable in batches:
                self._load_batch(new, documents, unreadable)
                yield len(self.loaded), total

    def load_figures(self, new):
        """Load the series of all figures."""
        for _loaded in figures.load(new, self.version):
            self._sign_of_life()

    def check(self, new):
        """Refuse a new index that holds fewer documents than the database says."""
        self._sign_of_life()
        present = set(builders.all_keys())
        # Read after what is there: what came meanwhile waits by then, and is no loss.
        waiting = set(Change.objects.of(self.engine).values_list("key", flat=True))
        wanted = self.loaded | (present - waiting - self.refused.keys())
        found = new.count()
        if found < len(wanted):
            raise Incomplete(
                f"The new index of {self.engine.name} holds {found} documents and the database "
                f"says {len(wanted)}. The index in use stays; try again."
            )

    def _load_batch(self, new, documents, unreadable):
        left = {key: document.with_version(self.version) for key, document in documents.items()}
        self.refused |= unreadable
        for failures in range(1, ATTEMPTS + 1):
            self._sign_of_life()
            left = self._offered(new, left, is_last=failures == ATTEMPTS)
            if not left:
                break
            time.sleep(pace.wait(failures, pace.LONGEST_PAUSE).total_seconds())
        self.loaded |= documents.keys() - self.refused.keys()

    def _offered(self, new, documents, is_last):
        """Load documents and return those for which there was no room."""
        try:
            rejected = put(new.add, list(documents.values()))
        except SearchUnavailable:
            if is_last:
                raise
            return documents
        self.refused |= rejected.refused
        if rejected.later and is_last:
            raise SearchUnavailable(str(rejected))
        return {key: documents[key] for key in rejected.later}

    def _sign_of_life(self):
        mine = IndexState.objects.filter(engine=self.engine.name, rebuild=self.name)
        if not mine.update(rebuilding_at=timezone.now()):
            raise AlreadyRebuilding(self.engine.name)


def _batches(keys):
    keys = iter(keys)
    while batch := list(islice(keys, BATCH)):
        yield batch


@contextmanager
def _announced(engine):
    name = uuid.uuid4().hex
    with changes.held(engine) as state:
        if changes.rebuild_goes_on(engine):
            raise AlreadyRebuilding(engine.name)
        mine = IndexState.objects.filter(pk=state.pk)
        mine.update(rebuild=name, rebuilding_at=timezone.now())
    try:
        yield name
        # A new index: whatever was the matter with the one before is over.
        mine.update(
            built_at=timezone.now(),
            **{"failures": 0, "silent_until": None},
            **{"write_failures": 0, "paused_until": None},
        )
    finally:
        with changes.held(engine):
            changes.replay(engine)
            mine.filter(rebuild=name).update(rebuild="", rebuilding_at=None)
