"""The change queue: what must be indexed again, kept in the database until it has been.

A row says who changed, never what; draining reads the object again. That makes three promises:

- A row is written in the transaction of the change, so a rollback takes it back and a crash
  after the commit does not lose it.
- A version is given out before the object is read, so whichever of two drainers writes last,
  the index keeps what was read later.
- Only the rows that were seen before reading are removed: a change that comes in meanwhile
  has a row of its own. And none is when a new index took its place since then: it was maybe
  the old one that was written.

Every engine has rows of its own, and a worker of its own to deal with them.
"""

import logging
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from content.rows import insert
from search import indexing, keys, pace
from search.attachments import store as attachments
from search.engines import selection
from search.engines.base import SearchUnavailable
from search.models import Change, Hides, IndexState
from search.waking import Workers

log = logging.getLogger(__name__)

SHORTEST_WAIT = timedelta(milliseconds=50)
# How long what an engine has no room for waits at most before it is tried again.
LONGEST_WAIT = timedelta(minutes=5)
# A rebuild that gave no sign of life for this long was killed.
REBUILD_IS_DEAD_AFTER = timedelta(minutes=2)


@dataclass(frozen=True)
class Lag:
    """How far the index is behind: rows waiting, seconds since the oldest, rows refused."""

    waiting: int
    oldest: float
    dead: int


def record(wanted, hides=Hides.NOTHING, moment=None):
    """Note that these may have changed, in the transaction that goes on, or will at a moment."""
    wanted = dict.fromkeys(wanted)
    # A delivery of a million figures waits in half a million rows.
    insert(
        Change,
        ("engine", "key", "hides"),
        (
            # Only documents are found.
            (name, key, int(hides if keys.is_document(key) else Hides.NOTHING))
            for name in selection.names()
            for key in wanted
        ),
        created=(now := moment or timezone.now()),
        next_attempt_at=now,
        attempts=0,
        error="",
        dead=False,
        done=False,
    )
    transaction.on_commit(wake)


def wake():
    """Have the queue drained in the background; `search_drain --watch` may do so beside it."""
    if settings.SEARCH_DRAINS_ITSELF:
        workers.wake()


def drain(engine, at_once=False):
    """Index everything that is due and return how many keys were dealt with.

    `at_once` tries what is being waited with too.
    """
    if at_once:
        _forget_waiting(engine)
    _take_over_from_a_dead_rebuild(engine)
    total, reads = 0, True
    while reads:
        while done := _drain_batch(engine):
            total += done
        # Files last: reading one takes seconds, and the pages they are on wait again after it.
        reads = attachments.read_next(record)
    return total


def lag(engine):
    """Return how far an engine is behind."""
    waiting = Change.objects.of(engine).waiting()
    oldest = waiting.order_by("created").values_list("created", flat=True).first()
    return Lag(
        waiting=waiting.count(),
        oldest=(timezone.now() - oldest).total_seconds() if oldest else 0.0,
        dead=Change.objects.of(engine).filter(dead=True).count(),
    )


def next_due(engine):
    """Return when something is due, or None when nothing waits."""
    rows = Change.objects.of(engine).filter(dead=False, done=False)
    due = rows.order_by("next_attempt_at").values_list("next_attempt_at", flat=True).first()
    paused = pace.of(engine).paused_until
    return max(due, paused) if due and paused else due


def rebuild_goes_on(engine):
    """Tell whether a rebuild of this engine is under way."""
    return _is_rebuilding(pace.of(engine))


@contextmanager
def held(engine):
    """Give what is known of an engine; no rebuild of it begins or ends before the block does."""
    with transaction.atomic():
        state, _created = IndexState.objects.select_for_update().get_or_create(engine=engine.name)
        yield state


def bury(engine, refused):
    """Set apart what an engine refuses, for somebody to look at."""
    Change.objects.bulk_create(
        Change(engine=engine.name, key=key, dead=True, error=error[:1000])
        for key, error in refused.items()
    )


def replay(engine):
    """Let what was dealt with during a rebuild be dealt with again, for the new index."""
    Change.objects.of(engine).filter(done=True).update(done=False)


def _drain_and_wait(name):
    if name not in selection.names():
        # Woken for an engine that was let go since.
        return None
    engine = selection.named(name)
    drain(engine)
    due = next_due(engine)
    return due and max(due - timezone.now(), SHORTEST_WAIT)


workers = Workers("search-drain", selection.names, _drain_and_wait)


def _drain_batch(engine):
    state = pace.of(engine)
    if pace.is_paused(state):
        return 0
    rows = list(Change.objects.of(engine).due()[: pace.batch_size(state)])
    if not rows:
        return 0
    wanted = list(dict.fromkeys(row.key for row in rows))
    try:
        left = indexing.write(engine, wanted)
    except SearchUnavailable as error:
        log.warning("%s takes no documents: %s", engine.name, error)
        pace.slow_down(state)
        # After some failures one goes alone: it may be what the engine chokes on.
        _postpone(rows if pace.batch_size(state) == 1 else [], str(error))
        return 0
    pace.go_on(state)
    with held(engine) as now:
        # After a rebuild that ended meanwhile they come again.
        if _is_rebuilding(now) or now.built_at == state.built_at:
            _settle(engine, rows, left, for_new_index=_is_rebuilding(now))
    return len(wanted)


def _settle(engine, rows, left, for_new_index):
    """Remove the rows that were dealt with, and keep those of what the engine did not take."""
    written = {row.key for row in rows} - left.later.keys()
    # What was refused before has had a new chance.
    Change.objects.of(engine).filter(key__in=written, dead=True).delete()
    _remove([row for row in rows if row.key in written - left.refused.keys()], for_new_index)
    for row in rows:
        if row.key in left.later:
            _postpone([row], left.later[row.key])
        elif row.key in left.refused:
            log.error("%s refuses %s: %s", engine.name, row.key, left.refused[row.key])
            _set_apart(row, left.refused[row.key], for_new_index)


def _set_apart(row, reason, for_new_index):
    # An index that is being built may have taken what was there before: then it comes again.
    state = {"done": True} if for_new_index else {"dead": True}
    Change.objects.filter(pk=row.pk).update(error=reason[:1000], **state)


def _postpone(rows, reason):
    for row in rows:
        Change.objects.filter(pk=row.pk, attempts__lt=1000).update(attempts=F("attempts") + 1)
        Change.objects.filter(pk=row.pk).update(
            next_attempt_at=timezone.now() + pace.wait(row.attempts, LONGEST_WAIT),
            error=reason[:1000],
        )


def _forget_waiting(engine):
    IndexState.objects.filter(engine=engine.name).update(paused_until=None)
    Change.objects.of(engine).waiting().filter(attempts__gt=0).update(
        next_attempt_at=timezone.now()
    )


def _remove(rows, for_new_index):
    # The rows were chosen before a rebuild was looked for: one that starts later reads the
    # objects as they are after these changes.
    finished = Change.objects.filter(pk__in=[row.pk for row in rows])
    if for_new_index:
        finished.update(done=True)
    else:
        finished.delete()


def _take_over_from_a_dead_rebuild(engine):
    """Deal again with what a rebuild that was killed cannot deal with any more."""
    if not _is_broken_off(pace.of(engine)):
        return
    with held(engine) as state:
        # Another worker may have done so meanwhile.
        if _is_broken_off(state):
            log.warning("A rebuild of %s was broken off.", engine.name)
            IndexState.objects.filter(pk=state.pk).update(rebuilding_at=None, rebuild="")
            replay(engine)


def _is_broken_off(state):
    return state.rebuilding_at is not None and not _is_rebuilding(state)


def _is_rebuilding(state):
    alive = timezone.now() - REBUILD_IS_DEAD_AFTER
    return state.rebuilding_at is not None and state.rebuilding_at > alive
