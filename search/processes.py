"""Processes that work for this one; imported before Django is set up, so without models."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import django

# Beyond these the process that writes what they make cannot keep up.
MOST = 4
PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def fitting():
    """Return how many processes this machine has processors for."""
    return min(PROCESSORS or 1, MOST)


@contextmanager
def pool(size):
    """Give an executor of so many processes, each with Django and connections of its own.

    They are not forks: a fork would share the connections to the database, and locks that other
    threads hold.
    """
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(size, mp_context=context, initializer=_begin)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _begin():
    # Ctrl-C reaches every process of a terminal: the one that started these ends them.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    django.setup()


def _end_with_parent():
    # A parent that was killed tells nobody.
    multiprocessing.parent_process().join()
    os._exit(1)
