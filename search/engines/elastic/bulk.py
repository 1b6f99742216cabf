"""Writes documents, each with its version, which the server compares with the one it has."""

from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from search.engines.base import Rejected, SearchUnavailable
from search.engines.elastic.connection import speaking
from search.engines.elastic.mapping import source

BATCH = 250
# Written, written again, or already there with a higher version.
DONE = {200, 201, 409}
REFUSED = 400
TOO_LARGE = 413


class Rebuild:
    """A new index beside the one in use."""

    def __init__(self, client, index, figures):
        self.client = client
        self.index = index
        self.figures = figures

    def add(self, documents):
        """Load documents and return how many."""
        return write(self.client, self.index, puts(documents), in_use=False)

    def count(self):
        """Return how many documents the new index holds."""
        with speaking():
            self.client.indices.refresh(index=self.index)
            return self.client.count(index=self.index)["count"]


def puts(documents):
    """Yield what stores each document."""
    for document in documents:
        yield {"index": _meta(document.id, document.version)}, source(document)


def removals(ids, version):
    """Yield what removes each document."""
    for id in ids:
        yield ({"delete": _meta(id, version)},)


def write(client, index, actions, in_use):
    """Send actions in batches and return how many; what is in use can be found at once.

    Raises Rejected when all have been sent and some were not taken.
    """
    count, rejected = 0, Rejected()
    for batch in ahead(iter(actions)):
        if in_use:
            _check_alias(client, index)
        for items in _sent(client, index, batch, in_use):
            _sort(items, rejected)
        count += len(batch)
    if rejected.refused or rejected.later:
        raise Rejected(rejected.refused, rejected.later)
    return count


def _sent(client, index, batch, in_use):
    """Yield what the server says of each action, sent in parts when it is too much at once."""
    try:
        with speaking():
            answer = client.bulk(
                index=index,
                operations=[line for lines in batch for line in lines],
                require_alias=in_use,
                refresh=in_use,
            )
    except SearchUnavailable as error:
        if getattr(error.__cause__, "status_code", None) != TOO_LARGE:
            raise
        yield from _sent_in_parts(client, index, batch, in_use)
    else:
        yield answer["items"]


def _sent_in_parts(client, index, batch, in_use):
    if len(batch) == 1:
        # The server will never take this one.
        ((action, meta),) = batch[0][0].items()
        reason = {"type": "too_large", "reason": "larger than the server takes"}
        yield [{action: {"_id": meta["_id"], "status": 400, "error": reason}}]
        return
    middle = len(batch) // 2
    for part in (batch[:middle], batch[middle:]):
        yield from _sent(client, index, part, in_use)


def ahead(actions):
    """Yield actions in batches, each made while the server is busy with the one before."""
    first = list(islice(actions, BATCH))
    if len(first) < BATCH:
        yield from filter(None, [first])
        return
    with ThreadPoolExecutor(1) as thread:
        batch = first
        while batch:
            following = thread.submit(lambda: list(islice(actions, BATCH)))
            yield batch
            batch = following.result()


def _check_alias(client, alias):
    # The server would make an index by guesswork; `require_alias` does not hold for removals.
    with speaking():
        exists = client.indices.exists_alias(name=alias)
    if not exists:
        raise SearchUnavailable(f"{alias} does not exist: run search_rebuild")


def _meta(id, version):
    return {"_id": id, "version": version, "version_type": "external_gte"}


def _sort(items, rejected):
    """Add what was not taken to what is refused for good, or to what may be taken later."""
    results = [(action, result) for item in items for action, result in item.items()]
    failed = [result for action, result in results if not _is_done(action, result)]
    for result in failed:
        kind = rejected.refused if result["status"] == REFUSED else rejected.later
        kind[result["_id"]] = f"{result['error']['type']}: {result['error']['reason']}"[:500]
    if failed and len(failed) == len(results) and not rejected.refused:
        # Not one of them: it is not the documents, it is the server.
        raise SearchUnavailable(next(iter(rejected.later.values())))


def _is_done(action, result):
    return result["status"] in DONE or (action == "delete" and "error" not in result)
