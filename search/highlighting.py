"""Points out what was asked for: the words as they stand in the text, between `<mark>`."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.html import escape
from django.utils.safestring import mark_safe

from search import dutch

PASSAGE = 36
# A passage begins with its sentence when that begins no more than this many words earlier.
RUN_UP = 8
SENTENCE_ENDS = ".!?;\n"


@dataclass(frozen=True)
class Marks:
    """What to point out: stems, stems in a row, and stems of which what looks like them is meant.

    Of what is said in several words only these words in a row are pointed out: who asks for vsv
    does not ask for every "school".
    """

    stems: frozenset[str] = frozenset()
    rows: tuple[tuple[str, ...], ...] = ()
    alike: tuple[str, ...] = ()
    # Of each thing that must be said, the ways to say it.
    needed: tuple[tuple[frozenset[str], ...], ...] = ()

    @classmethod
    def of(cls, question):
        """Return what to point out for a question."""
        said = [variant for variant in question.variants if not variant.alike]
        rows = [each.stems for each in said if each.in_a_row and len(each.stems) > 1]
        loose = [each.stems for each in said if not each.in_a_row or len(each.stems) == 1]
        alike = [form for each in question.variants if each.alike for form in each.stems]
        needed = tuple(_ways(concept) for concept in (*question.needed, *question.phrases))
        stems = frozenset(stem for stems in loose for stem in stems) - dutch.STOP_WORDS
        return cls(stems, tuple(dict.fromkeys(rows)), tuple(alike), needed)

    def answered(self, text):
        """Return the numbers of the things that must be said and that a text says."""
        said = set()
        for word in set(dutch.analysed(text)):
            said.update([word.stem, self._known[word]], word.parts or ())
        return {n for n, ways in enumerate(self.needed) if any(way <= said for way in ways)}

    def asked(self, text):
        """Return what was asked for by each of the words of a text, or None."""
        words = dutch.analysed(text)
        found = [self._known[word] for word in words]
        stems = [word.stem for word in words] if self.rows else []
        said = set(stems)
        for row in self.rows:
            for start in _starts(stems, row) if said.issuperset(row) else ():
                found[start : start + len(row)] = [found[start] or " ".join(row)] * len(row)
        return found

    @cached_property
    def _known(self):
        return _Known(self)

    def of_word(self, word):
        """Return what was asked for by an analysed word, or None."""
        if word.stem in self.stems:
            return word.stem
        for part in word.parts:
            if part in self.stems:
                return part
        return next((form for form in self.alike if _looks_like(form, word)), None)


def _looks_like(form, word):
    return dutch.is_alike(form, word.stem) or dutch.is_alike(form, word.text)


def _starts(stems, row):
    """Return where stems stand in a row."""
    first, length = row[0], len(row)
    return [
        n for n, stem in enumerate(stems) if stem == first and tuple(stems[n : n + length]) == row
    ]


class _Known(dict):
    """What was asked for by each word, worked out once for all texts."""

    def __init__(self, marks):
        self.marks = marks

    def __missing__(self, word):
        found = self[word] = self.marks.of_word(word)
        return found


def _ways(concept):
    """Return the ways to say a concept, each as the stems that a text must have."""
    found = []
    for variant in concept.variants:
        stems = variant.stems
        found += [{stem} for stem in stems] if variant.alike else [set(stems) - dutch.STOP_WORDS]
    return tuple(frozenset(way) for way in found if way)


def mark(text, marks):
    """Return a text as HTML with what was asked for marked, or None when it has nothing of it."""
    asked = marks.asked(text)
    return _html(text, _marked(asked, dutch.places(text)), 0, len(text)) if any(asked) else None


def passage(text, marks):
    """Return the part of a text that says most of what was asked for, marked, or None."""
    asked = marks.asked(text)
    if not any(asked):
        return None
    places = dutch.places(text)
    first = _sentence_start(text, places, _best_start(asked))
    last = min(first + PASSAGE, len(places)) - 1
    start = 0 if first == 0 else places[first][0]
    end = len(text) if last == len(places) - 1 else places[last][1]
    html = _html(text, _marked(asked[: last + 1], places, first), start, end)
    before = "" if first == 0 else "… "
    after = "" if end == len(text) else " …"
    return mark_safe(f"{before}{html}{after}")


def _marked(asked, places, first=0):
    return [places[n] for n in range(first, len(asked)) if asked[n]]


def _best_start(asked):
    """Return where the passage begins that says most different words, the earliest of those."""
    best, best_start = (0, 0), 0
    for start in (n for n, stem in enumerate(asked) if stem):
        found = [stem for stem in asked[start : start + PASSAGE - RUN_UP] if stem]
        worth = (len(set(found)), min(len(found), 4))
        if worth > best:
            best, best_start = worth, start
    return best_start


def _sentence_start(text, places, start):
    for number in range(start, max(start - RUN_UP, 0) - 1, -1):
        if number == 0:
            return 0
        between = text[places[number - 1][1] : places[number][0]]
        if any(sign in between for sign in SENTENCE_ENDS):
            return number
    return max(start - 3, 0)


def _html(text, places, start, end):
    pieces, at = [], start
    for begin, finish in places:
        pieces.append(escape(text[at:begin]))
        pieces.append(f"<mark>{escape(text[begin:finish])}</mark>")
        at = finish
    pieces.append(escape(text[at:end]))
    return mark_safe("".join(pieces))
