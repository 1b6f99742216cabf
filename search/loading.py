"""Makes the documents of many keys, in several processes beside each other when told to.

Most of the work of building an index is reading pages and analysing their Dutch.
"""

from collections import deque
from concurrent.futures.process import BrokenProcessPool

from search import builders, processes
from search.engines.fields import analysed

# Processes take as long to start, and to learn their words, as this many documents take to make.
WORTH_PROCESSES = 2000


class Stopped(Exception):
    """A process that made documents was stopped by somebody."""


def fitting(count):
    """Return in how many processes so many documents are best made."""
    return processes.fitting() if count >= WORTH_PROCESSES else 1


def made(batches, size):
    """Yield the documents of each batch of keys, by key, and what went wrong, in this order.

    With a size of more than one, in so many processes, which are a little ahead. Raises Stopped
    when one of them is killed.
    """
    if size == 1:
        # The engines analyse while they wait.
        yield from map(builders.build_or_tell, batches)
        return
    with processes.pool(size) as pool:
        try:
            yield from _ahead(pool, batches, size + 1)
        except BrokenProcessPool as error:
            raise Stopped("A process that reads pages was stopped from outside.") from error


def make(keys):
    """Return the documents of keys, analysed, and what went wrong; done in another process."""
    documents, unreadable = builders.build_or_tell(keys)
    return {key: analysed(document) for key, document in documents.items()}, unreadable


def _ahead(pool, batches, most):
    waiting = deque()
    for batch in batches:
        waiting.append(pool.submit(make, batch))
        if len(waiting) > most:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
