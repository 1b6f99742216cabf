"""What a searcher means: the words of a question as concepts, each with the ways to say it.

    schuldhulp in "rotterdam zuid" -reclame

is a concept `schuldhulp` (with its synonyms, and its parts with less weight), a concept that is a
phrase, and one that may not occur. Engines translate this; none of them reads the text itself.
"""

import re
from dataclasses import dataclass, replace

from search import dutch, neighbours
from search.concepts import Concept, Variant

# What is between quotes, with or without a minus before it, or a run of anything else.
PIECE = re.compile(r'(?P<minus>(?<!\S)[-−–])?(?:"(?P<phrase>[^"]*)"|(?P<plain>[^\s"]+))')
QUOTES = str.maketrans(dict.fromkeys("“”„«»‟", '"'))
# More words than this make no question; the rest would only cost time.
MAX_CONCEPTS = 24
# Nothing has a longer name; what looks like a text without end would cost a server its memory.
LONGEST_NAME = 120
# A question that is the name of something asks for that thing, all the more when it says nothing
# else: OM is the public prosecutor.
NAMED, NAMED_SMALL = 8.0, 10.0
# When nothing is found at all, a name with one in so many of the same pieces is shown.
ONE_IN = 3
# Each takes looking for what looks like it, and for the pages that say any of that.
MOST_FORGIVEN = 6
# With fewer documents that have every word, those with most of the words are shown too.
ENOUGH = 10

PARTS_WEIGHT = 0.5
# The same compound with other letters between its parts: wijkaanpak and wijkenaanpak.
LINKED_WEIGHT = 0.9
ASIDE_WEIGHT = 0.3
APART_WEIGHT = 0.7


@dataclass(frozen=True)
class Question:
    """What is asked for: words, phrases that must occur as they are, and what may not occur.

    `whole` are the stems of all its words, when it may be the name of something. `share` is the
    part of the words that will do when few documents have all of them, and `least` how many of
    them are still an answer; `unknown` is how many of them no document says.
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
    def named(self):
        """Return how much more a document counts when the question is its name."""
        small = all(concept.word in dutch.STOP_WORDS for concept in self.words)
        return NAMED_SMALL if small else NAMED

    @property
    def literal(self):
        """Return the one word that is asked for, when other words only come near it."""
        return self.needed[0].literal if len(self.needed) == 1 else None

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
    def grams(self):
        """Return the pieces of four letters of the words, to compare with names at last."""
        return () if self.phrases else dutch.grams(" ".join(each.word for each in self.needed))

    @property
    def enough_grams(self):
        """Return how many of those a name must share to look like what was asked for."""
        return max(2, -(-len(self.grams) // ONE_IN))

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
        forgiven = [concept for concept in self.words if concept in unknown][:MOST_FORGIVEN]
        words = tuple(concept.alike if concept in forgiven else concept for concept in self.words)
        if len(unknown) == len(self.needed):
            # Nothing that names a subject is known: then what else was typed must lead somewhere.
            words = tuple(replace(concept, needed=True) for concept in words)
        return replace(self, words=words, unknown=len(unknown))


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
        whole="" if phrases or excluded else _name(loose),
    )


def _name(found):
    name = " ".join(map(dutch.stem, found))
    return name if len(name) <= LONGEST_NAME else ""


def without_any(text):
    """Tell whether a text says of anything that it may not occur."""
    return any(piece["minus"] for piece in PIECE.finditer(text.translate(QUOTES)))


def _phrase(found):
    return Concept((Variant(tuple(map(dutch.stem, found))),))


def _loose(found, synonyms):
    concepts = _spans(found, synonyms)
    if any(concept.needed for concept in concepts):
        return concepts + neighbours.pairs(found)
    # Nothing but small words: then they are what is asked for.
    return [replace(_word(word), needed=True) for word in dict.fromkeys(found)]


def _spans(found, synonyms):
    stems = [dutch.stem(word) for word in found]
    concepts, place = {}, 0
    while place < len(found):
        length, others = synonyms.at(stems, place) if synonyms else (0, ())
        word = found[place]
        joined = neighbours.joined(found, place, max(length, 1), synonyms)
        if length:
            concept = _with_synonyms(found[place : place + length], others, joined)
            concepts.setdefault(concept.variants[0].stems, concept)
        elif word not in dutch.STOP_WORDS:
            concepts.setdefault((stems[place],), _word(word, joined=joined))
        place += length or 1
    return list(concepts.values())


def _word(word, others=(), joined=()):
    needed = word not in dutch.ASIDES
    weight = 1.0 if needed else ASIDE_WEIGHT
    variants = [Variant((dutch.stem(word),), weight)]
    parts = dutch.parts(word)
    if parts:
        variants += neighbours.linked(parts, weight * LINKED_WEIGHT)
        variants.append(Variant(parts, weight * PARTS_WEIGHT, in_a_row=False))
    variants += [replace(other, weight=other.weight * weight) for other in (*others, *joined)]
    return Concept(tuple(dict.fromkeys(variants)), needed, word)


def _with_synonyms(found, others, joined):
    if len(found) == 1:
        return _word(found[0], others, joined)
    stems = tuple(map(dutch.stem, found))
    telling = tuple(
        stem for word, stem in zip(found, stems, strict=True) if word not in dutch.STOP_WORDS
    )
    # One word of a phrase says something else: "werkte niet" is not about work.
    apart = (Variant(telling, APART_WEIGHT, in_a_row=False),) if len(telling) > 1 else ()
    return Concept(tuple(dict.fromkeys([Variant(stems), *apart, *others, *joined])))
