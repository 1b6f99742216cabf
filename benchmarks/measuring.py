"""Times contenders in turn, so that what else the machine does hits all of them alike."""

import os
import platform
import sqlite3
import statistics
import time
from collections import defaultdict


def percentile(times, part):
    """Return the time below which this part of the times lies."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def interleaved(contenders, tasks, rounds=1):
    """Return seconds per contender and task; each task is given to all of them in turn.

    `contenders` are functions by name, called with a task. Who goes first changes every time. Of
    several rounds the median counts.
    """
    seen = {name: defaultdict(list) for name in contenders}
    names = list(contenders)
    for around in range(rounds):
        for place, task in enumerate(tasks):
            turn = (place + around) % len(names)
            for name in names[turn:] + names[:turn]:
                seen[name][place].append(timed(contenders[name], task))
    return {
        name: [statistics.median(times[place]) for place in range(len(tasks))]
        for name, times in seen.items()
    }


def timed(function, *arguments):
    """Return how many seconds a call takes."""
    begin = time.perf_counter()
    function(*arguments)
    return time.perf_counter() - begin


def ratio(times, name, other):
    """Return how many times longer one takes than another, in all and as the median of pairs."""
    pairs = [mine / theirs for mine, theirs in zip(times[name], times[other], strict=True)]
    return sum(times[name]) / sum(times[other]), statistics.median(pairs)


def table(heads, rows):
    """Print rows below their heads, as Markdown."""
    print(f"| {' | '.join(heads)} |")
    print(f"|{'---|' * len(heads)}")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")
    print()


def milliseconds(seconds):
    """Return a time in words."""
    return f"{1000 * seconds:.1f}"


def facts(options):
    """Print on what machine and over what library this is measured."""
    import elasticsearch

    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    print(
        f"{options.documents} pages, {options.rounds} rounds; {os.cpu_count()} processors "
        f"({platform.machine()}), load {load:.1f} per processor at the start; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        f"client {'.'.join(map(str, elasticsearch.__version__))}\n"
    )
