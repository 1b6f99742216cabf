"""Questions with the documents that answer them, from a file of JSON lines.

    {"query": "hulp bij schulden", "class": "subject", "relevant": {"schulden": 2, "geld": 1}}

`relevant` holds grades by id, or a list of ids (each of grade 1), or a list of objects with an id
and a grade. Also read is one judgement per line: `{"query": …, "doc_id": …, "grade": …}`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from search.evaluation.corpora import key
from search.evaluation.lines import BadFile, first, objects, text

# The questions over the demo content; documents are named by their address.
DEMO = Path(__file__).parent / "judged" / "demo.jsonl"
TEXTS = ("query", "question", "text", "vraag", "q", "title")
CLASSES = ("class", "klasse", "category", "type", "kind")
RELEVANT = ("relevant", "judgements", "judgments", "qrels", "answers", "relevance_judgements")
IDS = ("doc_id", "docid", "document", "document_id", "corpus-id", "id", "_id")
GRADES = ("grade", "relevance", "score", "rel", "judgement", "judgment")
NO_CLASS = "all"
HIGHEST = 20


@dataclass(frozen=True)
class Judged:
    """A question, its class, and the grade per id of a document."""

    query: str
    kind: str
    grades: Mapping[str, float]


def read(path):
    """Return the judged questions of a file."""
    questions, apart = [], {}
    for number, found in objects(path):
        query = _query(found, path, number)
        kind = text(first(found, CLASSES) or NO_CLASS).strip()
        relevant = first(found, RELEVANT)
        if relevant is not None:
            grades = _grades(relevant, path, number)
            _check_answered(grades, path, number)
            questions.append(Judged(query, kind, grades))
        else:
            _first, grades = apart.setdefault((query, kind), (number, {}))
            grades |= _one(found, path, number)
    for (query, kind), (number, grades) in apart.items():
        _check_answered(grades, path, number)
        questions.append(Judged(query, kind, grades))
    if not questions:
        raise BadFile(path, None, "holds no questions")
    return questions


def of_classes(questions, kinds):
    """Return the questions of these classes, or all of them when none is named."""
    return [each for each in questions if each.kind in kinds] if kinds else list(questions)


def _query(found, path, number):
    query = first(found, TEXTS)
    if not isinstance(query, str) or not query.strip():
        raise BadFile(path, number, f'no question; write it as a text in "{TEXTS[0]}"')
    return " ".join(text(query).split())


def _grades(relevant, path, number):
    if isinstance(relevant, dict):
        pairs = relevant.items()
    elif isinstance(relevant, list):
        pairs = [_pair(each, path, number) for each in relevant]
    else:
        pairs = [(relevant, 1)]
    return {key(id): _grade(grade, path, number) for id, grade in pairs}


def _pair(each, path, number):
    if isinstance(each, dict):
        ((id, grade),) = _one(each, path, number, default=1).items()
        return id, grade
    if isinstance(each, list) and len(each) == 2:
        return tuple(each)
    if isinstance(each, (str, int)):
        return each, 1
    raise BadFile(path, number, f"no judgement: {each!r}; write an id, or an id with a grade")


def _one(found, path, number, default=None):
    id, grade = first(found, IDS), first(found, GRADES)
    grade = default if grade is None else grade
    if not isinstance(id, (str, int)) or grade is None:
        message = f'no judgements; write {{"id": grade, …}} in "{RELEVANT[0]}"'
        raise BadFile(path, number, message)
    return {key(id): _grade(grade, path, number)}


def _grade(value, path, number):
    try:
        grade = float(value)
    except (TypeError, ValueError, OverflowError):
        grade = float("nan")
    if not isfinite(grade) or grade > HIGHEST:
        message = f"{value!r} is no grade; write a number: 2 answers the question, 1 is of use"
        raise BadFile(path, number, message)
    # Below zero is how some say that a document is worse than useless.
    return max(grade, 0.0)


def _check_answered(grades, path, number):
    if not any(grades.values()):
        raise BadFile(path, number, "no relevant document, so no ranking is better than another")
