"""Keeps the series of every engine up to date: the same queue, rebuild and audit as documents."""

from itertools import islice

from search.builders import series
from search.engines.base import Rejected, put

BATCH = 200


def write(engine, wanted, version):
    """Bring the series with these keys up to date in an engine; return those it did not take."""
    if not wanted:
        return Rejected()
    found = series.build(wanted)
    gone = [key for key in wanted if key not in found]
    left = put(engine.figures.put, [each.with_version(version) for each in found.values()])
    forgotten = put(lambda keys: engine.figures.forget(keys, version), [*gone, *left.refused])
    return Rejected(left.refused, left.later | forgotten.later)


def load(new, version):
    """Fill a new index with the series of everything; yield after each batch how many came."""
    keys = series.all_keys()
    while batch := list(islice(keys, BATCH)):
        found = series.build(batch).values()
        new.figures.put(each.with_version(version) for each in found)
        yield len(found)


def differences(engine):
    """Return the keys of series that are missing or outdated, and of those too many."""
    stored = {key: fingerprint for key, _version, fingerprint in engine.figures.stored()}
    expected = _fingerprints()
    missing = [key for key, found in expected.items() if stored.get(key) != found]
    return sorted(missing), sorted(stored.keys() - expected.keys())


def _fingerprints():
    found = {}
    keys = series.all_keys()
    while batch := list(islice(keys, BATCH)):
        found |= {key: each.fingerprint for key, each in series.build(batch).items()}
    return found
