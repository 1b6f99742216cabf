"""Brings keys up to date in an engine: reads the objects as they are now and writes."""

from search import keys
from search.builders import build_or_tell
from search.engines.base import Rejected, put
from search.figures import indexing as figures
from search.models import Version


def write(engine, wanted):
    """Bring these keys up to date in an engine; return those it did not take, as Rejected.

    What is refused is forgotten too: what is there may tell what nobody may see any more.
    """
    version = Version.give_out()
    wanted, series = keys.parted(wanted)
    figures_left = figures.write(engine, series, version)
    documents, unreadable = build_or_tell(wanted)
    gone = put(
        lambda ids: engine.delete(ids, version), [key for key in wanted if key not in documents]
    )
    numbered = [document.with_version(version) for document in documents.values()]
    left = put(engine.upsert, numbered)
    refused = put(lambda ids: engine.delete(ids, version), list(left.refused))
    return Rejected(
        refused=unreadable | left.refused | figures_left.refused,
        later=gone.later | left.later | refused.later | figures_left.later,
    )
