"""The words that documents are written with, read from `lists/`; common ones come first.

Words are drawn as language does: the second is said half as often as the first, the tenth a
tenth as often.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"
# What follows what names of neighbourhoods begin with.
DISTRICTS = ("buurt", "wijk", "kwartier", "hof", "veld", "polder")
SIDES = ("", "", "", " Noord", " Zuid", " Oost", " West")
VOWELS = "aeiou"


@dataclass(frozen=True)
class Compound:
    """A compound: bare, with its article, and its plural."""

    bare: str
    definite: str
    plural: str


@dataclass(frozen=True)
class Subject:
    """What documents are about: its themes, its words, and its compounds."""

    name: str
    themes: tuple[str, ...]
    keywords: tuple[str, ...]
    things: tuple[str, ...]
    compounds: tuple[Compound, ...]


@cache
def lines(name):
    """Return the lines of a list, without comments and empty lines."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def drawn(words, random):
    """Return one of the words, the first ones most often; `random` gives a number below 1."""
    return words[int(len(words) ** random()) - 1]


def subjects(shuffle):
    """Return the subjects, with the compounds of each in an order of their own."""
    texts = tomllib.loads((FOLDER / "subjects.toml").read_text(encoding="utf-8"))
    return tuple(_subject(name, values, shuffle) for name, values in texts.items())


def neighbourhoods():
    """Return names of neighbourhoods."""
    return tuple(
        f"{begin}{end}{side}"
        for side in dict.fromkeys(SIDES)
        for begin in lines("neighbourhoods")
        for end in DISTRICTS
    )


def organisations():
    """Return names of organisations."""
    return tuple(f"{kind} {name}" for name in lines("names") for kind in lines("organisations"))


def _subject(name, values, shuffle):
    compounds = [_compound(head, tail) for head in values["heads"].split() for tail in _tails()]
    shuffle(compounds)
    return Subject(
        name=name,
        themes=tuple(values["theme"]),
        keywords=tuple(values["keywords"]),
        things=tuple(values["things"].split("|")),
        compounds=tuple(compounds),
    )


def _tails():
    return [line.split() for line in lines("tails")]


def _compound(head, tail):
    article, singular, plural = tail
    # Two vowels that would be read as one sound are kept apart.
    hyphen = "-" if head[-1] in VOWELS and singular[0] in VOWELS else ""
    bare, several = f"{head}{hyphen}{singular}", f"{head}{hyphen}{plural}"
    return Compound(bare, f"{article} {bare}", several)
