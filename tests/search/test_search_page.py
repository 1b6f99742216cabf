"""The search page: what it finds, what can be chosen, and what it says to a bad question."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from practices.models import Level
from search.answering import Answer
from search.labels import Labels
from search.pages import page_links
from search.query import SearchQuery
from search.results import SearchResults
from tests.factories import (
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site):
    """Make three practices: two about health in Utrecht, one about debts in Leeuwarden."""
    make_about_health(site)
    make_about_debts(site)


def make_about_health(site):
    health = ThemeFactory(label="Gezondheid", slug="gezondheid")
    exercise = ThemeFactory(label="Bewegen", slug="bewegen", broader=health)
    utrecht = MunicipalityFactory(code="GM0344", name="Utrecht")
    PracticeFactory(
        parent=site.practices,
        title="Samen fietsen",
        summary="Vrouwen leren fietsen in de buurt.",
        themes=[exercise],
        areas=[NeighbourhoodFactory(code="AW38", name="Overvecht", parent=utrecht)],
        start_year=2010,
        end_year=2012,
    )
    PracticeFactory(
        parent=site.practices,
        title="Gezond eten",
        summary="Koken met de buurvrouw.",
        themes=[health],
        areas=[NeighbourhoodFactory(code="AW39", name="Zuilen", parent=utrecht)],
        start_year=2012,
    )


def make_about_debts(site):
    team = PracticeFactory(
        parent=site.practices,
        title="Hulp bij schulden",
        summary="Eén hulpverlener per gezin.",
        themes=[ThemeFactory(label="Schulden", slug="schulden")],
        areas=[MunicipalityFactory(code="GM0080", name="Leeuwarden")],
        method=MethodFactory(parent=site.methods, title="Sociale wijkteams"),
        start_year=2011,
    )
    team.lessons = [team.lessons.model(kind="did-not-work", text="Brieven sturen hielp niet.")]
    team.ratings = [
        team.ratings.model(
            level=Level.EVIDENCE_GOOD,
            assessor="Redactie",
            reason="Twee studies.",
            assessed_on=date(2013, 1, 1),
        )
    ]
    team.save_revision().publish()


def test_a_word_finds_its_page_with_the_word_marked(practices, index):
    answer = index.ask("fietsen", type="praktijk")

    assert answer.titles == ["Samen fietsen"]
    assert answer.count == "1 resultaat"
    marked = [mark.get_text() for mark in answer.page.select(".wk-hit mark")]
    assert set(marked) == {"fietsen"}


@pytest.mark.parametrize(
    "asked",
    ["", "?q=schuld", "?q=hulp+bij+schuld&sorteer=onzin&van=x", "?q=caf%C3%A9%0D%0A"],
)
def test_who_types_a_slash_behind_the_address_gets_there_with_the_same_question(client, asked):
    response = client.get(f"/zoeken/{asked}")

    assert (response.status_code, response["Location"]) == (301, f"/zoeken{asked}")


def test_of_a_question_without_end_goes_along_what_is_understood(client):
    response = client.get(f"/zoeken/?q=schuld&thema=leren&x={'x' * 20_000}")

    assert (response.status_code, response["Location"]) == (301, "/zoeken?q=schuld&thema=leren")


def test_facets_count_and_let_themselves_be_chosen(practices, index):
    answer = index.ask(type="praktijk")

    assert sorted(answer.titles) == ["Gezond eten", "Hulp bij schulden", "Samen fietsen"]
    assert answer.facet("Thema") == ["Gezondheid (2)", "Bewegen (1)", "Schulden (1)"]
    assert answer.facet("Gebied") == [
        "Utrecht (2)",
        "Overvecht (1)",
        "Zuilen (1)",
        "Leeuwarden (1)",
    ]
    assert answer.facet("Werkwijze") == ["Sociale wijkteams (1)"]
    assert answer.facet("Onderbouwing") == ["Goede aanwijzingen voor effect (1)"]
    assert answer.facet("Effect") == ["Werkte niet (1)"]
    assert answer.facet("Jaar") == ["2012 (2)", "2011 (2)", "2010 (1)"]


def test_two_values_of_one_facet_widen_and_two_facets_narrow(practices, index):
    widened = index.ask(type="praktijk", gebied=["AW38", "GM0080"])
    narrowed = index.ask(type="praktijk", gebied="GM0344", thema="bewegen")

    assert sorted(widened.titles) == ["Hulp bij schulden", "Samen fietsen"]
    assert widened.facet("Gebied") == [
        "Utrecht (2)",
        "Overvecht (1)",
        "Zuilen (1)",
        "Leeuwarden (1)",
    ]
    assert narrowed.titles == ["Samen fietsen"]


def test_what_did_not_work_can_be_asked_for(practices, index):
    assert index.ask(effect="did-not-work").titles == ["Hulp bij schulden"]


def test_what_is_chosen_can_be_taken_away(practices, index):
    page = index.ask("fietsen", gebied="AW38").page
    chosen = page.select_one(".wk-chosen__item")

    assert chosen.span.get_text() == "Gebied: Overvecht"
    assert chosen["href"] == "?q=fietsen"


def test_results_are_put_in_the_order_asked_for(practices, index):
    newest = index.ask(type="praktijk", sorteer="datum").titles
    surest = index.ask(type="praktijk", sorteer="onderbouwing").titles

    assert newest[-1] == "Hulp bij schulden"
    assert surest[0] == "Hulp bij schulden"


def test_nothing_found_says_so_and_helps_on(practices, index):
    answer = index.ask("xyzzyplugh")

    assert answer.status == 200
    assert answer.count == "Geen resultaten"
    assert "Wij vonden niets bij ‘xyzzyplugh’" in answer.page.get_text()


def test_more_than_a_page_is_parted(site, index):
    for number in range(12):
        PracticeFactory(parent=site.practices, title=f"Fietsles {number}")

    first = index.ask("fietsles")
    second = index.ask("fietsles", pagina=2)

    assert (len(first.titles), len(second.titles)) == (10, 2)
    assert first.page.select_one("a[rel=next]")["href"] == "?q=fietsles&pagina=2"
    assert not {*first.titles} & {*second.titles}


UNANSWERABLE = [
    ({"pagina": "-1"}, 400, "Deze bladzijde bestaat niet"),
    ({"pagina": "1000000000"}, 400, "Deze bladzijde bestaat niet"),
    ({"pagina": "900"}, 404, "Deze bladzijde bestaat niet"),
    ({"pagina": "drie"}, 400, "Deze bladzijde bestaat niet"),
    ({"q": "a" * 10_000}, 400, "Gebruik er hoogstens 500"),
    ({"q": "wijk " * 2_000}, 400, "Gebruik er hoogstens 500"),
    ({"thema": "bestaat-niet"}, 400, "‘bestaat-niet’ kennen wij niet bij ‘Thema’"),
    ({"gebied": "XX99"}, 400, "‘XX99’ kennen wij niet bij ‘Gebied’"),
    ({"type": "geheim"}, 400, "‘geheim’ kennen wij niet bij ‘Soort’"),
    ({"jaar": "2012; DROP"}, 400, "kennen wij niet bij ‘Jaar’"),
    ({"sorteer": "willekeurig"}, 400, "Deze volgorde kennen wij niet"),
    ({"thema": [str(n) for n in range(60)]}, 400, "Kies hoogstens 50 waarden"),
]


def test_a_question_that_cannot_be_answered_gets_a_clear_message(practices, index):
    for question, status, message in UNANSWERABLE:
        response = Client().get("/zoeken", question)
        page = BeautifulSoup(response.content, "html.parser")

        assert response.status_code == status, question
        assert message in page.select_one("[role=alert]").get_text()


HOSTILE = [
    "AND OR NOT", '"', '"fietsen', "fietsen*", "(", "title:fietsen", "fietsen NEAR/2 buurt",
    "\x00fietsen", "🚲", "\u202efietsen", "-", "--", "fie\u0301tsen", "' OR 1=1 --", "%", "\\",
    "{{ 7*7 }}", "<script>alert(1)</script>", "fietsen^99", "/.*/", "~", "fietsen~2", "ﷺ", "½ ²",
    '"" -""', "-fietsen", "x" * 500, "de het een", "wat " * 100,
]  # fmt: skip


def test_no_text_breaks_the_search_page_or_the_suggestions(practices, index):
    for text in HOSTILE:
        answer = index.ask(text)

        assert answer.status == 200, text
        assert "<script>alert" not in str(answer.page)
        assert Client().get("/zoeken/suggesties", {"q": text}).status_code == 200, text


def test_an_engine_that_is_gone_is_said_and_helps_on(practices, index):
    index.engine.remove()
    answer = index.ask("fietsen")

    assert (answer.status, answer.titles) == (503, [])
    assert answer.count == "Zoeken lukt nu niet."
    assert "Alle praktijken" in answer.page.select_one("main").get_text()
    assert Client().get("/zoeken/suggesties", {"q": "fiets"}).json() == {"suggestions": []}


def test_htmx_gets_the_part_that_changes(practices, index):
    response = Client().get("/zoeken", {"q": "fietsen"}, headers={"hx-request": "true"})

    assert b"<html" not in response.content
    assert b'id="antwoord"' in response.content
    assert "HX-Request" in response["Vary"]


def test_suggestions_begin_with_what_is_typed(practices, index):
    index.update()
    found = Client().get("/zoeken/suggesties", {"q": "samen fie"}).json()

    assert found["suggestions"][0] == {
        "title": "Samen fietsen",
        "type": "Praktijk",
        "url": "/praktijken/samen-fietsen/",
    }
    assert Client().get("/zoeken/suggesties", {"q": "s"}).json() == {"suggestions": []}


def test_the_number_of_queries_does_not_grow_with_the_hits(
    practices, site, index, django_assert_num_queries
):
    index.update()
    Client().get("/zoeken", {"q": "fietsen"})
    with django_assert_num_queries(9):
        Client().get("/zoeken", {"q": "fietsen"})
    for number in range(8):
        PracticeFactory(parent=site.practices, title=f"Fietsen {number}")
    index.update()
    with django_assert_num_queries(9):
        Client().get("/zoeken", {"q": "fietsen"})


def test_no_page_is_linked_to_that_nobody_may_ask_for():
    query = SearchQuery(page=1000, last=1000)
    many = Answer(query, SearchResults(total=1_000_000), Labels())

    assert (many.pages, many.is_cut, many.is_past_the_end) == (1000, True, False)
    assert page_links(many).next is None
