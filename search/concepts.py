"""What is asked for, piece by piece: a concept, and the ways to say it."""

from dataclasses import dataclass, replace

from search import dutch

# A part of an unknown compound has at least so many letters, and a word more than this is none.
SHORTEST_END = 5
LONGEST_COMPOUND = 40
ONE_PART_WEIGHT = 0.3
ALIKE_WEIGHT = 0.6
# What weighs less is another word about the same subject, not another word for the same thing.
SAME_THING = 0.5


@dataclass(frozen=True)
class Variant:
    """One way to say a concept: stems that stand in a row, or anywhere in the document.

    An `alike` variant holds a word and its stem, and means what looks like either.
    """

    stems: tuple[str, ...]
    weight: float = 1.0
    in_a_row: bool = True
    alike: bool = False

    @property
    def is_word(self):
        """Tell whether this is one word as it is."""
        return len(self.stems) == 1 and self.in_a_row and not self.alike


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
    def literal(self):
        """Return how it was said, when there are also ways that only come near it, or None."""
        said, *others = self.variants
        near = any(other.in_a_row and other.weight < SAME_THING * said.weight for other in others)
        return said if near and not said.alike else None

    @property
    def looking_like(self):
        """Return what is written or sounds like this word."""
        forms = tuple(dict.fromkeys([self.word, dutch.stem(self.word)]))
        sounds = [Variant((dutch.stem(word),), ALIKE_WEIGHT) for word in dutch.sounding(self.word)]
        return replace(self, variants=(Variant(forms, ALIKE_WEIGHT, alike=True), *sounds))

    @property
    def alike(self):
        """Return what may be meant where nobody says this: what looks like it, or a part of it."""
        if not dutch.slips(self.word):
            return self
        parts = dutch.parts(self.word) or _ends(self.word)
        parts = [Variant((part,), ONE_PART_WEIGHT) for part in parts]
        return replace(self, variants=(*self.looking_like.variants, *parts))


def _ends(word):
    """Return how a compound that is in no list begins and ends: hoveniers-, -opleiding."""
    if len(word) > LONGEST_COMPOUND or not word.isalpha():
        return ()
    cuts = range(SHORTEST_END, len(word) - 2)
    ends = [end for n in cuts for end in (word[:n], word[-n:])]
    return tuple(dict.fromkeys(map(dutch.stem, ends)))
