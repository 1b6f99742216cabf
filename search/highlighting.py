"""Points out what was asked for: the words as they stand in the text, between `<mark>`.

A text is read in the pieces between its spaces; see search.dutch.analysis.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import chain

from django.utils.safestring import mark_safe

from search import dutch

PASSAGE = 36
# A passage begins with its sentence when that begins no more than this many words earlier.
RUN_UP = 8
SENTENCE_ENDS = ".!?;\n"
# What stands before the dots where a text is cut off.
CUT_OFF = " \n.,:"
BEHIND_A_WORD = re.compile(r"\W*\Z")


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
            said.update([word.stem, self.of_word(word), *word.parts])
        return {n for n, ways in enumerate(self.needed) if any(way <= said for way in ways)}

    def asked(self, pieces):
        """Return what was asked for by each of the pieces of a text, or None."""
        different = set(pieces)
        said = dutch.saying(self._looked_for, different)
        found = list(map(self._asked_by(different, said).get, pieces))
        rows = [row for row in self.rows if all(stem in said for stem in row)]
        stems = _stems(pieces) if rows else []
        for row in rows:
            _ask_row(found, stems, row)
        return found

    def _asked_by(self, pieces, said):
        """Return what was asked for by some of these pieces."""
        alike = dutch.with_initials(pieces, self._initials) if self.alike else ()
        return {piece: self._known[piece] for piece in chain(alike, *said.values())}

    @cached_property
    def _initials(self):
        return {form[0] for form in self.alike}

    @cached_property
    def _looked_for(self):
        return self.stems.union(*self.rows)

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

    def html(self, piece):
        """Return a piece that was asked for as HTML, with the words in it marked."""
        at, html = 0, []
        for word, (start, end) in dutch.places(piece):
            if self.of_word(word) or word.stem in self._looked_for:
                html.append(f"{escape(piece[at:start])}<mark>{escape(piece[start:end])}</mark>")
                at = end
        return "".join([*html, escape(piece[at:])])


def _looks_like(form, word):
    return dutch.is_alike(form, word.stem) or dutch.is_alike(form, word.text)


def _stems(pieces):
    """Return the stems of pieces, each with the number of its piece."""
    return [(word.stem, n) for n, piece in enumerate(pieces) for word in dutch.in_piece(piece)]


def _ask_row(found, stems, row):
    """Note of the pieces that say these stems in a row that this was asked for."""
    for start in _starts([stem for stem, _piece in stems], row):
        places = [piece for _stem, piece in stems[start : start + len(row)]]
        asked = found[places[0]] or " ".join(row)
        for place in places:
            found[place] = asked


def _starts(stems, row):
    """Return where stems stand in a row."""
    first, length = row[0], len(row)
    return [
        n for n, stem in enumerate(stems) if stem == first and tuple(stems[n : n + length]) == row
    ]


class _Known(dict):
    """What was asked for by each piece, worked out once for all texts."""

    def __init__(self, marks):
        self.marks = marks

    def __missing__(self, piece):
        asked = map(self.marks.of_word, dutch.in_piece(piece))
        found = self[piece] = next(filter(None, asked), None)
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
    pieces = text.split()
    asked = marks.asked(pieces)
    return mark_safe(_html(text, pieces, asked, marks)) if any(asked) else None


def passage(text, marks):
    """Return the part of a text that says most of what was asked for, marked, or None."""
    pieces = text.split()
    asked = marks.asked(pieces)
    if not any(asked):
        return None
    first = _sentence_start(text, pieces, _best_start(asked))
    last = first + PASSAGE
    part = text[_place(text, first) : _place(text, last) if last < len(pieces) else None]
    before = "" if first == 0 else "… "
    after = "" if last >= len(pieces) else " …"
    html = _html(part, pieces[first:last], asked[first:last], marks)
    return mark_safe(f"{before}{html.rstrip(CUT_OFF) if after else html}{after}")


def _place(text, number):
    """Return where a piece of a text begins; the first one begins where the text does."""
    return len(text) - len(text.split(None, number)[number]) if number else 0


def _best_start(asked):
    """Return where the passage begins that says most different words, the earliest of those."""
    best, best_start = (0, 0), 0
    for start in (n for n, stem in enumerate(asked) if stem):
        found = [stem for stem in asked[start : start + PASSAGE - RUN_UP] if stem]
        worth = (len(set(found)), min(len(found), 4))
        if worth > best:
            best, best_start = worth, start
    return best_start


def _sentence_start(text, pieces, start):
    before = text[: _place(text, start)]
    for number in range(start, max(start - RUN_UP, 0) - 1, -1):
        if number == 0:
            return 0
        place = before.rindex(pieces[number - 1])
        behind = BEHIND_A_WORD.search(before, place).group()
        if any(sign in behind for sign in SENTENCE_ENDS):
            return number
        before = before[:place]
    return max(start - 3, 0)


def _html(text, pieces, asked, marks):
    html, at, place = [], 0, 0
    for piece, is_asked in zip(pieces, asked, strict=True):
        place = text.index(piece, place)
        if is_asked:
            html += [escape(text[at:place]), marks.html(piece)]
            at = place + len(piece)
        place += len(piece)
    return "".join([*html, escape(text[at:])])
