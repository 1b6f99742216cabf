"""Ways to ask the same: a question with other words for some of its own; see search.synonyms.

The form of a question does not matter here, so neither does that of the words that mean the same:
"schulden: hulp" is asked with the words of "hulp bij schulden".
"""

from search.gist import gist

# Somebody who writes down more ways than this asks for nothing in particular.
MOST = 500


class Paraphrases:
    """Expressions that mean the same, each as a gist."""

    def __init__(self, groups):
        self._by_stem = {}
        for group in groups:
            self._add([found for found in dict.fromkeys(map(gist, group)) if found])

    def of(self, question):
        """Return the gist of a question, and those of the same question in other words."""
        asked = gist(question)
        found = {asked: None}
        for expression, others in self._within(asked):
            for known in list(found):
                if expression <= known and len(found) < MOST:
                    found.update(dict.fromkeys(known - expression | other for other in others))
        return tuple(found)

    def _add(self, expressions):
        for expression in expressions:
            known = self._by_stem.setdefault(min(expression), {}).setdefault(expression, {})
            known.update(dict.fromkeys(each for each in expressions if each != expression))

    def _within(self, asked):
        for stem in sorted(asked):
            for expression, others in self._by_stem.get(stem, {}).items():
                if expression <= asked:
                    yield expression, others
