"""Takes compounds apart: schuldhulpverlening is schuld, hulp and verlening.

The parts go into a field of their own with little weight: who asks for debts finds debt
counselling too, below the pages that say debts.
"""

from functools import lru_cache

from . import lists
from .stems import exceptional, stem
from .words import fold

SHORTEST_PART = 3
SHORTEST_COMPOUND = 7
LINKS = ("", "s", "en", "e", "n")


@lru_cache(maxsize=200_000)
def parts(word):
    """Return the stems of the parts of a folded word, or nothing when it is no compound."""
    found = _exceptions().get(word)
    if found is None:
        found = _split(word) if len(word) >= SHORTEST_COMPOUND and word.isalpha() else ()
    return tuple(map(stem, found)) if len(found) > 1 else ()


@lru_cache(maxsize=1)
def _exceptions():
    """Return the words that are taken apart otherwise than the rules would, or not at all."""
    found = {}
    for line in lists.lines("compounds"):
        pieces = line.split("+")
        found["".join(pieces)] = tuple(piece.strip("-") for piece in pieces if piece[0] != "-")
    return found


@lru_cache(maxsize=1)
def _known():
    return frozenset(map(fold, lists.words("parts")))


@lru_cache(maxsize=1)
def _known_stems():
    return frozenset(stem(word) for word in _known() if len(word) >= SHORTEST_PART)


@lru_cache(maxsize=1)
def _beginnings():
    """Return how the words begin that may be parts, so that no others are tried."""
    forms = [word for word, root in exceptional().items() if root in _known_stems()]
    words = [*_known(), *_known_stems(), *forms]
    return frozenset([*map(_beginning, words), *(_beginning(word[:2]) for word in words)])


def _beginning(word):
    # Rules leave the first letters alone, but for what stands near the end: huiz is huis, and
    # reeks is reks.
    first = word[:2] if word[1:2] == word[2:3] else word[:3]
    return first.replace("v", "f").replace("z", "s")


def _split(word):
    """Return the fewest parts that make up a word, the longest last part first."""
    starts = _starts(word)
    ends = _ends(word, starts)
    best = {0: ()}
    for start in starts:
        if start not in best:
            continue
        number = len(best[start]) + 1
        for end, following in ends:
            if end - start < SHORTEST_PART:
                continue
            # Whether a part is of any use is told sooner than whether it is one.
            better = [n for n in following if n not in best or number < len(best[n])]
            if better and _is_part(word[start:end], last=end == len(word)):
                best |= dict.fromkeys(better, (*best[start], word[start:end]))
    return best.get(len(word), ())


def _starts(word):
    """Return where parts may begin."""
    beginnings = _beginnings()
    places = range(len(word) - SHORTEST_PART + 1)
    return [place for place in places if _beginning(word[place : place + 3]) in beginnings]


def _ends(word, starts):
    """Return where parts may end, in order, each with the places where the next one may begin."""
    found = {}
    for start in starts:
        # Linking letters stand between two parts.
        for link in LINKS:
            if word.endswith(link, SHORTEST_PART, start):
                found.setdefault(start - len(link), []).append(start)
    return [*sorted(found.items()), (len(word), [len(word)])]


def _is_part(piece, last):
    if piece in _known():
        return True
    # Plurals and verb forms are parts as well: stedenbouw, wijkteams.
    return len(piece) > (SHORTEST_PART if last else SHORTEST_PART + 1) and (
        stem(piece) in _known_stems()
    )
