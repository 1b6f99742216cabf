"""How fast an index is built: from the database, and from documents that are there already.

python -m benchmarks.bulk --documents 20000
"""

import time
from functools import partial

from benchmarks import contenders, library, measuring, options
from benchmarks.tantivies import Tantivy

DESCRIPTION = (
    "Build an index of the whole library with our engines, with modelsearch, with nothing but "
    "bulk requests of the same documents, and with tantivy."
)


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    documents = contenders.documents()
    rates = {}
    for _ in range(chosen.rounds):
        for name, build in _builders(chosen, folder, documents).items():
            begin = time.perf_counter()
            count = build()
            rates.setdefault(name, []).append(count / (time.perf_counter() - begin))
        if "elastic" in chosen.engines:
            with contenders.raw(chosen, documents) as send:
                rate = len(documents) / measuring.timed(send)
            rates.setdefault("raw bulk, documents", []).append(rate)
    _print(rates)


def _builders(chosen, folder, documents):
    found = {
        **_from_the_database("embedded", lambda: contenders.embedded(folder)),
        "embedded, documents": lambda: _loaded(contenders.embedded(folder), documents),
        "tantivy, documents": lambda: Tantivy().load(documents),
    }
    if "elastic" in chosen.engines:
        found |= {
            **_from_the_database("elastic", lambda: contenders.elastic(chosen)),
            "modelsearch, from the database": lambda: _modelsearch(chosen),
            "elastic, documents": lambda: _loaded(contenders.elastic(chosen), documents),
        }
    return found


def _from_the_database(name, opened):
    """Return how to build an index from the database: in one process, and in as many as fit."""
    from search import processes

    sizes = {1: "one process", processes.fitting(): f"{processes.fitting()} processes"}
    return {
        f"{name}, from the database, {words}": partial(_rebuilt, opened, size)
        for size, words in sizes.items()
    }


def _rebuilt(opened, processes):
    from search import rebuilding

    with opened() as engine:
        return rebuilding.rebuild(engine, processes=processes)


def _loaded(opened, documents):
    with opened as engine, engine.rebuild() as new:
        return new.add(documents)


def _modelsearch(chosen):
    with contenders.Modelsearch.on_server(chosen) as modelsearch:
        return modelsearch.rebuild()


def _print(rates):
    middle = {name: sorted(found)[len(found) // 2] for name, found in rates.items()}
    base = middle.get("modelsearch, from the database")
    measuring.table(
        ["", "documents/s", "all rounds", "times modelsearch's rebuild"],
        [
            [
                name,
                round(middle[name]),
                ", ".join(f"{rate:.0f}" for rate in found),
                f"{middle[name] / base:.2f}" if base else "",
            ]
            for name, found in rates.items()
        ],
    )


if __name__ == "__main__":
    main()
