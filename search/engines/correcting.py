"""What was meant by a word that nobody says, or hardly anybody: the word that looks most like it.

Engines look for documents that say something like it, among those the searcher may see; the word
itself is found in their texts here, so that it is shown as it is written there.
"""

from dataclasses import dataclass, field

from search import dutch
from search.question import ENOUGH
from search.results import Correction

# So many documents are read to find what was meant.
SAMPLE = 20
# No more words of a question are corrected.
MOST = 4
# A word that so few documents say may be a slip when so many times more say another like it.
FEW = 2
TIMES_COMMONER = 10


@dataclass(frozen=True)
class Doubt:
    """A word of a question that may be a slip, and how many documents say it."""

    concept: object
    said: int

    @property
    def meant(self):
        """Return the concept that is looked for instead."""
        return self.concept.looking_like


@dataclass
class _Candidate:
    off: int
    written: str
    sources: list = field(default_factory=list)


def doubts(question, said, matched, documents):
    """Return the words that may be slips.

    `said` is how many documents say each word, `matched` how many answer the question, of so many
    documents in all.
    """
    most = min(FEW, documents // TIMES_COMMONER) if matched < ENOUGH else 0
    found = [
        Doubt(concept, said[concept])
        for concept in question.needed
        if said[concept] <= most and dutch.slips(concept.word)
    ]
    return found[:MOST]


def corrections(doubts, samples):
    """Return what was meant by each doubt, when the documents of its sample tell."""
    found = (_correction(doubt, sample) for doubt, sample in zip(doubts, samples, strict=True))
    return tuple(filter(None, found))


def _correction(doubt, sample):
    word, least = doubt.concept.word, doubt.said * TIMES_COMMONER
    candidates = _candidates(word, sample)
    common = [text for text, found in candidates.items() if len(found.sources) >= least]
    if not common:
        return None
    best = min(common, key=lambda text: _place(candidates[text], text))
    found = candidates[best]
    return Correction(word, found.written, doubt.said > 0, tuple(found.sources))


def _place(candidate, text):
    return (candidate.off, -len(candidate.sources), text)


def _candidates(asked, sample):
    """Return the words of documents that look like one, by their plainest form."""
    found, off = {}, _Distance(asked)
    for id, kept in sample:
        text = "\n".join([kept["title"], kept["summary"], kept["body"]])
        for word, written in _words(text, off.initials).items():
            if off[word] is None:
                continue
            candidate = found.setdefault(word.text, _Candidate(off[word], written))
            candidate.sources.append(id)
            # A word with a capital at the start of a sentence is written without one elsewhere.
            candidate.written = max(candidate.written, written)
    return found


def _words(text, initials):
    """Return the words of a text with these initials, each with how it is written."""
    found = {}
    for piece in dutch.with_initials(set(text.split()), initials):
        for word, (start, end) in dutch.places(piece):
            found[word] = max(found.get(word, ""), piece[start:end])
    return found


class _Distance(dict):
    """By how many letters an analysed word differs from the one that was asked for, or None."""

    def __init__(self, asked):
        super().__init__()
        self.asked, self.stem = asked, dutch.stem(asked)
        self.sounding = frozenset(dutch.sounding(asked))
        self.initials = {word[0] for word in (asked, self.stem, *self.sounding)}

    def __missing__(self, word):
        found = self[word] = self._of(word)
        return found

    def _of(self, word):
        if word.text in self.sounding:
            return 1
        if word.text in dutch.STOP_WORDS or word.stem == self.stem:
            return None
        found = dutch.distance(self.asked, word.text)
        return dutch.distance(self.stem, word.stem) if found is None else found
