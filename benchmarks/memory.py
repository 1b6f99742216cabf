"""How much memory and disk an index takes.

python -m benchmarks.memory --documents 100000
"""

import subprocess
import sys
from pathlib import Path

from benchmarks import asking, contenders, library, measuring, options

DESCRIPTION = (
    "Print the size of each index, and how much memory a process holds before and after its "
    "first question, with the time that question takes."
)
MEGABYTE = 1_000_000
# Asks this module to be the process that is measured.
OF = "of"


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    with asking.engines(chosen, folder) as found:
        rows = [[name, *_row(engine)] for name, engine in found.items()]
    heads = ["", "index MB", "process before MB", "after MB", "first question ms"]
    measuring.table(heads, rows)


def _row(engine):
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.memory", OF, contenders.address(engine)],
        check=True,
        capture_output=True,
        text=True,
    )
    return [round(engine.status().size_in_bytes / MEGABYTE), *told.stdout.split()]


def _tell(address):
    """Ask one question in this process and print what that takes."""
    import django

    django.setup()
    from benchmarks.reading import engine_at
    from search.query import SearchQuery
    from search.scope import EVERYBODY

    engine = engine_at(address)
    before = _resident()
    seconds = measuring.timed(lambda: engine.search(SearchQuery("wijk bewoners"), EVERYBODY))
    print(before, _resident(), measuring.milliseconds(seconds))


def _resident():
    (pages,) = Path("/proc/self/statm").read_text(encoding="ascii").split()[1:2]
    return round(int(pages) * 4096 / MEGABYTE)


if __name__ == "__main__":
    if sys.argv[1:2] == [OF]:
        _tell(sys.argv[2])
    else:
        main()
