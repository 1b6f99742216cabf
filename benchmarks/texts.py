"""Makes up Dutch texts: real words as often as people use them, and compounds nobody wrote yet.

The words come from the demo content and from the lists of `search/dutch/`; a few are said all the
time and most hardly ever, as in real texts (Zipf). The same number gives the same texts.
"""

import re
from collections import Counter
from dataclasses import dataclass

import numpy as np

from benchmarks.options import ROOT
from search.dutch import STOP_WORDS, lists

WORD = re.compile(r"[^\W\d_]{2,}")
COMPOUNDS = 40_000
# The words of one subject, and how much of a text about it they are.
SUBJECT_WORDS = 300
SUBJECT_SHARE = 0.15
SUBJECTS = 60
# Words per piece of a page: together 320.
LENGTHS = {"summary": 40, "problem": 90, "approach": 100, "result": 90}


@dataclass(frozen=True)
class Text:
    """The texts of one page."""

    title: str
    summary: str
    problem: str
    approach: str
    result: str


class Writer:
    """Writes texts, each other than the one before."""

    def __init__(self, seed=20_130_101):
        self.random = np.random.default_rng(seed)
        self.words, self.said = _vocabulary(self.random)
        telling = [n for n, word in enumerate(self.words) if word not in STOP_WORDS]
        self.telling = np.array(telling)
        self.subjects = [
            self.random.choice(self.telling, SUBJECT_WORDS, replace=False) for _ in range(SUBJECTS)
        ]

    def text(self):
        """Return the texts of one page, about one subject."""
        subject = self.subjects[self.random.integers(SUBJECTS)]
        return Text(
            title=self._title(subject),
            **{name: self._piece(length, subject) for name, length in LENGTHS.items()},
        )

    def _title(self, subject):
        length = int(self.random.integers(3, 7))
        picked = np.concatenate(
            [
                self.random.choice(subject, 2),
                self.telling[self.random.zipf(1.3, length - 2) % len(self.telling)],
            ]
        )
        return " ".join(self.words[n] for n in picked).capitalize()

    def _piece(self, length, subject):
        picked = np.searchsorted(self.said, self.random.random(length))
        about = self.random.random(length) < SUBJECT_SHARE
        picked[about] = self.random.choice(subject, int(about.sum()))
        found = [self.words[n] for n in picked]
        for start in range(0, length, 12):
            found[start] = found[start].capitalize()
            last = min(start + 11, length - 1)
            found[last] += "."
        return " ".join(found)


def _vocabulary(random):
    """Return the words, most said first, and up to where in all that is said each comes."""
    counts = Counter()
    for path in (ROOT / "cms/demo/content").rglob("*.toml"):
        counts.update(WORD.findall(path.read_text(encoding="utf-8").lower()))
    parts = [part for part in lists.words("parts") if part.isalpha()]
    pairs = random.integers(len(parts), size=(COMPOUNDS, 2))
    made = [parts[first] + parts[second] for first, second in pairs]
    words = list(dict.fromkeys([*(word for word, _ in counts.most_common()), *parts, *made]))
    often = 1.0 / (np.arange(len(words)) + 2.7)
    return words, np.cumsum(often / often.sum())
