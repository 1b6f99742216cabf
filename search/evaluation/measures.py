"""How good a ranking is, as numbers between 0 and 1.

A ranking is a list of ids, best first; grades say how useful each judged document is: 2 answers
the question, 1 is of use, 0 is not. What nobody judged counts as 0.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from math import log2

# How far down a ranking is looked.
DEPTH = 50
FIRST_PAGE = 10


@dataclass(frozen=True)
class Scores:
    """How good the rankings of one question, or of many on average, are."""

    ndcg: float
    mrr: float
    recall: float
    recall_deep: float
    success: float


LABELS = dict(
    zip(
        (each.name for each in fields(Scores)),
        ("nDCG@10", "MRR@10", "recall@10", f"recall@{DEPTH}", "success@3"),
        strict=True,
    )
)


def scores(ranking, grades: Mapping[str, float]):
    """Return every measure of a ranking."""
    return Scores(
        ndcg=ndcg(ranking, grades),
        mrr=reciprocal_rank(ranking, grades),
        recall=recall(ranking, grades, FIRST_PAGE),
        recall_deep=recall(ranking, grades, DEPTH),
        success=success(ranking, grades, 3),
    )


def average(found):
    """Return the average of scores, every question counting the same."""
    columns = zip(*map(astuple, found), strict=True)
    return Scores(*(sum(column) / len(column) for column in columns))


def ndcg(ranking, grades, at=FIRST_PAGE):
    """Return the gain of the first hits over that of the best order there is.

    A document gains 2^grade - 1, divided by the logarithm of its place: an answer in first place
    gains 3, in second place 1.9.
    """
    gains = [grades.get(id, 0) for id in _once(ranking)[:at]]
    best = sorted(grades.values(), reverse=True)[:at]
    return _discounted(gains) / _discounted(best)


def reciprocal_rank(ranking, grades, at=FIRST_PAGE):
    """Return 1 for a useful document in first place, 1/2 in second; 0 below the first page."""
    for place, id in enumerate(_once(ranking)[:at], 1):
        if grades.get(id, 0) > 0:
            return 1 / place
    return 0.0


def recall(ranking, grades, at):
    """Return which part of the useful documents is among the first hits."""
    useful = {id for id, grade in grades.items() if grade > 0}
    return len(useful & set(ranking[:at])) / len(useful)


def success(ranking, grades, at):
    """Return 1 when a useful document is among the first hits."""
    return float(any(grades.get(id, 0) > 0 for id in ranking[:at]))


def _once(ranking):
    # A document that is shown twice is no better for it.
    return list(dict.fromkeys(ranking))


def _discounted(grades):
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))
