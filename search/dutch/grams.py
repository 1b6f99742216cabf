"""Pieces of four letters: what shares many of them with a name may be that name, badly spelled."""

LENGTH = 4
# Of a longer text the first ones tell enough.
MOST = 60


def grams(text):
    """Return the different pieces of four letters of the words of a folded text."""
    found = {}
    for word in text.split():
        found |= dict.fromkeys(word[n : n + LENGTH] for n in range(len(word) - LENGTH + 1))
    return tuple(found)[:MOST]
