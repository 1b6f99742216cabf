"""Documents that are not the answer: Dutch policy language about neighbouring subjects, in bulk.

A hundred pages of demo content make any search look good. Among thousands of plausible pages on
housing, schools and debts in other municipalities, only a search that weighs words well finds the
right one. The documents are written from the word lists in `lists/`: the same seed gives the same
documents, and no two are alike.
"""

from search.evaluation.distractors.writing import Writer

SEED = 2013


def generate(count, seed=SEED):
    """Yield so many documents, with keys `distractor:0` and on."""
    writer = Writer(seed)
    for number in range(count):
        yield writer.document(number)


__all__ = ["SEED", "generate"]
