"""What a searcher means: the words of a question as concepts, each with the ways to say it.

    schuldhulp in "rotterdam zuid" -reclame

is a concept `schuldhulp` (with its synonyms, and its parts with less weight), a concept that is a
phrase, and one that may not occur. Engines translate this; none of them reads the text itself.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from search import dutch

# What is between quotes, with or without a minus before it, or a run of anything else.
PIECE = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')
QUOTES = str.maketrans(dict.fromkeys("“”„«»‟", '"'))
# More words than this make no question; the rest would only cost time.
MAX_CONCEPTS = 24
# With fewer documents that have every word, those with most of the words are shown too.
ENOUGH = 5

# A part of an unknown compound has at least so many letters, and a word more than this is none.
SHORTEST_END = 5
LONGEST_COMPOUND = 40

PARTS_WEIGHT = 0.5
ONE_PART_WEIGHT = 0.3
ASIDE_WEIGHT = 0.3
APART_WEIGHT = 0.7
PAIR_WEIGHT = 0.75
ALIKE_WEIGHT = 0.6


@dataclass(frozen=True)
class Variant:
    """One way to say a concept: stems that stand in a row, or anywhere in the document.

    An `alike` variant holds a word and its stem, and means what looks like either.
    """

    stems: tuple[str, ...]
    weight: float = 1.0
    in_a_row: bool = True
    alike: bool = False


@dataclass(frozen=True)
class Concept:
    """One thing that is asked for; `word` as it was written, when it is one word.

    What is not `needed` only makes a document more relevant.
    """

    variants: tuple[Variant, ...]
    needed: bool = True
    word: str = ""

    @property
    def by_weight(self):
        """Return the variants, grouped by their weight."""
        groups = {}
        for variant in self.variants:
            groups.setdefault(variant.weight, []).append(variant)
        return groups

    @property
    def alike(self):
        """Return what may be meant where nobody says this: what looks like it, or a part of it."""
        if not dutch.slips(self.word):
            return self
        forms = tuple(dict.fromkeys([self.word, dutch.stem(self.word)]))
        parts = dutch.parts(self.word) or _ends(self.word)
        parts = [Variant((part,), ONE_PART_WEIGHT) for part in parts]
        return replace(self, variants=(Variant(forms, ALIKE_WEIGHT, alike=True), *parts))


@dataclass(frozen=True)
class Question:
    """What is asked for: words, phrases that must occur as they are, and what may not occur.

    `whole` are all its words, when it may be the name of something. `share` is the part of the
    words that will do when few documents have all of them, and `least` how many of them are
    still an answer; `unknown` is how many of them no document says.
    """

    words: tuple[Concept, ...] = ()
    phrases: tuple[Concept, ...] = ()
    excluded: tuple[Concept, ...] = ()
    whole: str = ""
    share: float = 0.6
    least: int = 1
    unknown: int = 0

    @property
    def asked(self):
        """Return everything that makes a document an answer."""
        return [*self.words, *self.phrases]

    @property
    def needed(self):
        """Return the words that a document should have."""
        return [concept for concept in self.words if concept.needed]

    @property
    def most(self):
        """Return how many of those will do when few documents have all."""
        needed = len(self.needed)
        return min(needed, max(1, round((needed - self.unknown) * self.share)))

    @property
    def levels(self):
        """Return how many of those it must have: all, or else most of them, or else the least."""
        needed = len(self.needed)
        return tuple(dict.fromkeys([needed, self.most, min(self.least, needed)]))

    @property
    def is_empty(self):
        """Tell whether nothing is left to look for."""
        return not self.asked and not self.excluded

    @property
    def variants(self):
        """Return every way to say anything of what is asked for."""
        return [variant for concept in self.asked for variant in concept.variants]

    def forgiving(self, unknown):
        """Return the question with words that look like those that no document says."""
        words = tuple(concept.alike if concept in unknown else concept for concept in self.words)
        if len(unknown) == len(self.needed):
            # Nothing that names a subject is known: then what else was typed must lead somewhere.
            words = tuple(replace(concept, needed=True) for concept in words)
        return replace(self, words=words, unknown=len(unknown))


def _ends(word):
    """Return how a compound that is in no list begins and ends: hoveniers-, -opleiding."""
    if len(word) > LONGEST_COMPOUND or not word.isalpha():
        return ()
    cuts = range(SHORTEST_END, len(word) - 2)
    ends = [end for n in cuts for end in (word[:n], word[-n:])]
    return tuple(dict.fromkeys(map(dutch.stem, ends)))


def understand(text, synonyms=None):
    """Return what a text asks for."""
    phrases, excluded, loose = [], [], []
    for piece in PIECE.finditer(text.translate(QUOTES)):
        found = [word.text for word in dutch.words(piece["phrase"] or piece["plain"] or "")]
        if not found:
            continue
        if piece["minus"]:
            excluded.append(_phrase(found))
        elif piece["phrase"] is not None:
            phrases.append(_phrase(found))
        else:
            loose += found
    return Question(
        words=tuple(_loose(loose, synonyms)[:MAX_CONCEPTS]),
        phrases=tuple(phrases[:MAX_CONCEPTS]),
        excluded=tuple(excluded[:MAX_CONCEPTS]),
        whole="" if phrases or excluded else " ".join(loose),
    )


def _phrase(found):
    return Concept((Variant(tuple(map(dutch.stem, found))),))


def _loose(found, synonyms):
    concepts = _spans(found, synonyms)
    if any(concept.needed for concept in concepts):
        return concepts + _pairs(found)
    # Nothing but small words: then they are what is asked for.
    return [replace(_word(word), needed=True) for word in dict.fromkeys(found)]


def _spans(found, synonyms):
    stems = [dutch.stem(word) for word in found]
    concepts, place = {}, 0
    while place < len(found):
        length, others = synonyms.at(stems, place) if synonyms else (0, ())
        word = found[place]
        if length:
            concept = _with_synonyms(found[place : place + length], others)
            concepts.setdefault(concept.variants[0].stems, concept)
        elif word not in dutch.STOP_WORDS:
            concepts.setdefault((stems[place],), _word(word))
        place += length or 1
    return list(concepts.values())


def _word(word, others=()):
    needed = word not in dutch.ASIDES
    weight = 1.0 if needed else ASIDE_WEIGHT
    variants = [Variant((dutch.stem(word),), weight)]
    parts = dutch.parts(word)
    if parts:
        variants.append(Variant(parts, weight * PARTS_WEIGHT, in_a_row=False))
    variants += [replace(other, weight=other.weight * weight) for other in others]
    return Concept(tuple(variants), needed, word)


def _with_synonyms(found, others):
    if len(found) == 1:
        return _word(found[0], others)
    stems = tuple(map(dutch.stem, found))
    telling = tuple(
        stem for word, stem in zip(found, stems, strict=True) if word not in dutch.STOP_WORDS
    )
    apart = (Variant(telling, APART_WEIGHT, in_a_row=False),) if telling else ()
    return Concept((Variant(stems), *apart, *others))


def _pairs(found):
    """Return what two words beside each other say together, in a row or as a compound.

    Sociale huur, buurt begroting, administratie thuis.
    """
    telling = [word for word in found if word not in dutch.STOP_WORDS]
    return [_pair(*pair) for pair in dict.fromkeys(pairwise(telling))]


def _pair(first, second):
    in_a_row = Variant((dutch.stem(first), dutch.stem(second)), PAIR_WEIGHT)
    compounds = (
        Variant((dutch.stem(left + link + right),))
        for left, right in ((first, second), (second, first))
        for link in ("", "s", "en", "e")
    )
    return Concept((in_a_row, *compounds), needed=False)
