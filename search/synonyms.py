"""Words that mean the same: the other words for themes, and the list of the editors.

They are applied to the question, not to the documents, so a new word works from the next
question on. They are read once per search, and worked out again only when one of them changed.
"""

from functools import lru_cache

from django.db.models import F

from content.models import Theme, ThemeLabel
from search import dutch
from search.models import SearchSynonym, split_words
from search.question import Variant

WEIGHT = 0.5


class Synonyms:
    """Groups of expressions that mean the same, each expression as stems in a row."""

    def __init__(self, groups):
        self._by_first = {}
        for group in groups:
            expressions = list(dict.fromkeys(tuple(dutch.stems(text)) for text in group))
            for expression in filter(None, expressions):
                others = [other for other in expressions if other and other != expression]
                known = self._by_first.setdefault(expression[0], {})
                known.setdefault(expression, []).extend(others)

    def at(self, stems, place):
        """Return the length of the longest expression that begins here, and what else to say."""
        known = self._by_first.get(stems[place], {})
        found = [
            expression
            for expression in known
            if tuple(stems[place : place + len(expression)]) == expression
        ]
        if not found:
            return 0, ()
        longest = max(found, key=len)
        others = dict.fromkeys(known[longest])
        return len(longest), tuple(Variant(other, WEIGHT) for other in others)


def load():
    """Return the synonyms as they are now, read in one query."""
    labels = Theme.objects.order_by().values_list("pk", "label")
    rows = labels.union(
        ThemeLabel.objects.order_by().values_list("theme", "label"),
        # Below zero, so that a group of the editors is never taken for a theme.
        SearchSynonym.objects.order_by().values_list(-F("pk"), "words"),
        all=True,
    )
    return _worked_out(tuple(sorted(rows)))


@lru_cache(maxsize=2)
def _worked_out(rows):
    groups = {}
    for number, text in rows:
        expressions = split_words(text) if number < 0 else (text,)
        groups.setdefault(number, []).extend(expressions)
    return Synonyms(groups.values())
