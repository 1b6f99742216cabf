"""Points out what was asked for: the words as they stand in the text, between `<mark>`."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import mark_safe

from search import dutch

PASSAGE = 36
# A passage begins with its sentence when that begins no more than this many words earlier.
RUN_UP = 8
SENTENCE_ENDS = ".!?;\n"


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    stem: str | None  # what was asked for here, or None


def mark(text, stems):
    """Return a text as HTML with the words of these stems marked, or None when it has none."""
    places = [place for place in _places(text, stems) if place.stem]
    return _html(text, places, 0, len(text)) if places else None


def passage(text, stems):
    """Return the part of a text that says most of these stems, marked; None when it has none."""
    places = _places(text, stems)
    if not any(place.stem for place in places):
        return None
    first = _sentence_start(text, places, _best_start(places))
    last = min(first + PASSAGE, len(places)) - 1
    start, end = places[first].start, places[last].end
    if last == len(places) - 1:
        end = len(text)
    html = _html(text, [place for place in places[first : last + 1] if place.stem], start, end)
    before = "" if first == 0 else "… "
    after = "" if end == len(text) else " …"
    return mark_safe(f"{before}{html}{after}")


def _places(text, stems):
    return [
        _Place(word.start, word.end, _asked(word.text, stems)) for word in dutch.words(text)
    ]


def _asked(word, stems):
    stem = dutch.stem(word)
    if stem in stems:
        return stem
    return next((part for part in dutch.parts(word) if part in stems), None)


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
