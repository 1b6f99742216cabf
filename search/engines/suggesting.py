"""Which titles to suggest, the same for every engine.

First come titles that begin with what is typed, then those with all of its words, then what has
another name with them. Among those figures come last: there are many of one kind, and they would
leave no room for what they are about. Then the shortest title comes first.
"""

from search.engines.fields import written

# No name has more words; a server refuses a question of thousands.
MOST_WORDS = 32


def typed(text):
    """Return the words that were typed, each the beginning of a word to find."""
    return written(text).split()[:MOST_WORDS]
