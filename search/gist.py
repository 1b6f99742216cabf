"""What questions that ask the same have in common, whatever their form and the order of words."""

from search import dutch

SMALL = dutch.STOP_WORDS | dutch.ASIDES
SMALL_STEMS = frozenset(map(dutch.stem, SMALL))


def gist(text):
    """Return the stems of the words that tell what is asked: hulp bij schulden is schuld, hulp.

    A question of small words alone is all of them.
    """
    words = _words(text)
    return _telling(words) or frozenset(map(dutch.stem, words))


def gists(text, synonyms):
    """Return what a question asks, and what it asks with a synonym in the place of a word."""
    words = _words(text)
    stems = [dutch.stem(word) for word in words]
    found, place = [gist(text)], 0
    while place < len(words):
        length, others = synonyms.at(stems, place)
        after = place + max(length, 1)
        for other in others:
            rest = _telling([*words[:place], *words[after:]])
            found.append(rest | (frozenset(other.stems) - SMALL_STEMS))
        place = after
    return list(dict.fromkeys(found))


def _words(text):
    return [word.text for word in dutch.words(text)]


def _telling(words):
    return frozenset(dutch.stem(word) for word in words if word not in SMALL)
