"""Which titles to suggest first, the same for every engine."""

from search.engines.fields import written
from search.facets import Type

# No name has more words; a server refuses a question of thousands.
MOST_WORDS = 32


def typed(text):
    """Return the words that were typed, each the beginning of a word to find."""
    return written(text).split()[:MOST_WORDS]


def order(words, title, type, id):
    """Return the place of a title among the suggestions: lower is better."""
    own = title.split()
    begins = title.startswith(" ".join(words))
    in_title = all(any(word.startswith(beginning) for word in own) for beginning in words)
    # There are many figures of one kind: they would leave no room for what they are about.
    return (not begins, not in_title, type == Type.FIGURE, len(title), id)
