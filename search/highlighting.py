"""Points out what was asked for: the words as they stand in the text, between `<mark>`."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import mark_safe

from search import dutch

PASSAGE = 36
# A passage begins with its sentence when that begins no more than this many words earlier.
RUN_UP = 8
SENTENCE_ENDS = ".!?;\n"


@dataclass(frozen=True)
class Marks:
    """What to point out: stems, and stems of which what looks like them is meant too."""

    stems: frozenset[str] = frozenset()
    alike: tuple[str, ...] = ()
    # Of each thing that must be said, the ways to say it.
    needed: tuple[tuple[frozenset[str], ...], ...] = ()

    @classmethod
    def of(cls, question):
        """Return what to point out for a question."""
        variants = question.variants
        stems = {stem for variant in variants if not variant.alike for stem in variant.stems}
        alike = tuple(form for variant in variants if variant.alike for form in variant.stems)
        needed = tuple(_ways(concept) for concept in (*question.needed, *question.phrases))
        return cls(frozenset(stems - dutch.STOP_WORDS), alike, needed)

    def answered(self, text):
        """Return the numbers of the things that must be said and that a text says."""
        said = {self.asked(word) for word in {word.text for word in dutch.words(text)}}
        return {n for n, ways in enumerate(self.needed) if any(way <= said for way in ways)}

    def asked(self, word):
        """Return what was asked for by this word of a text, or None."""
        stem = dutch.stem(word)
        if stem in self.stems:
            return stem
        for part in dutch.parts(word):
            if part in self.stems:
                return part
        return next((asked for asked in self.alike if dutch.is_alike(asked, stem)), None)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    stem: str | None  # what was asked for here, or None


def _ways(concept):
    """Return the ways to say a concept, each as the stems that a text must have."""
    found = []
    for variant in concept.variants:
        stems = variant.stems
        found += [{stem} for stem in stems] if variant.alike else [set(stems) - dutch.STOP_WORDS]
    return tuple(frozenset(way) for way in found if way)


def mark(text, marks):
    """Return a text as HTML with what was asked for marked, or None when it has nothing of it."""
    places = [place for place in _places(text, marks) if place.stem]
    return _html(text, places, 0, len(text)) if places else None


def passage(text, marks):
    """Return the part of a text that says most of what was asked for, marked, or None."""
    places = _places(text, marks)
    if not any(place.stem for place in places):
        return None
    first = _sentence_start(text, places, _best_start(places))
    last = min(first + PASSAGE, len(places)) - 1
    start = 0 if first == 0 else places[first].start
    end = len(text) if last == len(places) - 1 else places[last].end
    html = _html(text, [place for place in places[first : last + 1] if place.stem], start, end)
    before = "" if first == 0 else "… "
    after = "" if end == len(text) else " …"
    return mark_safe(f"{before}{html}{after}")


def _places(text, marks):
    return [_Place(word.start, word.end, marks.asked(word.text)) for word in dutch.words(text)]


def _best_start(places):
    """Return where the passage begins that says most different words, the earliest of those."""
    best, best_start = (0, 0), 0
    asked = [number for number, place in enumerate(places) if place.stem]
    for start in asked:
        found = [places[n].stem for n in asked if start <= n < start + PASSAGE - RUN_UP]
        worth = (len(set(found)), min(len(found), 4))
        if worth > best:
            best, best_start = worth, start
    return best_start


def _sentence_start(text, places, start):
    for number in range(start, max(start - RUN_UP, 0) - 1, -1):
        if number == 0:
            return 0
        between = text[places[number - 1].end : places[number].start]
        if any(sign in between for sign in SENTENCE_ENDS):
            return number
    return max(start - 3, 0)


def _html(text, places, start, end):
    pieces, at = [], start
    for place in places:
        pieces.append(escape(text[at : place.start]))
        pieces.append(f"<mark>{escape(text[place.start : place.end])}</mark>")
        at = place.end
    pieces.append(escape(text[at:end]))
    return mark_safe("".join(pieces))
