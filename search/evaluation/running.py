"""Loads a corpus into every competitor, asks each the questions, and keeps what came of it."""

from contextlib import ExitStack
from dataclasses import dataclass, field

from search.evaluation import measures
from search.evaluation.measures import DEPTH, Scores

# Documents are handed over in groups of about this many, or of this many letters.
BATCH, BATCH_LENGTH = 200, 2_000_000


@dataclass
class Loaded:
    """What was in a corpus: how many documents, and which ids of it came more than once."""

    ids: set = field(default_factory=set)
    repeated: list = field(default_factory=list)
    empty: int = 0

    @property
    def count(self):
        """Return how many documents there are."""
        return len(self.ids)

    def note(self, document):
        """Count a document; the last one with an id is the one that stays."""
        if document.id in self.ids:
            self.repeated.append(document.id)
        self.ids.add(document.id)
        self.empty += not (document.title or document.body)


@dataclass(frozen=True)
class Result:
    """How one competitor answered one question."""

    competitor: str
    question: object
    ranking: tuple[str, ...]
    scores: Scores


def load(competitors, documents, report=lambda count: None):
    """Load documents into all competitors at once, and return what there was."""
    loaded = Loaded()
    with ExitStack() as stack:
        adders = [stack.enter_context(each.loading()) for each in competitors]
        for batch in _batches(documents):
            for add in adders:
                add(batch)
            for document in batch:
                loaded.note(document)
            report(loaded.count)
    return loaded


def ask(competitors, questions, report=lambda count: None):
    """Ask every competitor every question, and return the results."""
    results = []
    for number, question in enumerate(questions, 1):
        for each in competitors:
            ranking = tuple(each.ranking(question.query, DEPTH))
            scores = measures.scores(ranking, question.grades)
            results.append(Result(each.name, question, ranking, scores))
        report(number)
    return results


def missing(questions, loaded):
    """Return the judged ids that no document has."""
    judged = dict.fromkeys(id for each in questions for id in each.grades)
    return [id for id in judged if id not in loaded.ids]


def _batches(documents):
    batch, length = [], 0
    for document in documents:
        batch.append(document)
        length += len(document.title) + len(document.body)
        if len(batch) == BATCH or length > BATCH_LENGTH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
