"""Which figures stand above the results of people's own questions, and above which none do."""

import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.http import QueryDict

from search import parsing
from search.figures import cards

CLASSES = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
QUESTIONS = [
    pytest.param(question, answers, id=f"{kind}: {question!a}")
    for kind, questions in CLASSES.items()
    for question, answers in questions.items()
]


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    """Load the report of 2013 into an empty database, and take it out after the last question."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def db(report):
    """Open the database with the report in it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


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
