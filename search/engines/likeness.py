"""Spells a question out: what nobody says becomes the words of the index that look like it."""

from dataclasses import replace

from search import dutch

# The stems that documents say, and the words of their names as they are written.
STEMS, WORDS = "stems", "words"


class Likeness:
    """The same for both engines, but for where each finds what looks like a word."""

    def near(self, kind, form):
        """Return the stems or words of the index that look like one, with how near each is."""
        raise NotImplementedError

    def spelled_out(self, concept):
        """Return a concept with each stem that looks like it, for more the nearer it is."""
        said = [variant for variant in concept.variants if not variant.alike]
        return replace(concept, variants=(*said, *self._each(STEMS, concept)))

    def written(self, concept):
        """Return a concept with each word of a name that looks like it, as it is written."""
        return replace(concept, variants=tuple(self._each(WORDS, concept, 1)))

    def _each(self, kind, concept, forms=None):
        return [
            replace(variant, stems=(term,), weight=variant.weight * near)
            for variant in concept.variants
            if variant.alike
            for term, near in self._nearest(kind, variant.stems[:forms]).items()
        ]

    def _nearest(self, kind, forms):
        found = {}
        for form in forms:
            for term, near in self.near(kind, form).items():
                found[term] = max(found.get(term, 0.0), near)
        return found


def nearness(form, terms):
    """Return how near those of the terms are that look like a word."""
    return {term: 1 - off / len(form) for term, off in dutch.alike(form, terms)}
