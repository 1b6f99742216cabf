"""Finds the words in a text and writes each in its plainest form."""

import re
import unicodedata
from dataclasses import dataclass

# No word that means something is longer, and engines refuse words of kilobytes.
LONGEST = 64
# Accents written apart, soft hyphens and marks that show nothing belong to the word around them.
INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\ufeff"
WORD = re.compile(
    r"\d+(?:\.\d{3})+(?!\d)"  # 1.700
    r"|(?<!\w)[^\W\d_](?:\.[^\W\d_])+\.?(?!\w)"  # v.s.v.
    rf"|[^\W_]+(?:[{INSIDE}]+[^\W_]*)*(?:['’ʼ‘`´][sS](?!\w))?"  # foto's, Deventer's
)
GENITIVE = re.compile(r"['’ʼ‘`´][sS]$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its plainest form, and where it stands in the text it comes from."""

    text: str
    start: int
    end: int


def words(text):
    """Yield the words of a text."""
    for found in WORD.finditer(text):
        plain = plainest(found.group())
        if plain:
            yield Word(plain, found.start(), found.end())


def rewritten(text, others):
    """Return a text with some words, given in their plainest form, written otherwise."""
    for word in reversed(list(words(text))):
        if word.text in others:
            text = text[: word.start] + others[word.text] + text[word.end :]
    return text


def plainest(written):
    """Return a word as it stands in a text in its plainest form."""
    return fold(GENITIVE.sub("", written))[:LONGEST]


def fold(text):
    """Return a word without capitals, accents, ligatures (ĳ) and marks inside it."""
    if text.isascii() and text.isalnum():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(character for character in decomposed if character.isalnum())
