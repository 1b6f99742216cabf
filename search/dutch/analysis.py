"""Analyses whole texts: what was seen before is looked up, not worked out again.

No word holds a space. So a text is split at its spaces, which Python does fast, and the piece that
stands between two of them ("jeugdhulp,") is looked for in one dictionary: no expression goes over
a text.
"""

import threading
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from .compounds import parts
from .stems import stem
from .words import WORD, plainest

# So many pieces of text are kept, none of them longer than this.
MOST_PIECES = 200_000
LONGEST_PIECE = 80
NONE = frozenset()


class Analysed(NamedTuple):
    """A word in its plainest form, its stem, and the stems of its parts."""

    text: str
    stem: str
    parts: tuple


def analysed(text):
    """Return every word of a text, analysed."""
    return list(chain.from_iterable(map(_seen.__getitem__, text.split())))


def in_piece(piece):
    """Return the words of what stands between two spaces, analysed."""
    return _seen[piece]


def places(piece):
    """Return each of these words with where it begins and ends in the piece."""
    found = ((_analysed(match.group()), match.span()) for match in WORD.finditer(piece))
    return [(word, span) for word, span in found if word]


def with_initials(pieces, initials):
    """Return the pieces that may hold a word that begins with one of these letters."""
    # What a sign or an accent is taken off of may begin with any of them.
    return [piece for piece in pieces if piece[0].lower() in initials or not _is_plain(piece)]


def _is_plain(piece):
    return piece.isascii() and piece.isalpha()


@lru_cache(maxsize=MOST_PIECES)
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


class _Index:
    """The pieces of text that were asked about, by the stems of their words and of their parts.

    Who looks for stems in a text compares sets, and does not ask of each word what it says.
    """

    def __init__(self):
        self.lock = threading.Lock()
        self.known = set()
        self.by_stem = {}

    def saying(self, stems, among):
        """Return which pieces, out of a set of them, say each of these stems, if any do."""
        with self.lock:
            self._learn(among)
            found = {stem: self.by_stem.get(stem, NONE) & among for stem in stems}
        return {stem: pieces for stem, pieces in found.items() if pieces}

    def _learn(self, pieces):
        if len(self.known) > MOST_PIECES:
            self.known, self.by_stem = set(), {}
        for piece in pieces - self.known:
            for word in _seen[piece]:
                for said in (word.stem, *word.parts):
                    self.by_stem.setdefault(said, set()).add(piece)
        self.known |= pieces


saying = _Index().saying
