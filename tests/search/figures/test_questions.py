"""Which figures stand above the results of people's own questions, and above which none do."""

import tomllib
from pathlib import Path

import pytest
from django.http import QueryDict

from search import parsing
from search.figures import cards
from tests.report import db
from tests.report import module_report as report

# So that the report is loaded once for all questions here.
__all__ = ["db", "report"]

CLASSES = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
QUESTIONS = [
    pytest.param(question, answers, id=f"{kind}: {question!a}")
    for kind, questions in CLASSES.items()
    for question, answers in questions.items()
]


def asked(text):
    """Return the cards of a question, as it comes in from a browser."""
    parameters = QueryDict(mutable=True)
    parameters["q"] = text
    return cards.of(parsing.parse(parameters)[0])


@pytest.mark.parametrize(("question", "answers"), QUESTIONS)
def test_a_question_gets_the_figures_it_asks_for_and_no_others(db, question, answers):
    found = asked(question)

    assert [f"{card.indicator.code} {card.area.code}" for card in found] == answers


def test_ten_thousand_words_are_no_question_for_figures(db):
    assert asked("overvecht " * 10_000) == ()
