"""Why hits stand in their order, as editors read it, and why a page is not among them."""

import pytest
from wagtail.models import PageViewRestriction

from search.models import Change
from tests.factories import PracticeFactory
from tests.reading import words
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db
ADDRESS = "/beheer/ranking/"


@pytest.fixture
def bikes(site):
    return PracticeFactory(parent=site.practices, title="Samen fietsen", summary="Op het plein.")


@pytest.fixture
def debts(site):
    return PracticeFactory(parent=site.practices, title="Hulp bij schulden", summary="Orde.")


def ask(editor, question, page=None, status=200):
    answer = editor.get(ADDRESS, {"vraag": question, "pagina": page.pk if page else ""})
    assert answer.status_code == status
    return soup_of(answer)


def number(text):
    return float(text.replace("×", "").replace(".", "").replace(",", "."))


def reasons(soup):
    return [words(reason) for reason in soup.select(".wk-ranking-reasons li")]


def test_the_points_of_a_hit_add_up_to_its_score_on_the_screen(bikes, debts, index, editor):
    soup = ask(editor, "fietsen plein")
    assert [words(place.h3) for place in soup.select(".wk-ranking-place")] == ["1. Samen fietsen"]
    table = soup.select_one(".wk-ranking-place table")
    rows = [[words(cell) for cell in row(["th", "td"])] for row in table.select("tbody tr")]
    assert [(row[0], row[1]) for row in rows[:2]] == [
        ("fietsen", "fiets: het woord zelf"),
        ("plein", "plein: het woord zelf"),
    ]
    *factors, total = [words(row("td")[-1]) for row in table.select("tfoot tr")]
    score = sum(number(row[-1]) for row in rows)
    for factor in factors:
        score *= number(factor)
    assert number(total) == pytest.approx(score, rel=0.02)


def test_a_page_among_the_hits_has_its_place(bikes, debts, index, editor):
    soup = ask(editor, "fietsen", bikes)
    assert "Zij staat op plaats 1." in words(soup.main)
    assert reasons(soup) == []


def test_a_page_that_lacks_words_is_told_which(bikes, debts, index, editor):
    assert reasons(ask(editor, "fietsen", debts)) == ["Deze woorden staan er niet: fietsen."]
    assert reasons(ask(editor, "hulp -fietsen", bikes)) == ["Deze woorden staan er niet: hulp."]
    assert reasons(ask(editor, "samen -fietsen", bikes)) == [
        "Zij zegt iets wat de vraag met een min uitsluit."
    ]


def test_a_page_that_is_hidden_is_told_why(site, bikes, index, editor):
    PageViewRestriction.objects.create(page=bikes, restriction_type=PageViewRestriction.LOGIN)
    index.update()
    closed = ask(editor, "fietsen", bikes)
    assert reasons(closed) == ["Niet iedereen mag haar zien. Alleen wie haar mag zien, vindt haar."]
    assert closed.select(".wk-ranking-place") == []
    bikes.unpublish()
    index.update()
    assert "Zij is niet gepubliceerd." in reasons(ask(editor, "fietsen", bikes))
    assert reasons(ask(editor, "fietsen", site.practices)) == [
        "Dit soort pagina staat niet in de zoekfunctie. Beveel haar aan als zij nodig is."
    ]


def test_a_page_that_waits_or_was_refused_is_told_so(site, index, editor):
    index.update()
    page = PracticeFactory(parent=site.practices, title="Samen fietsen")
    waiting = "Haar laatste wijziging wacht nog op de zoekmachine."
    assert reasons(ask(editor, "fietsen", page)) == [waiting]
    Change.objects.all().delete()
    assert reasons(ask(editor, "fietsen", page)) == [
        "Zij staat niet in de index. Vraag de beheerder om hulp."
    ]
    Change.objects.create(
        engine=index.engine.name, key=f"page:{page.pk}", dead=True, error="te groot"
    )
    assert reasons(ask(editor, "fietsen", page)) == ["De zoekmachine weigerde haar: te groot"]


def test_how_many_hits_are_explained_and_how_many_there_are_is_told(site, index, editor):
    for number in range(12):
        PracticeFactory(parent=site.practices, title=f"Fietsen {number}")
    index.update()
    soup = ask(editor, "fietsen")
    assert words(soup.main.h2) == "De eerste 10 van 12 resultaten"
    assert len(soup.select(".wk-ranking-place")) == 10


def test_a_question_without_hits_offers_a_synonym(bikes, index, editor):
    soup = ask(editor, "zorgtoeslag")
    link = soup.select_one("main a[href*=synonyms]")
    assert words(soup.main.h2) == "Geen resultaten"
    assert link["href"] == "/beheer/synonyms/new/?words=zorgtoeslag"


@pytest.mark.parametrize("page", ["drie", "-1", "999999", "9" * 40, "\0"])
def test_a_page_that_does_not_exist_is_refused_beside_its_field(index, editor, page):
    answer = editor.get(ADDRESS, {"vraag": "fietsen", "pagina": page})
    assert answer.status_code == 400
    assert words(soup_of(answer).select_one("main .error-message")).startswith("Selecteer een")


@pytest.mark.parametrize("question", ["", " ", "\0", "x" * 501])
def test_a_question_that_is_none_is_refused_beside_its_field(index, editor, question):
    answer = editor.get(ADDRESS, {"vraag": question})
    assert answer.status_code == 400
    assert len(soup_of(answer).select("main .error-message")) == 1


@pytest.mark.parametrize("question", ["!!!", '"""', "-fietsen", "😀", "a " * 200, "fiets* OR 1=1"])
def test_any_question_is_explained(bikes, index, editor, question):
    ask(editor, question)


def test_an_engine_that_is_gone_is_told_of(bikes, index, editor):
    index.engine.remove()
    assert "De zoekmachine antwoordt nu niet." in words(ask(editor, "fietsen", status=503).main)


def test_the_page_opens_empty_and_for_editors_alone(site, index, editor, client, bas):
    assert soup_of(editor.get(ADDRESS)).select(".error-message, .wk-ranking-place") == []
    assert "Waarom deze volgorde" in editor.get("/beheer/").content.decode()
    client.force_login(bas)
    answer = client.get(ADDRESS, {"vraag": "fietsen"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/inloggen/")
