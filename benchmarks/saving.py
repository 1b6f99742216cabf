"""What a save of a page costs more because of search.

python -m benchmarks.saving --documents 20000
"""

import statistics
from contextlib import contextmanager

from benchmarks import asking, contenders, library, measuring, options

DESCRIPTION = (
    "Save and publish pages with search listening and without. What a page holds is indexed in "
    "the background; here only what the editor waits for is measured."
)
SAVES = 60


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    folder = library.start(chosen)
    measuring.facts(chosen)
    rows = []
    with asking.engines(chosen, folder) as found:
        for name, engine in found.items():
            with contenders.in_use(engine):
                rows.append([name, *_row(chosen.rounds)])
    measuring.table(["", "with search ms", "without ms", "more ms", "p95 more ms"], rows)


def _row(rounds):
    from practices.models import PracticePage

    pages = list(PracticePage.objects.order_by("-pk")[:SAVES])
    who = {"with": _publish, "without": _publish_unheard}
    measuring.interleaved(who, pages[:5])
    times = measuring.interleaved(who, pages, rounds)
    more = [mine - other for mine, other in zip(times["with"], times["without"], strict=True)]
    middle = [statistics.median(found) for found in (times["with"], times["without"], more)]
    return map(measuring.milliseconds, [*middle, measuring.percentile(more, 0.95)])


def _publish(page):
    page.save_revision().publish()


def _publish_unheard(page):
    with _nobody_listening():
        _publish(page)


@contextmanager
def _nobody_listening():
    """Let search hear nothing of what happens."""
    from django.db.models.signals import post_save
    from wagtail.signals import page_published

    kept = {signal: signal.receivers for signal in (post_save, page_published)}
    for signal, receivers in kept.items():
        signal.receivers = [each for each in receivers if not _is_of_search(each)]
        signal.sender_receivers_cache.clear()
    try:
        yield
    finally:
        for signal, receivers in kept.items():
            signal.receivers = receivers
            signal.sender_receivers_cache.clear()


def _is_of_search(receiver):
    (name, _sender), *_rest = receiver
    return str(name).startswith("search-")


if __name__ == "__main__":
    main()
