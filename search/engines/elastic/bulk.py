"""Writes documents, each with its version, which the server compares with the one it has."""

from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from search.engines.base import Rejected, SearchUnavailable
from search.engines.elastic.connection import speaking
from search.engines.elastic.mapping import source

BATCH = 250
# Written, written again, or already there with a higher version.
DONE = {200, 201, 409}


class Rebuild:
    """A new index beside the one in use."""

    def __init__(self, client, index, figures):
        self.client = client
        self.index = index
        self.figures = figures

    def add(self, documents):
        """Load documents and return how many."""
        return write(self.client, self.index, puts(documents), in_use=False)


def puts(documents):
    """Yield what stores each document."""
    for document in documents:
        yield {"index": _meta(document.id, document.version)}, source(document)


def removals(ids, version):
    """Yield what removes each document."""
    for id in ids:
        yield ({"delete": _meta(id, version)},)


def write(client, index, actions, in_use):
    """Send actions in batches and return how many; what is in use can be found at once."""
    count = 0
    for batch in ahead(iter(actions)):
        with speaking():
            if in_use:
                _check_alias(client, index)
            answer = client.bulk(
                index=index,
                operations=[line for lines in batch for line in lines],
                require_alias=in_use,
                refresh=in_use,
            )
        _check_items(answer["items"])
        count += len(batch)
    return count


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
    if not client.indices.exists_alias(name=alias):
        raise SearchUnavailable(f"{alias} does not exist: run search_rebuild")


def _meta(id, version):
    return {"_id": id, "version": version, "version_type": "external_gte"}


def _check_items(items):
    refused = []
    for item in items:
        ((action, result),) = item.items()
        if result["status"] in DONE or (action == "delete" and "error" not in result):
            continue
        if result["status"] != 400:
            raise SearchUnavailable(str(result["error"])[:500])
        refused.append(f"{result['_id']}: {result['error']['reason']}")
    if refused:
        raise Rejected("; ".join(refused)[:1000])
