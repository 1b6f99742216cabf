"""Analyses whole texts: what was seen before is looked up, not worked out again.

No word holds a space. So a text is split at its spaces, which Python does fast, and what stands
between two of them ("jeugdhulp,") is looked for in one dictionary: no expression goes over a text.
"""

from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from .compounds import parts
from .stems import stem
from .words import WORD, plainest

# So many pieces of text are kept, none of them longer than this.
MOST_PIECES = 200_000
LONGEST_PIECE = 80


class Analysed(NamedTuple):
    """A word in its plainest form, its stem, and the stems of its parts."""

    text: str
    stem: str
    parts: tuple


def analysed(text):
    """Return every word of a text, analysed."""
    return list(chain.from_iterable(map(_seen.__getitem__, text.split())))


def places(text):
    """Return where each of these words begins and ends in the text."""
    return [found.span() for found in WORD.finditer(text) if _analysed(found.group())]


@lru_cache(maxsize=200_000)
def _analysed(written):
    word = plainest(written)
    return Analysed(word, stem(word), parts(word)) if word else None


class _Seen(dict):
    """The words of the pieces of text that were seen; begins anew when there are too many."""

    def __missing__(self, piece):
        found = tuple(filter(None, map(_analysed, WORD.findall(piece))))
        if len(piece) <= LONGEST_PIECE:
            if len(self) >= MOST_PIECES:
                self.clear()
            self[piece] = found
        return found


_seen = _Seen()
