"""Finds the words of the index that look like one that nobody says.

The server suggests them out of its list of words: a search for whatever looks like a word, in
every field of every request, costs many times as much.
"""

from dataclasses import dataclass, field

from search import dutch
from search.engines import likeness
from search.engines.elastic.mapping import NAMES, SAID
from search.engines.likeness import STEMS, WORDS, nearness

FIELDS = {STEMS: SAID, WORDS: NAMES}
# So many words that look like one are more than anybody may have meant.
MOST = 100
# The words come analysed.
AS_IT_IS = {"analyzer": "whitespace"}
# How often a word is said makes it no less like another one.
ANY = {"suggest_mode": "always", "max_term_freq": 2**31 - 1}
LIKE = {**ANY, "prefix_length": 1, "min_word_length": dutch.SHORT, "max_edits": 2, "size": MOST}


@dataclass(frozen=True)
class Likeness(likeness.Likeness):
    """The words that look like what was asked for, with how near each is, by kind and form."""

    known: dict = field(default_factory=dict)

    def near(self, kind, form):
        """Return the stems or words of the index that look like one, with how near each is."""
        # The form itself is a word when it is somebody's stem; the server does not suggest it.
        return self.known.get((kind, form), {}) | {form: 1.0}


def forms(concepts):
    """Return what has to be looked up for concepts: words, and their stems."""
    found = (variant.stems for concept in concepts for variant in concept.variants if variant.alike)
    return tuple(dict.fromkeys(form for stems in found for form in stems))


def request(forms):
    """Return the request for the words that look like these."""
    asked = {kind: {"term": {"field": name, **AS_IT_IS, **LIKE}} for kind, name in FIELDS.items()}
    return {"size": 0, "suggest": {"text": " ".join(forms), **asked}}


def read(answer):
    """Return what the server knows that looks like what was asked for."""
    return Likeness(
        {
            (kind, found["text"]): _near(found)
            for kind in FIELDS
            for found in answer["suggest"][kind]
        }
    )


def _near(found):
    return nearness(found["text"], [option["text"] for option in found["options"]])
