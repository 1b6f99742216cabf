"""The change queue: what must be indexed again, kept in the database until it has been.

A row says who changed, never what; draining reads the object again. That makes three promises:

- A row is written in the transaction of the change, so a rollback takes it back and a crash
  after the commit does not lose it.
- A version is given out before the object is read, so whichever of two drainers writes last,
  the index keeps what was read later.
- Only the rows that were seen before reading are removed: a change that comes in meanwhile
  has a row of its own.
"""

import logging
import random
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from search import keys
from search.attachments import store as attachments
from search.builders import build_or_tell
from search.engines.base import Rejected, SearchUnavailable
from search.engines.selection import engine as chosen_engine
from search.figures import indexing
from search.models import Change, IndexState, Version
from search.waking import Worker

log = logging.getLogger(__name__)

BATCH = 200
SHORTEST_WAIT = timedelta(milliseconds=50)
LONGEST_WAIT = timedelta(minutes=5)
# A rebuild that gave no sign of life for this long was killed.
REBUILD_IS_DEAD_AFTER = timedelta(minutes=2)


@dataclass(frozen=True)
class Lag:
    """How far the index is behind: rows waiting, seconds since the oldest, rows refused."""

    waiting: int
    oldest: float
    dead: int


def record(keys):
    """Note that these may have changed, in the transaction that goes on."""
    name = chosen_engine().name
    Change.objects.bulk_create(
        [Change(engine=name, key=key) for key in dict.fromkeys(keys)], batch_size=500
    )
    transaction.on_commit(wake)


def wake():
    """Have the queue drained in the background; `search_drain --watch` may do so beside it."""
    if settings.SEARCH_DRAINS_ITSELF:
        worker.wake()


def drain(engine=None):
    """Index everything that is due and return how many keys were dealt with."""
    engine = engine or chosen_engine()
    total, reads = 0, True
    while reads:
        while done := _drain_batch(engine):
            total += done
        # Files last: reading one takes seconds, and the pages they are on wait again after it.
        reads = attachments.read_next(record)
    return total


def lag(engine):
    """Return how far an engine is behind."""
    rows = Change.objects.filter(engine=engine.name, done=False)
    waiting = rows.filter(dead=False)
    oldest = waiting.order_by("id").values_list("created", flat=True).first()
    return Lag(
        waiting=waiting.count(),
        oldest=(timezone.now() - oldest).total_seconds() if oldest else 0.0,
        dead=rows.filter(dead=True).count(),
    )


def next_due(engine):
    """Return when the next row is due, or None when nothing waits."""
    rows = Change.objects.filter(engine=engine.name, dead=False, done=False)
    return rows.order_by("next_attempt_at").values_list("next_attempt_at", flat=True).first()


def new_version():
    """Return a number higher than every one before it."""
    return Version.objects.create().pk


def forget_versions():
    """Remove the numbers that were given out; the sequence goes on where it was."""
    Version.objects.all().delete()


def rebuild_goes_on(engine):
    """Tell whether a rebuild of this engine is under way."""
    alive = timezone.now() - REBUILD_IS_DEAD_AFTER
    return IndexState.objects.filter(engine=engine.name, rebuilding_at__gt=alive).exists()


def _drain_and_wait():
    engine = chosen_engine()
    drain(engine)
    due = next_due(engine)
    return due and max(due - timezone.now(), SHORTEST_WAIT)


worker = Worker("search-drain", _drain_and_wait)


def _drain_batch(engine):
    rows = _due(engine)
    if not rows:
        return 0
    wanted = list(dict.fromkeys(row.key for row in rows))
    try:
        rejected = write(engine, wanted)
    except SearchUnavailable as error:
        log.warning("Search engine %s does not answer: %s", engine.name, error)
        _postpone(rows, error)
        return 0
    # What was refused before has had a new chance.
    Change.objects.filter(engine=engine.name, key__in=wanted, dead=True).delete()
    _bury([row for row in rows if row.key in rejected], rejected)
    _remove(engine, [row for row in rows if row.key not in rejected])
    return len(wanted)


def _due(engine):
    rows = Change.objects.filter(
        engine=engine.name, dead=False, done=False, next_attempt_at__lte=timezone.now()
    )
    return list(rows.order_by("id")[:BATCH])


def write(engine, wanted):
    """Bring these keys up to date in an engine; return the refused ones with the reason.

    What is refused is forgotten too: what is there may tell what nobody may see any more.
    """
    version = new_version()
    wanted, series = keys.parted(wanted)
    if series:
        indexing.write(engine, series, version)
    documents, rejected = build_or_tell(wanted)
    if documents:
        numbered = [document.with_version(version) for document in documents.values()]
        rejected |= put(engine.upsert, numbered)
    gone = [key for key in wanted if key not in documents or key in rejected]
    if gone:
        engine.delete(gone, version)
    return rejected


def put(write_all, documents):
    """Write documents with this function of an engine; return the refused ones with the reason."""
    try:
        write_all(documents)
    except Rejected:
        # One bad document must not hold up the others: find out which it is.
        return _one_by_one(write_all, documents)
    return {}


def bury(engine, rejected):
    """Set apart what an engine refuses, for somebody to look at."""
    Change.objects.bulk_create(
        Change(engine=engine.name, key=key, dead=True, error=error[:1000])
        for key, error in rejected.items()
    )


def _one_by_one(write_all, documents):
    rejected = {}
    for document in documents:
        try:
            write_all([document])
        except Rejected as error:
            log.error("The search engine refuses %s: %s", document.id, error)
            rejected[document.id] = str(error)
    return rejected


def _postpone(rows, error):
    # With jitter, so that several servers do not all come back at the same moment.
    attempts = min(row.attempts for row in rows)
    wait = min(timedelta(seconds=2**attempts), LONGEST_WAIT) * random.uniform(0.75, 1.25)
    Change.objects.filter(pk__in=[row.pk for row in rows]).update(
        attempts=F("attempts") + 1,
        next_attempt_at=timezone.now() + wait,
        error=str(error)[:1000],
    )


def _bury(rows, rejected):
    for row in rows:
        Change.objects.filter(pk=row.pk).update(dead=True, error=rejected[row.key][:1000])


def _remove(engine, rows):
    # The rows were chosen before this looks for a rebuild: one that starts later reads the
    # objects as they are after these changes.
    finished = Change.objects.filter(pk__in=[row.pk for row in rows])
    if rebuild_goes_on(engine):
        finished.update(done=True)
    else:
        finished.delete()
