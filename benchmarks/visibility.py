"""How long it takes until another process finds what was published.

python -m benchmarks.visibility --documents 20000
"""

import subprocess
import sys
import time

from benchmarks import asking, contenders, library, measuring, options

DESCRIPTION = (
    "Publish pages, each with a word of its own, and measure how long it takes from the commit "
    "until another process finds it."
)
PAGES = 30


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    rows = []
    with asking.engines(chosen, folder) as found:
        for name, engine in found.items():
            with contenders.in_use(engine), _reader(engine) as reader:
                rows.append([name, *asking.columns(_delays(reader))])
    measuring.table(["", "p50 ms", "p95 ms", "slowest ms"], rows)


def _delays(reader):
    from practices.models import PracticePage

    pages = list(PracticePage.objects.order_by("-pk")[: PAGES + 1])
    delays = [_delay(reader, page, f"zichtbaar{time.time_ns()}") for page in pages]
    # The first one starts the thread and fills the caches.
    return delays[1:]


def _delay(reader, page, word):
    reader.stdin.write(f"{word}\n")
    reader.stdin.flush()
    page.title = f"{word} {page.title}"[:250]
    page.save_revision().publish()
    committed = time.time()
    return max(0.0, float(reader.stdout.readline()) - committed)


def _reader(engine):
    """Start a process that looks for each word it is given and says when it found it."""
    return subprocess.Popen(
        [sys.executable, "-m", "benchmarks.reading", contenders.address(engine)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


if __name__ == "__main__":
    main()
