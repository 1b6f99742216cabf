"""Writes one document: a subject, a place and a few compounds that it keeps coming back to."""

import re
from datetime import date, timedelta
from random import Random

from search.documents import Document
from search.evaluation.distractors import words
from search.facets import Type

SLOT = re.compile(r"\{(\w)\}")
# Sentences of about twelve words: half of the documents have over 26 of them, few over 150.
MEDIAN_SENTENCES, SPREAD = 24, 0.55
FEWEST, MOST = 3, 900
PARAGRAPH = 5
FIRST_DAY = date(2004, 1, 1)
DAYS = 365 * 12
TYPES = (Type.PRACTICE, Type.UPDATE, Type.RESEARCH, Type.LEARNING, Type.EVENT, Type.METHOD)
EVIDENCE = ("experience", "described", "first", "good")
EFFECTS = ("improved", "unchanged", "did-not-work", "unknown")
STATUSES = ("running", "ended", "stopped")


class Writer:
    """Writes documents by number; the same seed and number give the same document."""

    def __init__(self, seed):
        self.seed = seed
        order = Random(seed)
        self.subjects = words.subjects(order.shuffle)
        self.municipalities = words.lines("municipalities")
        self.elsewhere = words.lines("elsewhere")
        self.neighbourhoods = words.neighbourhoods()
        self.organisations = words.organisations()
        self.kinds = {
            "g": words.lines("people"),
            "r": words.lines("jobs"),
            "a": words.lines("adjectives"),
            "v": words.lines("verbs"),
        }
        self.sentences = _templates("sentences")
        self.titles = _templates("titles")
        self.summaries = _templates("summaries")

    def document(self, number):
        """Return the document with this number."""
        random = Random(self.seed * 1_000_003 + number)
        page = _Page(self, random)
        kind = random.choice(TYPES)
        published = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        return Document(
            id=f"distractor:{number}",
            type=kind,
            title=page.written(self.titles),
            url=f"/elders/{number}/",
            summary=page.written(self.summaries),
            body=page.body(),
            keywords=(random.choice(page.subject.keywords), f"{page.district} ({page.town})"),
            facets=_facets(random, kind, page, published.year),
            published=published,
            evidence_rank=random.randrange(5),
            location=(51 + random.random() * 2, 4 + random.random() * 2.5),
        )


class _Page:
    """What one document keeps coming back to, and the text that comes of it."""

    def __init__(self, writer, random):
        self.writer = writer
        self.random = draw = random.random
        self.gauss = random.gauss
        self.subject = random.choice(writer.subjects)
        self.town_number = int(draw() * len(writer.municipalities))
        self.town = writer.municipalities[self.town_number]
        self.district = writer.neighbourhoods[int(draw() * len(writer.neighbourhoods))]
        self.own = random.sample(writer.organisations, 3)
        places = writer.elsewhere if draw() < 0.3 else writer.municipalities
        self.other_town = random.choice(places)
        self.focus = [words.drawn(self.subject.compounds, draw) for _ in range(3)]
        self.slots = {
            "c": lambda: self._compound().bare,
            "d": lambda: self._compound().definite,
            "p": lambda: self._compound().plural,
            "t": lambda: self._one_of(self.subject.things),
            "w": lambda: self.district,
            "m": lambda: self.town,
            "M": lambda: self.other_town,
            "o": lambda: self.own[0],
            "O": lambda: self.own[1 + (draw() < 0.5)],
            "n": lambda: str(int(2 + 900 ** draw())),
            "k": lambda: str(int(3 + draw() * 94)),
            "y": lambda: str(2004 + int(draw() * 12)),
            "e": lambda: f"{int(1 + 900 ** draw())}.000 euro",
        }
        for letter, found in writer.kinds.items():
            self.slots[letter] = lambda found=found: words.drawn(found, draw)

    def written(self, templates):
        """Return one of the templates, filled in."""
        text, letters = templates[int(self.random() * len(templates))]
        slots = self.slots
        filled = text % tuple([slots[letter]() for letter in letters])
        return filled[0].upper() + filled[1:]

    def body(self):
        """Return the running text, in paragraphs."""
        length = int(MEDIAN_SENTENCES * 2 ** self.gauss(0, SPREAD / 0.6931))
        sentences = self.writer.sentences
        found = [self.written(sentences) for _ in range(min(max(length, FEWEST), MOST))]
        starts = range(0, len(found), PARAGRAPH)
        return "\n".join(" ".join(found[start : start + PARAGRAPH]) for start in starts)

    def _compound(self):
        if self.random() < 0.45:
            return self._one_of(self.focus)
        subject = self.subject
        if self.random() < 0.25:
            subject = self._one_of(self.writer.subjects)
        return words.drawn(subject.compounds, self.random)

    def _one_of(self, found):
        return found[int(self.random() * len(found))]


def _templates(name):
    """Return the lines of a list as texts to fill in, each with the letters of what goes where."""
    return tuple(
        (SLOT.sub("%s", line.replace("%", "%%")), SLOT.findall(line)) for line in words.lines(name)
    )


def _facets(random, kind, page, year):
    return {
        "type": (kind,),
        "theme": page.subject.themes,
        "method": (f"aanpak-{int(40 ** random.random())}",),
        "area": (f"XX{page.town_number:04}",),
        "evidence": (random.choice(EVIDENCE),),
        "effect": (random.choice(EFFECTS),),
        "target_group": tuple(sorted({f"groep-{int(30 ** random.random())}" for _ in range(2)})),
        "year": (str(year), str(year + 1)),
        "status": (random.choice(STATUSES),),
    }
