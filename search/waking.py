"""A background thread that works when it is woken and is gone when there is nothing to do."""

import atexit
import logging
import threading
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from django.db import DatabaseError, connections

log = logging.getLogger(__name__)

LONGEST_SLEEP = timedelta(minutes=1)
# How long a process that ends waits for work that is being done.
LAST_WORK_IN_SECONDS = 10


class Worker:
    """Calls `work` in a thread of its own, once for any number of wakes that come together.

    `work` returns how long to wait before it must be called again, or None when it need not be.
    """

    def __init__(self, name, work):
        self.name = name
        self.work = work
        self._state = threading.Condition()
        self._asked = False
        self._works = False
        self._thread = None

    def wake(self):
        """Ask for the work to be done; returns at once."""
        with self._state:
            self._asked = self._works = True
            if self._thread is None:
                atexit.register(self.finish)
                self._thread = threading.Thread(target=self._run, name=self.name, daemon=True)
                self._thread.start()
            self._state.notify_all()

    def finish(self):
        """Wait for what is being done, or was asked for; a command that ends calls this."""
        with self._state:
            self._state.wait_for(lambda: not self._works, timeout=LAST_WORK_IN_SECONDS)

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
                atexit.unregister(self.finish)
            self._rest_or_work(asked)
            return asked

    def _sleep(self, pause):
        if pause is None:
            return
        with self._state:
            self._rest_or_work(self._asked)
            self._state.wait_for(
                lambda: self._asked, timeout=min(pause, LONGEST_SLEEP).total_seconds()
            )
            self._asked = True

    def _rest_or_work(self, works):
        self._works = works
        self._state.notify_all()


class Workers:
    """A worker for each name, so that one which is held up holds up no other."""

    def __init__(self, name, names, work):
        self.name = name
        self.names = names
        self.work = work
        self._workers = {}
        self._rest = False

    @contextmanager
    def resting(self):
        """Let nothing wake them for a while: whoever asks this does the work afterwards."""
        self._rest = True
        try:
            yield
        finally:
            self._rest = False

    def wake(self):
        """Ask each for its work; returns at once."""
        for name in () if self._rest else self.names():
            new = Worker(f"{self.name}-{name}", partial(self.work, name))
            self._workers.setdefault(name, new).wake()
