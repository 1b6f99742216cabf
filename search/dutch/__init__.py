"""One analysis of Dutch for both engines: words, stems, and the parts of compounds.

Documents and questions go through the same functions, in Python; an engine stores and compares
what comes out and knows no Dutch of its own. What counts as a word of the field stands in
`lists/`, a plain text file per subject, which anybody can extend.
"""

from hashlib import sha256

from .analysis import Analysed, analysed, in_piece, places, saying, with_initials
from .compounds import parts
from .grams import grams
from .lists import everything
from .slips import LONG, SHORT, alike, allowed, distance, is_alike, slips
from .sounds import sounding
from .stems import porter, stem
from .stops import ASIDES, FIGURE_WORDS, STOP_WORDS
from .words import Word, fold, rewritten, words

# Raise this when the code changes what comes out; a changed list changes the version by itself.
CODE_VERSION = "5"
ANALYSIS_VERSION = f"{CODE_VERSION}-{sha256(everything().encode()).hexdigest()[:8]}"

__all__ = [
    "ANALYSIS_VERSION",
    "ASIDES",
    "FIGURE_WORDS",
    "LONG",
    "SHORT",
    "STOP_WORDS",
    "Analysed",
    "Word",
    "alike",
    "allowed",
    "analysed",
    "distance",
    "fold",
    "grams",
    "in_piece",
    "is_alike",
    "parts",
    "places",
    "porter",
    "rewritten",
    "saying",
    "slips",
    "sounding",
    "stem",
    "stems",
    "with_initials",
    "words",
]


def stems(text):
    """Return the stem of every word, in order, stop words included."""
    return [word.stem for word in analysed(text)]
