"""Which titles to suggest first, the same for every engine."""

from search.engines.fields import written

# More candidates than this are not looked at: the next letter will part them.
CANDIDATES = 200


def typed(text):
    """Return the words that were typed, each the beginning of a word to find."""
    return written(text).split()


def order(words, title, boost, id):
    """Return the place of a title among the suggestions: lower is better."""
    own = title.split()
    begins = title.startswith(" ".join(words))
    in_title = all(any(word.startswith(beginning) for word in own) for beginning in words)
    return (not begins, not in_title, -boost, len(title), id)
