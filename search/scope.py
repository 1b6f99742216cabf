"""Within what is searched: who asks, and what is not looked at."""

from dataclasses import dataclass

from search.documents import PUBLIC


@dataclass(frozen=True)
class Scope:
    """What exists for a question: in hits, counts, suggestions and similar documents alike.

    `tokens` are the visibility tokens of the searcher: a document exists when its token is among
    them. `without` holds keys of what an index may still have while it may not be seen any more.
    """

    tokens: frozenset[str] = frozenset([PUBLIC])
    without: frozenset[str] = frozenset()

    def holds(self, key, visibility):
        """Tell whether a document exists here."""
        return visibility in self.tokens and key not in self.without


# What somebody who did not sign in may see.
EVERYBODY = Scope()
