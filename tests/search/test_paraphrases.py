"""What is promoted for a question stands above the same question in other words, too."""

import pytest

from content.models import ThemeLabel
from search.models import SearchSynonym
from search.paraphrases import MOST, Paraphrases
from tests.factories import OrganisationFactory, PracticeFactory, ThemeFactory
from tests.reading import words
from tests.robustness.forms import Form
from tests.robustness.reading import soup_of
from tests.search.test_promotions import above, promote

pytestmark = pytest.mark.django_db


@pytest.fixture
def debts(site):
    return PracticeFactory(parent=site.practices, title="Thuisadministratie")


@pytest.fixture
def bikes(site):
    return PracticeFactory(parent=site.practices, title="Samen fietsen")


@pytest.fixture
def leaving(site):
    """Return a theme with other words for it, below another theme."""
    theme = ThemeFactory(label="Schooluitval", broader=ThemeFactory(label="Leren"))
    for label in ("vsv", "voortijdig schoolverlaten"):
        ThemeLabel.objects.create(theme=theme, label=label)
    return theme


@pytest.mark.parametrize(
    ("promoted", "question"),
    [
        ("vsv", "voortijdig schoolverlaten"),
        ("voortijdig schoolverlaten", "vsv"),
        ("schooluitval", "VSV"),
        ("vsv", "wat is schooluitval"),
        ("vsv in de G4", "voortijdig schoolverlaten g4"),
        ("hulp bij schulden", "schuldhulpverlening"),
        ("schuldhulpverlening", "schulden: hulp"),
        ("schuldhulpverlening bij vsv", "hulp bij schulden, schooluitval"),
        ("OM", "openbaar ministerie"),
        ("openbaar ministerie", "OM"),
    ],
)
def test_a_question_in_words_that_mean_the_same_has_the_page_above_its_hits(
    debts, leaving, index, promoted, question
):
    SearchSynonym.objects.create(words="schuldhulpverlening, hulp bij schulden")
    OrganisationFactory(name="Openbaar Ministerie", abbreviation="OM")
    promote(debts, promoted)
    assert above(index.ask(question)) == ["Thuisadministratie"]


@pytest.mark.parametrize(
    "question", ["leren", "voortijdig", "schoolverlaten", "vsv in Utrecht", "vsv -schooluitval"]
)
def test_words_that_mean_something_else_or_something_more_have_nothing_above_their_hits(
    debts, leaving, index, question
):
    promote(debts, "vsv")
    assert above(index.ask(question)) == []


def test_what_is_promoted_for_the_words_themselves_stands_first(debts, bikes, leaving, index):
    promote(debts, "voortijdig schoolverlaten", position=0)
    promote(bikes, "vsv", position=9)
    assert above(index.ask("vsv")) == ["Samen fietsen", "Thuisadministratie"]
    assert above(index.ask("schooluitval")) == ["Thuisadministratie", "Samen fietsen"]


def test_a_synonym_works_from_the_next_question_on_and_is_gone_at_once(debts, index, editor):
    promote(debts, "geldzorgen")
    assert above(index.ask("rood staan")) == []

    form = Form(editor, "/beheer/synonyms/new/")
    assert form.post(words="geldzorgen, rood staan").status_code == 302
    assert above(index.ask("rood staan")) == ["Thuisadministratie"]

    known = SearchSynonym.objects.get()
    assert editor.post(f"/beheer/synonyms/delete/{known.pk}/").status_code == 302
    assert above(index.ask("rood staan")) == []


def test_of_a_question_in_countless_words_only_some_ways_to_ask_it_count():
    groups = [[f"w{number}x{n}" for n in range(20)] for number in range(12)]
    asked = [group[0] for group in groups]
    ways = Paraphrases(groups).of(" ".join(asked))
    assert ways[0] == frozenset(asked)
    assert len(ways) == len(set(ways)) < MOST + 20


def test_a_form_also_shows_what_is_promoted_in_words_that_mean_the_same(debts, leaving, editor):
    promote(debts, "voortijdig schoolverlaten")
    hint = soup_of(editor.get("/beheer/promotions/new/?words=vsv")).select_one(".help-info")
    assert words(hint.select_one("li")) == "Thuisadministratie (volgorde 0)"
