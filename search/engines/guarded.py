"""What the site asks: the first engine, and the standby when the first does not answer."""

import logging
from contextlib import nullcontext
from dataclasses import replace

from search.engines.base import SearchUnavailable
from search.engines.breaker import Breaker

log = logging.getLogger(__name__)


class Guarded:
    """An engine that asks the first and, when that does not answer, the standby.

    Each is asked within what its own index may show: the one may be further behind than the
    other. Whatever is no question, such as writing, is done by the first; the change queue
    writes to each engine by itself.
    """

    def __init__(self, first, standby=None):
        self.first = first
        self.standby = standby
        # A file on this machine answers at once or not at all.
        self.breaker = None if first.name == "embedded" else Breaker(first.name)

    def __getattr__(self, name):
        return getattr(self.first, name)

    def search(self, query, scope):
        """Answer a question; the answer tells when the standby gave it."""
        results, by_standby = self._ask(lambda engine, within: engine.search(query, within), scope)
        return replace(results, by_standby=by_standby)

    def explain(self, query, scope, ids):
        """Tell why documents have their scores for the words of a question."""
        found, _ = self._ask(lambda engine, within: engine.explain(query, within, ids), scope)
        return found

    def suggest(self, text, scope, limit=8):
        """Return titles in which words begin with what is typed."""
        found, _ = self._ask(lambda engine, within: engine.suggest(text, within, limit), scope)
        return found

    def similar(self, id, scope, limit=4):
        """Return documents that resemble one, best first."""
        found, _ = self._ask(lambda engine, within: engine.similar(id, within, limit), scope)
        return found

    def _ask(self, question, scope):
        """Return the answer, and whether the standby gave it."""
        try:
            within = _within(scope, self.first)
            with self.breaker.watching() if self.breaker else nullcontext():
                return question(self.first, within), False
        except SearchUnavailable as error:
            if self.standby is None:
                raise
            log.warning("%s answers instead of %s: %s", self.standby.name, self.first.name, error)
        return question(self.standby, _within(scope, self.standby)), True


def _within(scope, engine):
    within = scope.within(engine.name)
    if within is None:
        raise SearchUnavailable(f"{engine.name} is too far behind to tell what may be seen")
    return within
