"""Brings the forms of a word together: plural and singular, and the forms of a verb."""

import threading
from functools import lru_cache

import Stemmer

from . import lists
from .verbs import forms
from .words import fold

# A short vowel doubles the consonant after it when a syllable follows: plan, plannen.
DOUBLED = tuple(2 * letter for letter in "bcdfgklmnprstz")
SHORTEST_PLURAL = 6
# Words that end so are no plurals: adviezen, processen, leraressen are.
NO_PLURALS = (
    *("vlies", "verlies", "advies", "precies", "servies", "logies", "vries", "erkies", "devies"),
    *("markies", "spies", "proces", "succes", "adres", "congres", "expres", "ares", "eres", "bes"),
    *("bles", "fles", "gles", "jles", "kles", "lles", "mles", "nles", "rles", "sles", "tles"),
)

_stemmers = threading.local()


@lru_cache(maxsize=200_000)
def stem(word):
    """Return the stem of a folded word."""
    known = exceptional().get(word)
    return known or _by_rule(word)


def porter(word):
    """Return the stem by the rules of Porter alone, as the `dutch` of Elasticsearch 8 makes it."""
    return _stemmer().stemWord(word)


def _by_rule(word):
    if not word.isalpha():
        return word
    stemmed = porter(_singular(word))
    # Porter's rules leave brieven and brief, huizen and huis, plannen and plan apart.
    if stemmed.endswith(DOUBLED):
        stemmed = stemmed[:-1]
    if stemmed.endswith("v"):
        return stemmed[:-1] + "f"
    return stemmed[:-1] + "s" if stemmed.endswith("z") else stemmed


def _singular(word):
    """Return a word without the s that Porter leaves after an e: premies, boetes."""
    if len(word) < SHORTEST_PLURAL or not word.endswith("es") or word.endswith(NO_PLURALS):
        return word
    return word[:-1]


def _stemmer():
    # A stemmer may not be shared between threads.
    if not hasattr(_stemmers, "dutch"):
        # Its own cache costs more than it saves behind that of `stem`.
        _stemmers.dutch = Stemmer.Stemmer("dutch_porter", 0)
    return _stemmers.dutch


@lru_cache(maxsize=1)
def exceptional():
    """Return the stems that rules get wrong, by word: those of verbs, then the exceptions."""
    found = {}
    for line in lists.lines("verbs"):
        verb, *irregular = line.split()
        root = _by_rule(fold(verb.replace("|", "")))
        found |= dict.fromkeys(map(fold, [*forms(verb), *irregular]), root)
    for line in lists.lines("stems"):
        first, *others = line.split()
        found |= dict.fromkeys(map(fold, [first, *others]), fold(first))
    return found
