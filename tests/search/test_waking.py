"""The thread that drains the queue: awake when there is work, and out of the way when asked."""

import threading

import pytest

from search.waking import Worker


@pytest.fixture
def done():
    """Return an event that is set when the work has been done."""
    return threading.Event()


def worker(done):
    return Worker("test-worker", lambda: done.set())


def test_a_wake_gets_the_work_done(done):
    worker(done).wake()

    assert done.wait(timeout=10)


def test_nothing_wakes_a_worker_that_rests_and_afterwards_it_works_again(done):
    resting = worker(done)

    with resting.resting():
        resting.wake()
        assert resting._thread is None

    assert not done.is_set()
    resting.wake()
    assert done.wait(timeout=10)
