"""The thread that drains the queue: awake when there is work, and out of the way when asked."""

import threading
import time
from datetime import timedelta

import pytest

from search import changes
from search.engines import selection
from search.waking import Worker, Workers


@pytest.fixture
def done():
    """Return an event that is set when the work has been done."""
    return threading.Event()


def worker(done):
    return Worker("test-worker", lambda: done.set())


def test_a_wake_gets_the_work_done(done):
    worker(done).wake()

    assert done.wait(timeout=10)


def test_nothing_wakes_workers_that_rest_and_afterwards_they_work_again():
    done = {"elastic": threading.Event(), "embedded": threading.Event()}
    workers = Workers("test-worker", lambda: list(done), lambda name: done[name].set())

    with workers.resting():
        workers.wake()
        assert workers._workers == {}

    workers.wake()
    assert all(each.wait(timeout=10) for each in done.values())


def test_a_worker_that_hangs_holds_up_no_other():
    released, done = threading.Event(), threading.Event()
    work = {"elastic": lambda: released.wait(timeout=10) and None, "embedded": done.set}
    Workers("test-worker", lambda: list(work), lambda name: work[name]()).wake()

    assert done.wait(timeout=10)
    released.set()


def test_a_process_that_ends_waits_for_the_work_that_was_asked_for():
    finished = []

    def work():
        time.sleep(0.2)
        finished.append(True)

    slow = Worker("test-worker", work)
    slow.wake()
    slow.finish()

    assert finished == [True]


def test_a_process_that_ends_does_not_wait_for_work_that_is_for_later(done):
    later = Worker("test-worker", lambda: done.set() or timedelta(minutes=1))
    later.wake()
    assert done.wait(timeout=10)
    start = time.monotonic()
    later.finish()

    assert time.monotonic() - start < 5


def test_a_worker_of_an_engine_that_was_let_go_has_nothing_to_do(settings):
    settings.SEARCH_URL, settings.SEARCH_STANDBY = "embedded:", ""
    selection.forget()

    assert changes.workers.work("elastic") is None
