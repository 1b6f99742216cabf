"""Elasticsearch does not answer: searchers hardly wait, and the standby answers instead."""

import inspect
import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from search import changes
from search.engines import base, breaker, guarded, selection
from search.engines.elastic import connection
from search.models import Change, IndexState
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.factories import PracticeFactory

pytestmark = pytest.mark.django_db

NOTICE = "U krijgt antwoord van onze reservezoekmachine"
PATIENCE = connection.SEARCH_TIMEOUT


@pytest.fixture
def full(both, site, kept):
    """Return a page that both engines hold."""
    page = PracticeFactory(parent=site.practices, title="Kanarieproject")
    kept.rebuild()
    return page


def ask(text="kanarieproject"):
    """Ask the search page; return its status, titles, and whether it tells of the standby."""
    response = Client().get("/zoeken", {"q": text})
    page = BeautifulSoup(response.content, "html.parser")
    titles = [link.get_text().strip() for link in page.select("main h3 a")]
    return response.status_code, titles, NOTICE in page.get_text()


def suggested(text="kanarie"):
    found = Client().get("/zoeken/suggesties", {"q": text}).json()["suggestions"]
    return [suggestion["title"] for suggestion in found]


def seconds(work):
    start = time.monotonic()
    work()
    return time.monotonic() - start


FIRST = (200, ["Kanarieproject"], False)
STANDBY = (200, ["Kanarieproject"], True)


def test_the_first_engine_answers_as_long_as_it_can(full):
    assert ask() == FIRST


@pytest.mark.parametrize("fault", ["refuse", "hang", "cut", "busy", "broken"])
def test_the_standby_answers_instead(full, proxy, fault, monkeypatch):
    monkeypatch.setattr(connection, "SEARCH_TIMEOUT", PATIENCE)
    selection.forget()
    with proxy.failing(fault):
        assert ask() == STANDBY
        assert suggested() == ["Kanarieproject"]
        first, standby = selection.kept()
        similar = selection.engine().similar(f"page:{full.pk}", EVERYBODY)
        assert similar == standby.similar(f"page:{full.pk}", EVERYBODY)

    breaker.close(first)
    selection.forget()
    assert ask() == FIRST


def test_an_index_that_is_gone_is_answered_by_the_standby_too(full):
    selection.kept()[0].remove()

    assert ask() == STANDBY


def test_a_question_that_the_first_does_not_understand_is_not_its_failure(full, monkeypatch):
    engine = selection.engine()
    strange = SearchQuery(text="kanarie", page=1001)
    # The server answers 400: nobody may look past ten thousand hits.
    assert engine.search(strange, EVERYBODY).by_standby

    assert not IndexState.objects.filter(failures__gt=0).exists()
    assert ask() == FIRST


def test_a_server_that_hangs_costs_the_first_searchers_a_moment_and_the_others_nothing(
    full, proxy, monkeypatch
):
    monkeypatch.setattr(connection, "SEARCH_TIMEOUT", PATIENCE)
    selection.forget()
    ask()
    with proxy.failing("hang"):
        asked_before = proxy.asked
        waited = [seconds(ask) for _searcher in range(8)]
        assert proxy.asked - asked_before == breaker.FAILURES

    assert all(PATIENCE <= wait < PATIENCE + 1.5 for wait in waited[: breaker.FAILURES])
    assert all(wait < 1 for wait in waited[breaker.FAILURES :])


def test_the_breaker_is_shared_between_workers(full, proxy):
    with proxy.failing("refuse"):
        for _searcher in range(breaker.FAILURES):
            ask()
    # The engine is back, and no worker asks it: this one nor another.
    asked_before = proxy.asked
    assert ask() == STANDBY
    selection.forget()
    assert ask() == STANDBY
    assert proxy.asked == asked_before


def after_a_while():
    """Let the time pass in which nobody asks the engine."""
    IndexState.objects.update(silent_until=timezone.now() - timedelta(seconds=1))
    selection.forget()


def test_after_a_while_one_searcher_tries_and_then_everybody_does(full, proxy):
    with proxy.failing("refuse"):
        for _searcher in range(breaker.FAILURES):
            ask()
        after_a_while()
        failing = [ask(), ask()]
    assert failing == [STANDBY, STANDBY]
    assert ask() == STANDBY

    after_a_while()
    assert ask() == FIRST
    assert IndexState.objects.get(engine="elastic").failures == 0


def test_only_one_worker_tries(full, proxy):
    with proxy.failing("refuse"):
        for _searcher in range(breaker.FAILURES):
            ask()
    after_a_while()
    one, other = (breaker.Breaker("elastic") for _worker in range(2))
    # Both know that the while is over.
    assert one._known().silent_until == other._known().silent_until

    assert (one._is_the_one_to_try(one._known()), other._is_the_one_to_try(other._state)) == (
        True,
        False,
    )


def test_without_a_standby_the_page_says_so_and_the_breaker_spares_the_searchers(
    engine, site, proxy, kept, monkeypatch
):
    monkeypatch.setattr(connection, "SEARCH_TIMEOUT", PATIENCE)
    selection.forget()
    kept.rebuild()
    with proxy.failing("hang"):
        for _searcher in range(breaker.FAILURES):
            assert ask() == (503, [], False)
        assert seconds(ask) < 1
        assert suggested() == []


def test_both_engines_get_every_change_at_their_own_pace(full, site, proxy, kept):
    with proxy.failing("refuse"):
        PracticeFactory(parent=site.practices, title="Mussenproject")
        kept.drain()
        assert ask("mussenproject") == (200, ["Mussenproject"], True)
        first, standby = selection.kept()
        assert changes.lag(first).waiting > 0
        assert changes.lag(standby).waiting == 0

    kept.recover()
    assert ask("mussenproject") == (200, ["Mussenproject"], False)
    assert kept.differences() == {"elastic": [], "embedded": []}
    assert kept.waiting() == 0


def test_what_is_closed_while_elasticsearch_is_down_is_found_in_neither(full, proxy, kept):
    with proxy.failing("refuse"):
        PageViewRestriction.objects.create(page=full, restriction_type=PageViewRestriction.LOGIN)
        kept.drain()
        assert ask() == (200, [], True)
        # What the first is behind with is no burden to the standby, which knows.
        assert Change.objects.filter(engine="embedded").count() == 0
    breaker.close(selection.kept()[0])
    selection.forget()

    assert ask() == (200, [], False)
    assert suggested() == []


def test_prepare_goes_on_with_one_index_when_the_other_cannot_be_built(
    both, site, proxy, kept, capsys
):
    with proxy.failing("refuse"):
        call_command("search_rebuild", only_if_needed=True)
        assert "elastic does not answer" in capsys.readouterr().err
        with pytest.raises(CommandError, match="elastic does not answer"):
            call_command("search_rebuild")

    call_command("search_rebuild", only_if_needed=True)
    assert kept.differences() == {"elastic": [], "embedded": []}


def told(capsys):
    """Return what search_status tells, by engine and name."""
    engines, lines = {}, capsys.readouterr().out.splitlines()
    for name, value in (line.split(":", 1) for line in lines):
        if name in {"engine", "standby"}:
            facts = engines[f"{name} {value.strip()}"] = {}
        else:
            facts[name] = value.strip()
    return engines


def test_the_status_tells_of_both(full, proxy, kept, capsys):
    call_command("search_status")
    engines = told(capsys)
    assert list(engines) == ["engine elastic", "standby embedded"]
    assert {facts["up to date"] for facts in engines.values()} == {"yes"}
    assert len({facts["documents"] for facts in engines.values()}) == 1
    assert [(facts["series"], facts["made as now"]) for facts in engines.values()] == [
        ("0", "yes"), ("0", "yes"),
    ]  # fmt: skip

    full.save()
    with proxy.failing("refuse"):
        for _searcher in range(breaker.FAILURES):
            ask()
        kept.drain()
        with pytest.raises(CommandError, match="elastic does not answer"):
            call_command("search_status")
    first, standby = told(capsys).values()
    assert first["answers"].startswith("no: ")
    assert (first["waiting"], first["breaker"]) == ("1", "open: nobody asks it")
    assert first["writing"] == "paused after 1 failures"
    assert (standby["answers"], standby["waiting"], standby["breaker"]) == ("yes", "0", "closed")


def test_an_engine_that_was_not_kept_up_to_date_is_built_anew(full, kept, settings):
    # The operator leaves out the standby for a while …
    there = settings.SEARCH_STANDBY
    settings.SEARCH_STANDBY = ""
    selection.forget()
    call_command("search_rebuild", only_if_needed=True)
    full.title = "Mussenproject"
    full.save()
    kept.drain()
    # … and wants it back.
    settings.SEARCH_STANDBY = there
    selection.forget()
    call_command("search_rebuild", only_if_needed=True)

    assert kept.differences() == {"elastic": [], "embedded": []}


def test_every_question_of_an_engine_goes_through_the_guard():
    questions = {
        name
        for name, method in inspect.getmembers(base.Engine, inspect.isfunction)
        if "scope" in inspect.signature(method).parameters
    }
    assert questions - vars(guarded.Guarded).keys() == set()
