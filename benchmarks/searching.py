"""How fast a question is answered: ten hits, how many there are, all facets, highlights.

python -m benchmarks.searching --documents 20000
"""

import statistics
from contextlib import ExitStack

from benchmarks import contenders, library, measuring, options, questions
from benchmarks.tantivies import Tantivy

DESCRIPTION = (
    "Ask questions of every class: our engines (all facets and highlights), the same body sent "
    "as it is, modelsearch (three facets, no highlights) and tantivy (three facets, highlights)."
)
# Wagtail's own search takes tens of seconds for a question on SQLite with more than this.
MOST_FOR_DATABASE = 2000
QUESTIONS_FOR_DATABASE = 10


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    asked = questions.draw(chosen.questions)
    with ExitStack() as stack:
        if "embedded" in chosen.engines:
            _embedded(chosen, folder, asked, stack)
        if "elastic" in chosen.engines:
            _elastic(chosen, asked, stack)


def _embedded(chosen, folder, asked, stack):
    engine = stack.enter_context(contenders.embedded(folder, kept=True))
    contenders.filled(engine)
    tantivy = Tantivy()
    tantivy.load(contenders.documents())
    who = {
        "embedded": lambda question: _ask(engine, question),
        "tantivy": lambda question: tantivy.search(question.text),
    }
    times = _measured(who, asked, chosen.rounds)
    _print(times, asked, ["embedded / tantivy"])
    if chosen.documents <= MOST_FOR_DATABASE:
        _database(engine, asked[:QUESTIONS_FOR_DATABASE])


def _database(engine, asked):
    modelsearch = contenders.Modelsearch.in_database()
    modelsearch.rebuild()
    who = {
        "embedded": lambda question: _ask(engine, question),
        "modelsearch in SQLite": lambda question: modelsearch.search(question.text, facets=False),
    }
    _print(_measured(who, asked, 1), asked, ["embedded / modelsearch in SQLite"])


def _elastic(chosen, asked, stack):
    engine = stack.enter_context(contenders.elastic(chosen))
    contenders.filled(engine)
    modelsearch = stack.enter_context(contenders.Modelsearch.on_server(chosen))
    modelsearch.rebuild()
    modelsearch.settle()
    bodies = contenders.Bodies(engine)
    for question in asked:
        bodies.note(question, lambda question=question: _ask(engine, question))
    who = {
        "elastic": lambda question: _ask(engine, question),
        "the same body": bodies.send,
        "modelsearch": lambda question: modelsearch.search(question.text),
    }
    times = _measured(who, asked, chosen.rounds)
    _print(times, asked, ["elastic / the same body", "modelsearch / elastic"])
    trips = [len(bodies.of(question)) for question in asked]
    more = len(trips) - trips.count(1)
    print(f"Round trips: {trips.count(1)} questions took one, {more} more.\n")


def _ask(engine, question):
    from search.query import SearchQuery
    from search.scope import EVERYBODY

    return engine.search(SearchQuery(text=question.text, filters=question.filters), EVERYBODY)


def _measured(who, asked, rounds):
    for function in who.values():
        for question in asked[:20]:
            function(question)
    return measuring.interleaved(who, asked, rounds)


def _print(times, asked, ratios):
    rows = []
    for kind in ["all", *dict.fromkeys(question.kind for question in asked)]:
        places = [n for n, question in enumerate(asked) if kind in ("all", question.kind)]
        part = {name: [found[n] for n in places] for name, found in times.items()}
        rows.append([kind, *_columns(part, ratios)])
    heads = [f"{name}: p50 / p95 ms" for name in times]
    measuring.table(["questions", *heads, *ratios], rows)


def _columns(part, ratios):
    for times in part.values():
        p50, p95 = statistics.median(times), measuring.percentile(times, 0.95)
        yield f"{measuring.milliseconds(p50)} / {measuring.milliseconds(p95)}"
    for names in ratios:
        name, _, other = names.partition(" / ")
        whole, pairs = measuring.ratio(part, name, other)
        yield f"{whole:.2f} (pairs {pairs:.2f})"


if __name__ == "__main__":
    main()
