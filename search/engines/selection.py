"""Which engines run, as `SEARCH_URL` and `SEARCH_STANDBY` say."""

from functools import cache

from django.conf import settings

EMBEDDED, ELASTIC = "embedded", "elastic"


@cache
def engine():
    """Return what the site asks: the first engine, guarded, with the standby behind it."""
    from search.engines.guarded import Guarded

    return Guarded(*kept())


@cache
def kept():
    """Return the engines whose index is kept up to date: the first, and the standby if any."""
    return tuple(map(_engine, _addresses()))


def names():
    """Return the names of those engines; asks nothing of them."""
    return [_name(address) for address in _addresses()]


def named(name):
    """Return the engine with a name."""
    return next(engine for engine in kept() if engine.name == name)


def forget():
    """Let the next question choose the engines again."""
    engine.cache_clear()
    kept.cache_clear()


def _addresses():
    return [address for address in (settings.SEARCH_URL, settings.SEARCH_STANDBY) if address]


def _name(address):
    return EMBEDDED if address.startswith("embedded:") else ELASTIC


def _engine(address):
    if _name(address) == EMBEDDED:
        from search.engines.embedded import EmbeddedEngine

        return EmbeddedEngine(address)
    from search.engines.elastic import ElasticEngine

    return ElasticEngine(address, settings.SEARCH_CA_FILE, settings.SEARCH_API_KEY)
