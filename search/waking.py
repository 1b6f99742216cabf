"""A background thread that works when it is woken and is gone when there is nothing to do."""

import logging
import threading
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, connections

log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(minutes=1)


class Worker:
    """Calls `work` in a thread of its own, once for any number of wakes that come together.

    `work` returns how long to wait before it must be called again, or None when it need not be.
    """

    def __init__(self, name, work):
        self.name = name
        self.work = work
        self._state = threading.Condition()
        self._asked = False
        self._rests = False
        self._thread = None

    @contextmanager
    def resting(self):
        """Let nothing wake it for a while: whoever asks this does the work afterwards."""
        self._rests = True
        try:
            yield
        finally:
            self._rests = False

    def wake(self):
        """Ask for the work to be done; returns at once."""
        with self._state:
            if self._rests:
                return
            self._asked = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
                self._thread.start()
            self._state.notify()

    def _run(self):
        while self._is_asked():
            try:
                pause = self.work()
            except DatabaseError:
                log.exception("%s could not read the database; trying again.", self.name)
                pause = LONGEST_SLEEP
            finally:
                connections.close_all()
            self._sleep(pause)

    def _is_asked(self):
        with self._state:
            asked, self._asked = self._asked, False
            if not asked:
                self._thread = None
            return asked

    def _sleep(self, pause):
        if pause is None:
            return
        with self._state:
            self._state.wait_for(
                lambda: self._asked, timeout=min(pause, LONGEST_SLEEP).total_seconds()
            )
            self._asked = True
