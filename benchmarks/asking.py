"""Opens our engines over the library and asks each of them the same, in turn."""

import statistics
from contextlib import contextmanager

from benchmarks import contenders, library, measuring, options


@contextmanager
def engines(chosen, folder):
    """Give the engines that were chosen, filled with the library, by name."""
    with contenders.opened(chosen, folder) as found:
        for engine in found.values():
            contenders.filled(engine)
        yield found


def compare(description, tasks, ask, arguments=None, others=lambda chosen: {}):
    """Print how long each engine takes for what `ask(engine, task)` does."""
    chosen = options.read(description, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    with engines(chosen, folder) as found:
        who = {
            name: lambda task, engine=engine: ask(engine, task) for name, engine in found.items()
        } | others(chosen)
        given = tasks(chosen.questions)
        measuring.interleaved(who, given[:20])
        times = measuring.interleaved(who, given, chosen.rounds)
    rows = [[name, *columns(seconds)] for name, seconds in times.items()]
    measuring.table(["", "p50 ms", "p95 ms", "slowest ms"], rows)


def columns(seconds):
    """Return the middle of times, the time of all but the slowest twentieth, and the slowest."""
    found = statistics.median(seconds), measuring.percentile(seconds, 0.95), max(seconds)
    return [measuring.milliseconds(time) for time in found]
