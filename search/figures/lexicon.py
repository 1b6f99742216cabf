"""Names, and which of them a row of words holds."""

from collections import defaultdict
from dataclasses import dataclass

from search import dutch


@dataclass(frozen=True)
class Name:
    """A name as its telling words, and what it is the name of."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    thing: str


@dataclass(frozen=True)
class Mention:
    """Words that are a name, and what they may be the name of."""

    words: tuple[str, ...]
    things: frozenset[str]


class Lexicon:
    """The names of things; of two names that begin alike the longer one is meant."""

    def __init__(self):
        self._by_stem = defaultdict(list)
        self._by_letter = defaultdict(list)

    def add(self, text, thing):
        """Let a text be a name of something."""
        words = telling(text)
        name = Name(words, tuple(map(dutch.stem, words)), thing)
        if words and name not in self._by_stem[name.stems[0]]:
            self._by_stem[name.stems[0]].append(name)
            self._by_letter[words[0][0]].append(name)

    def extend(self, groups):
        """Let everything that means the same as a name be a name too."""
        additions = [
            (text, thing)
            for group in groups
            for thing in sorted({thing for text in group for thing in self.called(text)})
            for text in group
        ]
        for text, thing in additions:
            self.add(text, thing)

    def called(self, text):
        """Return what has this name."""
        stems = tuple(map(dutch.stem, telling(text)))
        known = self._by_stem.get(stems[0], ()) if stems else ()
        return {name.thing for name in known if name.stems == stems}

    def take(self, words):
        """Return what is mentioned and the words that are left.

        Only where nothing is named as it is written, slips of the pen are looked for.
        """
        found, left = self._take(words, self._as_written)
        return (found, left) if found else self._take(words, self._with_slips)

    def _take(self, words, names_at):
        found, left, place = [], [], 0
        while place < len(words):
            names = names_at(words, place)
            longest = max((len(name.words) for name in names), default=0)
            if longest:
                things = (name.thing for name in names if len(name.words) == longest)
                said = tuple(words[place : place + longest])
                found.append(Mention(said, frozenset(things)))
            else:
                left.append(words[place])
            place += longest or 1
        return found, left

    def _as_written(self, words, place):
        stem = dutch.stem(words[place])
        return [
            name
            for name in self._by_stem.get(stem, ())
            if name.stems == tuple(map(dutch.stem, words[place : place + len(name.stems)]))
        ]

    def _with_slips(self, words, place):
        return [
            name
            for name in self._by_letter.get(words[place][0], ())
            if _all_alike(name, words[place : place + len(name.words)])
        ]


def telling(text):
    """Return the words of a text without those that say nothing, unless it has no others."""
    words = tuple(word.text for word in dutch.words(text))
    return tuple(word for word in words if word not in dutch.STOP_WORDS) or words


def _all_alike(name, words):
    if len(words) != len(name.words):
        return False
    return all(
        word == own or dutch.stem(word) == stem or dutch.is_alike(word, own)
        for word, own, stem in zip(words, name.words, name.stems, strict=True)
    )
