"""Which engine runs, as `SEARCH_URL` says."""

from functools import cache

from django.conf import settings


@cache
def engine():
    """Return the engine of this process."""
    if settings.SEARCH_URL.startswith("embedded:"):
        from search.engines.embedded import EmbeddedEngine

        return EmbeddedEngine(settings.SEARCH_URL)
    from search.engines.elastic import ElasticEngine

    return ElasticEngine(settings.SEARCH_URL)


def forget():
    """Let the next question choose the engine again."""
    engine.cache_clear()
