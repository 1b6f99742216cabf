"""Finds the words of the index that look like one that nobody says.

The server suggests them out of its list of words, which costs some milliseconds; a search for
whatever looks like a word, in every field of every request, costs a hundred times as much.
"""

from dataclasses import dataclass, field, replace

from search import dutch
from search.engines.elastic.mapping import NAMES, SAID

# So many words that look like one are more than anybody may have meant.
MOST = 100
# The words come analysed.
AS_IT_IS = {"analyzer": "whitespace"}
# How often a word is said makes it no less like another one.
ANY = {"suggest_mode": "always", "max_term_freq": 2**31 - 1}
LIKE = {**ANY, "prefix_length": 1, "min_word_length": dutch.SHORT, "max_edits": 2, "size": MOST}


@dataclass(frozen=True)
class Likeness:
    """The words that look like what was asked for, with how near each is, by field and form."""

    known: dict = field(default_factory=dict)

    def spelled_out(self, concept):
        """Return a concept with each stem that looks like it, for more the nearer it is."""
        variants = [variant for variant in concept.variants if not variant.alike]
        for variant in concept.variants:
            if variant.alike:
                variants += self._each(SAID, variant, variant.stems)
        return replace(concept, variants=tuple(variants))

    def names(self, concept):
        """Return each word of a name that looks like what was asked for, as it is written."""
        alike = [variant for variant in concept.variants if variant.alike]
        return [word for variant in alike for word in self._each(NAMES, variant, variant.stems[:1])]

    def _each(self, name, variant, forms):
        near = {}
        for form in forms:
            for term, nearness in self.known.get((name, form), {form: 1.0}).items():
                near[term] = max(near.get(term, 0.0), nearness)
        return [
            replace(variant, stems=(term,), weight=variant.weight * nearness)
            for term, nearness in near.items()
        ]


def forms(concepts):
    """Return what has to be looked up for concepts: words, and their stems."""
    found = (variant.stems for concept in concepts for variant in concept.variants if variant.alike)
    return tuple(dict.fromkeys(form for stems in found for form in stems))


def request(forms):
    """Return the request for the words that look like these."""
    return {
        "size": 0,
        "suggest": {
            "text": " ".join(forms),
            **{name: {"term": {"field": name, **AS_IT_IS, **LIKE}} for name in (SAID, NAMES)},
        },
    }


def read(answer):
    """Return what the server knows that looks like what was asked for."""
    return Likeness(
        {
            (name, found["text"]): _near(found["text"], found["options"])
            for name in (SAID, NAMES)
            for found in answer["suggest"][name]
        }
    )


def _near(form, options):
    """Return how near each word is; the form itself is a word when it is somebody's stem."""
    off = {option["text"]: dutch.distance(form, option["text"]) for option in options}
    near = {term: 1 - count / len(form) for term, count in off.items() if count is not None}
    return near | {form: 1.0}
