"""Pages that editors put above the hits: when they stand there, for whom, and how they are kept."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.models import Promotion
from tests.factories import PracticeFactory
from tests.reading import words
from tests.robustness.forms import Form, problems
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def debts(site):
    return PracticeFactory(parent=site.practices, title="Thuisadministratie", summary="Orde.")


@pytest.fixture
def bikes(site):
    return PracticeFactory(parent=site.practices, title="Samen fietsen", summary="Op het plein.")


def promote(page, words, **fields):
    return Promotion.objects.create(page=page, words=words, **fields)


def above(answer):
    """Return the titles above the hits."""
    return [words(link) for link in answer.page.select(".wk-promoted h3 a")]


def hits(answer):
    """Return the titles of the hits."""
    return [words(link) for link in answer.page.select(".wk-hit h3 a")]


@pytest.mark.parametrize(
    "question",
    ["hulp bij schulden", "Schulden: hulp", "hulp bij schuld", "SCHULDEN HULP", '"schuld" hulp'],
)
def test_a_page_stands_above_the_hits_of_its_question_in_whatever_form(debts, index, question):
    promote(debts, "fietsen, hulp bij schulden", reason="Begin hier.")
    answer = index.ask(question)
    box = answer.page.select_one(".wk-promoted")
    assert words(box.h2) == "Aanbevolen door de redactie"
    assert [words(part) for part in box.select("li > *")] == [
        "Praktijk",
        "Thuisadministratie",
        "Begin hier.",
    ]
    assert box.h3.a["href"] == "/praktijken/thuisadministratie/"


@pytest.mark.parametrize(
    "question", ["schulden", "hulp bij schulden in Utrecht", "hulp -schulden", ""]
)
def test_another_question_has_nothing_above_its_hits(debts, index, question):
    promote(debts, "hulp bij schulden")
    assert above(index.ask(question)) == []


@pytest.mark.parametrize(
    "choices", [{"sorteer": "datum"}, {"type": "praktijk"}, {"pagina": "2"}], ids=lambda c: str(c)
)
def test_who_sorts_narrows_or_reads_on_sees_the_hits_alone(site, debts, index, choices):
    for number in range(11):
        PracticeFactory(parent=site.practices, title=f"Schulden {number}")
    promote(debts, "schulden")
    answer = index.ask("schulden", **choices)
    assert answer.status == 200
    assert above(answer) == []


def test_a_promoted_page_is_not_shown_again_among_the_hits_and_is_counted_once(
    site, debts, bikes, index
):
    PracticeFactory(parent=site.practices, title="Anders fietsen")
    before = index.ask("fietsen")
    promote(bikes, "fietsen")
    answer = index.ask("fietsen")
    assert sorted(before.titles) == ["Anders fietsen", "Samen fietsen"]
    assert (above(answer), hits(answer)) == (["Samen fietsen"], ["Anders fietsen"])
    assert answer.count == before.count == "2 resultaten"


def test_a_page_is_promoted_when_nothing_is_found_and_the_answer_says_so(debts, index):
    promote(debts, "zorgtoeslag")
    answer = index.ask("zorgtoeslag")
    assert above(answer) == ["Thuisadministratie"]
    assert answer.count == "Geen resultaten"
    assert "Verder vonden wij niets." in words(answer.page.select_one(".wk-empty"))


def test_the_text_is_the_summary_when_no_reason_is_given(debts, index):
    promote(debts, "schulden")
    assert words(index.ask("schulden").page.select_one(".wk-promoted .wk-hit__summary")) == "Orde."


def test_three_pages_at_most_in_the_order_of_the_editors_and_each_once(site, index):
    pages = [PracticeFactory(parent=site.practices, title=f"Pagina {n}") for n in range(4)]
    for page, position in zip(pages, (3, 1, 4, 2), strict=True):
        promote(page, "schulden", position=position)
    promote(pages[0], "schulden", position=0)
    assert above(index.ask("schulden")) == ["Pagina 0", "Pagina 1", "Pagina 3"]


def test_a_page_that_a_searcher_may_not_see_is_promoted_to_members_alone(debts, anna, index):
    promote(debts, "schulden", reason="Kanariegeel.")
    PageViewRestriction.objects.create(page=debts, restriction_type=PageViewRestriction.LOGIN)
    member = Client()
    member.force_login(anna)
    public = index.ask("schulden")
    assert above(public) == []
    assert "Kanariegeel" not in str(public.page)
    assert above(index.ask("schulden", client=member)) == ["Thuisadministratie"]


def test_an_unpublished_page_is_promoted_to_nobody_and_leaves_room_for_others(debts, bikes, index):
    promote(debts, "schulden", position=0)
    promote(bikes, "schulden", position=1)
    debts.unpublish()
    assert above(index.ask("schulden")) == ["Samen fietsen"]


def queries(**parameters):
    """Return how many SQL queries a question costs."""
    with CaptureQueriesContext(connection) as made:
        assert Client().get("/zoeken", parameters).status_code == 200
    return len(made)


def test_a_question_costs_one_query_more_and_four_more_when_something_is_promoted(
    site, debts, bikes, index
):
    index.ask("fietsen")
    sorted_otherwise = queries(q="fietsen", sorteer="datum")
    promote(debts, "fietsen in de wijk")
    assert queries(q="fietsen op straat") == sorted_otherwise + 1
    assert queries(q="fietsen") == sorted_otherwise + 5
    promote(bikes, "fietsen")
    assert queries(q="fietsen") == sorted_otherwise + 5


def test_a_promotion_works_from_the_next_question_on_and_is_gone_at_once(debts, index, editor):
    form = Form(editor, "/beheer/promotions/new/")
    assert form.post(words="schulden", page=debts.pk).status_code == 302
    assert above(index.ask("schulden")) == ["Thuisadministratie"]

    promotion = Promotion.objects.get()
    assert editor.post(f"/beheer/promotions/delete/{promotion.pk}/").status_code == 302
    assert above(index.ask("schulden")) == []


def test_the_list_names_question_page_and_order_and_whether_anybody_sees_it(debts, bikes, editor):
    promote(debts, "schulden, geldzorgen", position=2)
    promote(bikes, "fietsen")
    bikes.unpublish()
    rows = soup_of(editor.get("/beheer/promotions/")).select("main tbody tr")
    assert [
        [words(row.select_one(".title-wrapper")), *map(words, row("td")[1:])] for row in rows
    ] == [
        ["fietsen", "Samen fietsen", "0", "nee, niet gepubliceerd"],
        ["schulden, geldzorgen", "Thuisadministratie", "2", "ja"],
    ]


def test_a_form_that_is_filled_in_already_shows_what_is_promoted_for_that_question(debts, editor):
    promote(debts, "geldzorgen, schulden", position=2)
    form = soup_of(editor.get("/beheer/promotions/new/?words=schuld"))
    assert form.select_one("[name=words]")["value"] == "schuld"
    hint = form.select_one(".help-info")
    assert [words(part) for part in hint.select("p, li")] == [
        "Bij ‘schuld’ staat ook:",
        "Thuisadministratie (volgorde 2)",
        "Bezoekers zien er hoogstens 3.",
    ]
    assert "Bij dezelfde vraag" not in editor.get("/beheer/promotions/new/").content.decode()


def test_a_form_says_what_is_wrong_beside_the_field(site, debts, bikes, editor):
    known = promote(debts, "schulden, geldzorgen")
    bikes.unpublish()
    form = Form(editor, "/beheer/promotions/new/")
    again = form.post(words="fietsen, geldzorg", page=debts.pk)
    hidden = form.post(words="fietsen", page=bikes.pk)
    own = Form(editor, f"/beheer/promotions/edit/{known.pk}/").post(words="schulden")

    assert problems(again) == {"words": ["Deze pagina wordt al aanbevolen bij ‘geldzorgen’."]}
    assert problems(hidden) == {
        "page": ["Bezoekers kunnen deze pagina niet openen. Publiceer haar of kies een andere."]
    }
    assert own.status_code == 302
    assert Promotion.objects.get().words == "schulden"


def test_a_visitor_who_signed_in_keeps_no_promotions(debts, client, bas):
    known = promote(debts, "schulden")
    client.force_login(bas)
    for address in ("", "new/", f"edit/{known.pk}/", f"delete/{known.pk}/"):
        answer = client.post(f"/beheer/promotions/{address}", {"words": "x", "page": debts.pk})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/account/inloggen/")
    assert Promotion.objects.get().words == "schulden"
