"""How fast an engine is written to: an engine that takes nothing is left alone for a while.

The pause is kept in the database, so that every worker keeps to it, and belongs to one engine:
the other goes on. Rows of the queue are not touched by it, so all of them are due when the
engine is back.
"""

import random
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from search.models import IndexState

BATCH = 200
LONGEST_PAUSE = timedelta(seconds=60)


def wait(failures, longest):
    """Return how long to wait after so many failures in a row.

    With jitter, so that several servers do not all come back at the same moment.
    """
    return min(timedelta(seconds=2 ** min(failures, 20)), longest) * random.uniform(0.75, 1.25)


def of(engine):
    """Return what is known of an engine."""
    state, _created = IndexState.objects.get_or_create(engine=engine.name)
    return state


def is_paused(state):
    """Tell whether nothing is to be written now."""
    return state.paused_until is not None and state.paused_until > timezone.now()


def batch_size(state):
    """Return how many keys to write at once: fewer after failures, to find out what chokes it."""
    return max(1, BATCH >> 2 * min(state.write_failures, 8))


def slow_down(state):
    """Leave the engine alone for a while, longer after every failure."""
    IndexState.objects.filter(pk=state.pk, write_failures__lt=1000).update(
        write_failures=F("write_failures") + 1
    )
    IndexState.objects.filter(pk=state.pk).update(
        paused_until=timezone.now() + wait(state.write_failures, LONGEST_PAUSE)
    )


def go_on(state):
    """Note that the engine takes what is written."""
    if state.write_failures:
        IndexState.objects.filter(pk=state.pk).update(write_failures=0, paused_until=None)
