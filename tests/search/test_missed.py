"""Questions without an answer: which are counted, for how long, and what editors see of them."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from search import missed
from search.models import MissedQuestion, Promotion
from tests.factories import PracticeFactory
from tests.reading import words
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
LIST = "/beheer/missed/"


@pytest.fixture(autouse=True)
def _nothing_waits():
    missed.write_down()
    MissedQuestion.objects.all().delete()


@pytest.fixture
def found(site, index):
    """Make one page that can be found."""
    page = PracticeFactory(parent=site.practices, title="Samen fietsen", summary="Op het plein.")
    index.update()
    return page


def ask(question, client=None, method="get", headers=(), **choices):
    """Ask a question as a reader does, and count what waits."""
    sent = {"User-Agent": FIREFOX, **dict(headers)}
    answer = getattr(client or Client(), method)(
        "/zoeken", {"q": question, **choices}, headers=sent
    )
    missed.write_down()
    return answer


def counted():
    """Return how often each question was counted."""
    return dict(MissedQuestion.objects.values_list("text", "times"))


def remember(text, times=2, days=0, **fields):
    day = timezone.localdate() - timedelta(days=days)
    return MissedQuestion.objects.create(
        text=text, times=times, first_asked=day, last_asked=day, **fields
    )


def test_a_question_that_finds_nothing_is_counted_in_its_plainest_form(found):
    for question in ("Zorgtoeslag?", "zorgtoeslag", "  ZORGTOESLÀG "):
        ask(question)
    (question,) = MissedQuestion.objects.all()
    assert (question.text, question.times, question.found) == ("zorgtoeslag", 3, "niets")
    assert question.first_asked == question.last_asked == timezone.localdate()


def test_a_question_of_which_only_a_part_is_found_is_counted_as_such(found):
    ask("fietsen zorgtoeslag")
    ask("pleim")
    assert counted() == {"fietsen zorgtoeslag": 1, "pleim": 1}
    assert {question.found for question in MissedQuestion.objects.all()} == {"alleen een deel"}


@pytest.mark.parametrize("question", ["samen fietsen", "fietsen", ""])
def test_a_question_with_an_answer_is_not_counted(found, question):
    ask(question)
    assert counted() == {}


def test_a_question_for_which_a_page_is_recommended_has_its_answer(found):
    Promotion.objects.create(page=found, words="zorgtoeslag")
    ask("zorgtoeslag")
    assert counted() == {}


@pytest.mark.parametrize(
    "choices",
    [
        {"thema": "leren"},
        {"weergave": "kaart"},
        {"sorteer": "datum"},
        {"pagina": "2"},
        {"type": "praktijk"},
    ],
    ids=lambda choices: next(iter(choices)),
)
def test_what_is_narrowed_sorted_or_read_on_is_not_counted(found, choices):
    ask("zorgtoeslag", **choices)
    assert counted() == {}


def test_a_phrase_and_what_is_left_out_are_not_counted(found):
    ask('"zorg en toeslag"')
    ask("zorgtoeslag -fietsen")
    assert counted() == {}


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "facebookexternalhit/1.1"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Cache-Control": "max-age=0"},
    ],
    ids=lambda headers: " ".join(headers.values()),
)
def test_robots_previews_and_the_same_page_again_are_not_counted(found, headers):
    ask("zorgtoeslag", headers=headers)
    assert counted() == {}


def test_a_question_of_an_editor_or_a_head_request_or_an_export_is_not_counted(found, editor):
    ask("zorgtoeslag", client=editor)
    ask("zorgtoeslag", method="head")
    Client().get("/zoeken/suggesties", {"q": "zorgtoeslag"}, headers={"User-Agent": FIREFOX})
    assert missed.write_down() is None
    assert counted() == {}


def test_a_part_of_the_page_that_a_script_asks_for_counts_as_asking(found):
    ask("zorgtoeslag", headers={"HX-Request": "true"})
    assert counted() == {"zorgtoeslag": 1}


def test_a_question_that_points_at_somebody_is_not_counted(found):
    for question in ("jan@voorbeeld.nl", "bsn 123456782", "Dorpsstraat 12"):
        ask(question)
    assert counted() == {}


def test_a_long_question_is_cut_between_two_words(found):
    ask("zorgtoeslag " * 20)
    assert list(counted()) == [" ".join(["zorgtoeslag"] * 8)]


def test_asking_sets_no_cookie_and_costs_no_write_of_the_searcher(found):
    ask("fietsen")
    with CaptureQueriesContext(connection) as queries:
        answer = Client().get("/zoeken", {"q": "zorgtoeslag"}, headers={"User-Agent": FIREFOX})
    assert answer.cookies == {}
    assert [
        query["sql"]
        for query in queries.captured_queries
        if not query["sql"].lstrip("(").startswith("SELECT")
    ] == []


def test_a_database_that_is_locked_slows_nobody_and_loses_no_question(found, caplog):
    def locked(execute, sql, *args):
        if "search_missedquestion" in sql:
            raise OperationalError("database is locked near kanariegeel")
        return execute(sql, *args)

    with connection.execute_wrapper(locked):
        answer = ask("kanariegeel")
        assert missed.write_down() == timedelta(minutes=1)
    assert answer.status_code == 200
    assert "1 questions without answer wait to be counted: OperationalError" in caplog.text
    assert "kanariegeel" not in caplog.text
    assert missed.write_down() is None
    assert counted() == {"kanariegeel": 1}


def test_what_waits_to_be_counted_has_its_bounds(found, monkeypatch):
    monkeypatch.setattr(missed, "MOST_WAITING", 2)
    client = Client(headers={"User-Agent": FIREFOX})
    for question in ("zorgtoeslag", "huurtoeslag", "kindertoeslag", "zorgtoeslag"):
        client.get("/zoeken", {"q": question})
    missed.write_down()
    assert counted() == {"huurtoeslag": 1, "zorgtoeslag": 2}


def test_what_nobody_asked_for_ninety_days_is_forgotten(db):
    remember("oud", days=91)
    remember("nog niet", days=90)
    output = StringIO()
    call_command("search_forget", stdout=output)
    assert counted() == {"nog niet": 2}
    assert output.getvalue() == "Forgot 1 questions.\n"


def test_the_rarest_and_then_the_oldest_make_room(found, monkeypatch):
    monkeypatch.setattr(missed, "MOST_ROWS", 3)
    monkeypatch.setattr(missed, "ROWS_KEPT", 2)
    remember("vaak", times=9, days=80)
    remember("zelden en lang geleden", times=1, days=40)
    remember("zelden", times=1, days=20)
    ask("zorgtoeslag")
    assert counted() == {"vaak": 9, "zorgtoeslag": 1}


def test_editors_read_what_was_asked_twice_and_not_too_long_ago(db, editor):
    remember("huurtoeslag", times=2)
    remember("zorgtoeslag", times=7, partly=True, days=3)
    remember("maar een keer", times=1)
    remember("te oud", times=9, days=91)
    rows = soup_of(editor.get(LIST)).select("main tbody tr")
    day = (timezone.localdate() - timedelta(days=3)).strftime("%-d")
    told = [[words(row.select_one(".title-wrapper")), *map(words, row("td")[1:3])] for row in rows]
    assert told == [["zorgtoeslag", "alleen een deel", "7"], ["huurtoeslag", "niets", "2"]]
    assert words(rows[0]("td")[3]).startswith(day)


def test_each_question_comes_with_what_may_help(db, editor):
    question = remember("zorg toeslag")
    row = soup_of(editor.get(LIST)).select_one("main tbody tr")
    links = {words(link): link["href"] for link in row.select("li a")}
    assert links == {
        "Maak synoniem van ‘zorg toeslag’": "/beheer/synonyms/new/?words=zorg%20toeslag",
        "Beveel pagina aan bij ‘zorg toeslag’": "/beheer/promotions/new/?words=zorg%20toeslag",
        "Zoek zelf naar ‘zorg toeslag’": "/zoeken?q=zorg%20toeslag",
        "Weghalen van ‘zorg toeslag’": f"/beheer/missed/delete/{question.pk}/",
    }
    for address in list(links.values())[:2]:
        form = soup_of(editor.get(address))
        assert form.select_one("main [name=words]")["value"] == "zorg toeslag"


def test_a_question_that_is_taken_away_is_written_down_nowhere(db, editor):
    question = remember("kanariegeel")
    page = editor.post(f"{LIST}delete/{question.pk}/", follow=True)
    assert "verwijderd" in words(soup_of(page).select_one(".messages"))
    assert counted() == {}
    assert not ModelLogEntry.objects.filter(label__contains="kanariegeel").exists()


def test_what_was_asked_once_cannot_be_reached_by_its_number(db, editor):
    question = remember("maar een keer", times=1)
    assert editor.get(f"{LIST}delete/{question.pk}/").status_code == 404


def test_the_list_is_a_table_to_take_along(db, editor):
    remember("zorgtoeslag", times=7, partly=True)
    remember("maar een keer", times=1)
    answer = editor.get(f"{LIST}?export=csv")
    today = timezone.localdate().isoformat()
    assert answer["Content-Disposition"] == 'attachment; filename="vragen-zonder-antwoord.csv"'
    assert answer.getvalue().decode().splitlines() == [
        "Zoekvraag,Gevonden,Hoe vaak,Voor het eerst,Voor het laatst",
        f"zorgtoeslag,alleen een deel,7,{today},{today}",
    ]


def test_a_list_of_nothing_says_so(db, editor):
    assert "Er zijn nu geen vragen zonder antwoord." in editor.get(LIST).content.decode()


def test_a_visitor_who_signed_in_reads_no_questions(db, client, bas):
    question = remember("zorgtoeslag")
    client.force_login(bas)
    for address in ("", "?export=csv", f"delete/{question.pk}/"):
        assert client.get(LIST + address).status_code == 302
        assert client.post(LIST + address).status_code in (302, 403)
    assert counted() == {"zorgtoeslag": 2}


def test_nobody_writes_a_question_by_hand(db, client, anna):
    question = remember("zorgtoeslag")
    client.force_login(anna)
    for address in ("new/", f"edit/{question.pk}/"):
        assert client.get(LIST + address).status_code == 302
        assert client.post(LIST + address, {"text": "x"}).status_code == 302
    assert counted() == {"zorgtoeslag": 2}
