"""What questions that ask the same have in common, whatever their form and the order of words."""

from search import dutch

SMALL = dutch.STOP_WORDS | dutch.ASIDES


def gist(text):
    """Return the stems of the words that tell what is asked: hulp bij schulden is schuld, hulp.

    A question of small words alone is all of them.
    """
    found = [word.text for word in dutch.words(text)]
    telling = [word for word in found if word not in SMALL]
    return frozenset(map(dutch.stem, telling or found))
