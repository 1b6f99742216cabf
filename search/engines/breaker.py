"""Spares searchers an engine that does not answer: after a few failures nobody asks for a while.

The state is kept in the database, shared by all workers, and read at most once a second. When
the while is over one of them tries; the others go on without until that one had an answer.
"""

import logging
import time
from contextlib import contextmanager
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from search.engines.base import NotUnderstood, SearchUnavailable
from search.models import IndexState

log = logging.getLogger(__name__)

FAILURES = 3
SILENCE = timedelta(seconds=10)
REMEMBERED_FOR = 1.0


class Breaker:
    """Keeps count of the failures of the engine with a name."""

    def __init__(self, name):
        self.name = name
        self._state = None
        self._read_at = 0.0

    @contextmanager
    def watching(self):
        """Let a question through, or raise at once while nobody is to ask."""
        self._refuse_while_silent()
        try:
            yield
        except NotUnderstood:
            self._has_answered()
            raise
        except SearchUnavailable as error:
            self._has_failed(error)
            raise
        self._has_answered()

    def _refuse_while_silent(self):
        state = self._known()
        if state is None or state.failures < FAILURES:
            return
        if state.silent_until > timezone.now() or not self._is_the_one_to_try(state):
            raise SearchUnavailable(f"{self.name} is not asked for a while")

    def _is_the_one_to_try(self, state):
        """Claim the attempt: of all workers the one whose update changes the row has it."""
        self._forget()
        same = self._rows().filter(silent_until=state.silent_until)
        return bool(same.update(silent_until=timezone.now() + SILENCE))

    def _has_failed(self, error):
        IndexState.objects.get_or_create(engine=self.name)
        self._rows().filter(failures__lt=1000).update(failures=F("failures") + 1)
        tripped = self._rows().filter(failures__gte=FAILURES)
        if tripped.update(silent_until=timezone.now() + SILENCE):
            log.error("%s is not asked for %s: %s", self.name, SILENCE, error)
        self._forget()

    def _has_answered(self):
        state = self._known()
        if state is not None and state.failures:
            self._rows().update(failures=0, silent_until=None)
            self._forget()

    def _known(self):
        if time.monotonic() - self._read_at > REMEMBERED_FOR:
            self._state = self._rows().first()
            self._read_at = time.monotonic()
        return self._state

    def _forget(self):
        self._read_at = 0.0

    def _rows(self):
        return IndexState.objects.filter(engine=self.name)


def is_open(engine):
    """Tell whether an engine is not asked now."""
    found = IndexState.objects.filter(engine=engine.name, failures__gte=FAILURES)
    return found.filter(silent_until__gt=timezone.now()).exists()


def close(engine):
    """Let an engine be asked again."""
    IndexState.objects.filter(engine=engine.name).update(failures=0, silent_until=None)
