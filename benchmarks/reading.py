"""Another process: looks for each word it is given until it is found, and says when that was.

Started by `benchmarks.visibility` and `benchmarks.memory` with the address of an index.
"""

import os
import sys
import time

PAUSE = 0.005


def main():
    """Read words from the standard input, write moments to the standard output."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    import django

    django.setup()
    engine = engine_at(sys.argv[1])
    for line in sys.stdin:
        _wait_for(engine, line.strip())
        print(time.time(), flush=True)


def engine_at(address):
    """Return the engine at an address."""
    from search.engines.elastic import ElasticEngine
    from search.engines.embedded import EmbeddedEngine

    return (EmbeddedEngine if address.startswith("embedded:") else ElasticEngine)(address)


def _wait_for(engine, word):
    from search.query import SearchQuery
    from search.scope import EVERYBODY

    while not engine.search(SearchQuery(f'"{word}"', size=1), EVERYBODY).total:
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
