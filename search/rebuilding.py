"""Builds a new index beside the one in use, and loses nothing that changes meanwhile.

While a rebuild goes on, the change queue keeps what it has dealt with: the index in use has it,
the new one may not. After the new index has taken its place those rows are dealt with again.
"""

from contextlib import contextmanager
from itertools import islice

from django.db import transaction
from django.utils import timezone

from search import builders, changes, dutch
from search.engines.base import SearchUnavailable
from search.engines.selection import engine as chosen_engine
from search.figures import indexing
from search.models import Change, IndexState

BATCH = 1000


class AlreadyRebuilding(Exception):
    """Another process rebuilds this index now."""


def is_needed(engine):
    """Tell whether an index is absent, empty or made with another analysis of Dutch."""
    try:
        status = engine.status()
    except SearchUnavailable:
        return True
    return status.documents == 0 or status.analysis != dutch.ANALYSIS_VERSION


def rebuild(engine=None, report=lambda count: None):
    """Build a new index and return how many documents it holds.

    `report` is called with the number of documents so far, after every batch.
    """
    engine = engine or chosen_engine()
    count = 0
    with _announced(engine):
        version = changes.new_version()
        Change.objects.filter(engine=engine.name, dead=True).delete()
        with engine.rebuild() as new:
            for batch in _batches(builders.all_keys()):
                count += _load(engine, new, batch, version)
                _sign_of_life(engine)
                report(count)
            for _loaded in indexing.load(new, version):
                _sign_of_life(engine)
    changes.drain(engine)
    return count


def _load(engine, new, batch, version):
    documents, refused = builders.build_or_tell(batch)
    numbered = [document.with_version(version) for document in documents.values()]
    refused |= changes.put(new.add, numbered)
    changes.bury(engine, refused)
    return len(documents.keys() - refused.keys())


def _batches(keys):
    keys = iter(keys)
    while batch := list(islice(keys, BATCH)):
        yield batch


@contextmanager
def _announced(engine):
    with transaction.atomic():
        state, _created = IndexState.objects.select_for_update().get_or_create(engine=engine.name)
        if changes.rebuild_goes_on(engine):
            raise AlreadyRebuilding(engine.name)
        _sign_of_life(engine)
    try:
        yield
    finally:
        with transaction.atomic():
            Change.objects.filter(engine=engine.name, done=True).update(done=False)
            IndexState.objects.filter(pk=state.pk).update(rebuilding_at=None)


def _sign_of_life(engine):
    IndexState.objects.filter(engine=engine.name).update(rebuilding_at=timezone.now())
