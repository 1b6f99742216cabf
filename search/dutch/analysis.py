"""Analyses whole texts: each word that was seen before is looked up, not worked out again."""

from functools import lru_cache
from typing import NamedTuple

from .compounds import parts
from .stems import stem
from .words import WORD, plainest


class Analysed(NamedTuple):
    """A word in its plainest form, its stem, and the stems of its parts."""

    text: str
    stem: str
    parts: tuple


def analysed(text):
    """Return every word of a text, analysed."""
    return [word for word in map(_analysed, WORD.findall(text)) if word]


def places(text):
    """Return where each of these words begins and ends in the text."""
    return [found.span() for found in WORD.finditer(text) if _analysed(found.group())]


@lru_cache(maxsize=200_000)
def _analysed(written):
    word = plainest(written)
    return Analysed(word, stem(word), parts(word)) if word else None
