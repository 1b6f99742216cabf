"""People's own questions find the page they ask for among the first three hits, on both engines."""

import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from search import rebuilding
from search.engines import selection
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.search.conftest import ENGINES, address

CLASSES = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
QUESTIONS = [
    pytest.param(question, answers, id=f"{kind}: {question}")
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


@pytest.fixture(scope="module", params=ENGINES)
def library(request, report, tmp_path_factory):
    """Return an engine that holds the whole report, with what stands in its files."""
    with pytest.MonkeyPatch.context() as patched:
        # The pages of a file are recorded for the engine of the site, once the file was read.
        url = address(request.param, tmp_path_factory.mktemp("report"))
        patched.setattr(settings, "SEARCH_URL", url)
        selection.forget()
        (engine,) = selection.kept()
        rebuilding.rebuild(engine)
        yield engine
        engine.remove()
    selection.forget()


@pytest.fixture
def db(report):
    """Open the database with the report in it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_there_are_enough_questions_to_mean_something():
    assert len(QUESTIONS) >= 120


@pytest.mark.parametrize(("question", "answers"), QUESTIONS)
def test_the_answer_is_among_the_first_three(library, db, question, answers):
    hits = library.search(SearchQuery(text=question), EVERYBODY).hits[:3]

    assert {hit.url for hit in hits} & set(answers), [hit.url for hit in hits]
