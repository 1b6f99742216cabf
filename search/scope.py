"""Within what is searched: who asks, and what is not looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from search.documents import PUBLIC


@dataclass(frozen=True)
class Scope:
    """What exists for a question: in hits, counts, suggestions and similar documents alike.

    `tokens` are the visibility tokens of the searcher: a document exists when its token is among
    them. `without` holds keys of what an index may still have while it may not be seen any more.
    `lagging` holds the same by the name of an engine, for one may be further behind than another;
    None is for an engine that is too far behind to tell.
    """

    tokens: frozenset[str] = frozenset([PUBLIC])
    without: frozenset[str] = frozenset()
    lagging: Mapping[str, frozenset[str] | None] = field(default_factory=dict, compare=False)

    def holds(self, key, visibility):
        """Tell whether a document exists here."""
        return visibility in self.tokens and key not in self.without

    def within(self, engine):
        """Return what exists in the index of an engine, or None when that cannot be told."""
        without = self.lagging.get(engine, self.without)
        return None if without is None else replace(self, without=without, lagging={})


# What somebody who did not sign in may see.
EVERYBODY = Scope()
