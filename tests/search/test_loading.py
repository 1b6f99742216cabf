"""Documents are made in several processes beside each other, and no process is left behind."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from search import loading

ROOT = Path(__file__).resolve().parents[2]
# Of a kind that nobody makes documents of, so that no database is needed.
NOBODY = ["nobody:1", "nobody:2"]
# Starts two processes, tells which, and does not end.
WAITING = """
import multiprocessing, time
from search import processes

with processes.pool(2) as pool:
    list(pool.map(time.sleep, [0.1] * 8))
    print(*[child.pid for child in multiprocessing.active_children()], flush=True)
    time.sleep(60)
"""


def test_every_batch_comes_back_in_order():
    asked = []

    def batches():
        for number in range(9):
            asked.append(number)
            yield NOBODY

    found = []
    for documents in loading.made(batches(), 2):
        found.append((documents, len(asked)))

    assert [documents for documents, _asked in found] == [({}, {})] * 9
    # A little ahead of who writes them, and no more than that: memory has an end.
    assert [asked for _documents, asked in found] == [4, 5, 6, 7, 8, 9, 9, 9, 9]


def test_a_process_that_is_killed_is_told():
    def batches():
        yield from [NOBODY] * 4
        for child in multiprocessing.active_children():
            os.kill(child.pid, signal.SIGKILL)
        yield from [NOBODY] * 4

    with pytest.raises(loading.Stopped, match="A process that reads pages was stopped"):
        list(loading.made(batches(), 2))
    assert multiprocessing.active_children() == []


def test_who_stops_half_way_leaves_no_process():
    batches = loading.made(iter([NOBODY] * 9), 2)
    next(batches)
    assert len(multiprocessing.active_children()) == 2

    batches.close()

    assert multiprocessing.active_children() == []


def is_running(number):
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(number)], capture_output=True, text=True, check=False
    )
    return bool(told.stdout.strip()) and not told.stdout.startswith("Z")


def test_processes_end_when_the_one_that_started_them_is_killed():
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings", "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen(
        [sys.executable, "-c", WAITING], stdout=subprocess.PIPE, env=environment, text=True
    )
    children = [int(number) for number in parent.stdout.readline().split()]
    assert [is_running(child) for child in children] == [True, True]

    parent.kill()
    parent.wait()

    for _look in range(100):
        if not any(map(is_running, children)):
            break
        time.sleep(0.1)
    assert [is_running(child) for child in children] == [False, False]


def test_a_small_site_is_read_by_one_process():
    assert loading.fitting(loading.WORTH_PROCESSES - 1) == 1
    assert 1 <= loading.fitting(loading.WORTH_PROCESSES) <= 4
