"""What words beside each other say together: in a row, or as one compound.

Sociale huur, buurt begroting, administratie thuis, schuld hulp verlening.
"""

from itertools import pairwise

from search import dutch
from search.concepts import Concept, Variant

PAIR_WEIGHT = 0.75
# It counts once for each of the words.
JOINED_WEIGHT = 0.4
# So many words may have been one.
LONGEST_JOIN = 3
# In a longer question there are words enough to go by, and each compound costs time.
MOST_WORDS = 8
LINKS = ("", "s", "en", "e")


def pairs(found):
    """Return what each two words beside each other say together; it only makes more relevant."""
    telling = [word for word in found if word not in dutch.STOP_WORDS][: 2 * MOST_WORDS]
    return [_pair(*pair) for pair in dict.fromkeys(pairwise(telling))]


def linked(parts, weight):
    """Return how two parts are one compound, with any letters that link them."""
    if len(parts) != 2:
        return ()
    return [Variant((dutch.stem(link.join(parts)),), weight) for link in LINKS]


def joined(found, place, length, synonyms):
    """Return the compounds that words make with those beside them, and what means the same.

    Who writes vogelaar wijken means vogelaarwijken: a document that says so says both words.
    """
    variants = []
    if len(found) > MOST_WORDS:
        return ()
    for start in range(max(place - LONGEST_JOIN + 1, 0), place + length):
        for end in range(max(start + 2, place + 1), min(start + LONGEST_JOIN, len(found)) + 1):
            variants += _compound(found[start:end], synonyms)
    return tuple(dict.fromkeys(variants))


def _compound(span, synonyms):
    if dutch.STOP_WORDS.intersection(span):
        return ()
    stem = dutch.stem("".join(span))
    others = synonyms.at([stem], 0)[1] if synonyms else ()
    return (Variant((stem,), JOINED_WEIGHT), *others)


def _pair(first, second):
    in_a_row = Variant((dutch.stem(first), dutch.stem(second)), PAIR_WEIGHT)
    compounds = (
        Variant((dutch.stem(left + link + right),))
        for left, right in ((first, second), (second, first))
        for link in LINKS
    )
    return Concept((in_a_row, *compounds), needed=False)
