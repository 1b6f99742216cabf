"""People's own questions find the page they ask for among the first three hits, on both engines."""

import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from search import rebuilding
from search.engines import selection
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.report import db
from tests.report import module_report as report
from tests.search.conftest import ENGINES, address

# So that the report is loaded once for all questions here.
__all__ = ["db", "report"]

CLASSES = tomllib.loads((Path(__file__).parent / "questions.toml").read_text(encoding="utf-8"))
QUESTIONS = [
    pytest.param(question, answers, id=f"{kind}: {question}")
    for kind, questions in CLASSES.items()
    for question, answers in questions.items()
]


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


def test_there_are_enough_questions_to_mean_something():
    assert len(QUESTIONS) >= 120


@pytest.mark.parametrize(("question", "answers"), QUESTIONS)
def test_the_answer_is_among_the_first_three(library, db, question, answers):
    hits = library.search(SearchQuery(text=question), EVERYBODY).hits[:3]

    assert {hit.url for hit in hits} & set(answers), [hit.url for hit in hits]
