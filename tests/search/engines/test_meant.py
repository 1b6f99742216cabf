"""What is meant by words that nobody says so: slips, words written apart, other spellings."""

import pytest

from content.models import ThemeLabel
from search.documents import Document
from search.models import SearchSynonym
from search.results import Correction
from tests.factories import ThemeFactory
from tests.search.conftest import ENGINES, address
from tests.search.engines.conftest import MEMBERS, ask, connect, fill, ids

pytestmark = pytest.mark.django_db


def page(number, title, **more):
    return Document(id=f"page:{number}", type="praktijk", title=title, url=f"/{number}/", **more)


DOCUMENTS = (
    page(1, "Heechterp-Schieringen (Leeuwarden)", summary="Een buurt met een frontlijnteam."),
    page(2, "Krachtwijken", summary="De aandachtswijken van 2007 in Rotterdam."),
    page(3, "Rotterdam Zuid", body="Hier werkt een gebiedsgerichte ploeg aan de Participatiewet."),
    page(4, "Bijstand en uitkering", summary="Wie een uitkering krijgt, heeft recht op bijstand."),
    page(5, "Openbaar Ministerie", alternatives=("OM",), summary="Vervolgt en straft."),
    page(6, "Om de hoek", summary="Om samen te komen, om te praten en om te eten."),
    page(7, "Schooluitval", alternatives=("VSV",), summary="Voortijdig schoolverlaten in Zuilen."),
    page(8, "Zuilen Oost", keywords=("Werkte niet",), body="Over scholen en hun leerlingen."),
    page(9, "Werk voor iedereen", body="Er wordt niet gewacht, wie werk zoekt vindt werk."),
    *(page(20 + n, f"Buurtinitiatief {n}", body="Een initiatief.") for n in range(11)),
    page(40, "Een tikfout", body="Dit buurtintiatief is verkeerd geschreven."),
    page(50, "Besloten", summary="Over kanariegele bakfietsen.", visibility=MEMBERS),
)  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def library(request, tmp_path_factory):
    """Return an engine with pages that are easily asked for in other words."""
    engine = connect(address(request.param, tmp_path_factory.mktemp("meant")))
    fill(engine, DOCUMENTS)
    yield engine
    engine.remove()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("heechterp schieringn", "page:1"),  # a whole name, with a slip
        ("heegterp", "page:1"),  # as it sounds
        ("zuilenn", "page:8"),  # one slip in what is written, three in its stem
        ("rotterdam zuit", "page:3"),  # a slip in a short word
        ("kracht wijken", "page:2"),  # a compound written apart
        ("gebieds gerichte ploeg", "page:3"),
        ("v.s.v.", "page:7"),
        ("om", "page:5"),  # a small word that is a name
        ("Participatiewet", "page:3"),
    ],
)
def test_what_is_meant_comes_first(library, text, first):
    assert ids(ask(library, text))[0] == first


def test_a_compound_written_apart_has_the_synonyms_of_the_compound(library):
    SearchSynonym.objects.create(words="vogelaarwijken, aandachtswijken")

    assert ids(ask(library, "vogelaar wijken")) == ["page:2"]


def test_the_word_itself_goes_before_other_words_for_its_theme(library):
    work = ThemeFactory(label="Werk", slug="werk")
    benefits = ThemeFactory(label="Bijstand", slug="bijstand", broader=work)
    for label in ("uitkering", "participatiewet"):
        ThemeLabel.objects.create(theme=benefits, label=label)

    assert ids(ask(library, "participatiewet"))[:2] == ["page:3", "page:4"]


def test_one_word_of_a_synonym_in_several_words_is_not_enough(library):
    SearchSynonym.objects.create(words="werkt niet, mislukt")

    assert ids(ask(library, "werkte niet")) == ["page:8"]


def test_a_synonym_in_several_words_is_marked_where_all_of_it_stands(library):
    SearchSynonym.objects.create(words="vsv, voortijdig schoolverlaten, scholen en leerlingen")
    (hit,) = ask(library, "vsv").hits

    assert hit.highlight == "<mark>Voortijdig</mark> <mark>schoolverlaten</mark> in Zuilen."


@pytest.mark.parametrize(
    ("text", "corrections"),
    [
        ("frontlijntaem", [Correction("frontlijntaem", "frontlijnteam")]),
        ("heegterp", [Correction("heegterp", "Heechterp")]),
        (
            "roterdam krachtwijkn",
            [Correction("roterdam", "Rotterdam"), Correction("krachtwijkn", "Krachtwijken")],
        ),
        ("buurtintiatief", [Correction("buurtintiatief", "Buurtinitiatief", said=True)]),
        ("rotterdam", []),
        ("xyzzyplugh", []),
        ('"frontlijntaem"', []),
    ],
)
def test_what_was_meant_is_told_as_it_is_written(library, text, corrections):
    assert list(ask(library, text).corrections) == corrections


def test_what_was_meant_is_told_only_to_who_may_see_it(library):
    assert ask(library, "bakfietsn").corrections == ()
    meant = (Correction("bakfietsn", "bakfietsen"),)
    assert ask(library, "bakfietsn", MEMBERS).corrections == meant


def test_a_name_with_many_slips_is_found_by_its_pieces_when_nothing_else_is(library):
    results = ask(library, "boertinitjatief")

    assert sorted(ids(results)) == [f"page:{20 + n}" for n in range(10)]
    assert (results.total, results.relaxed) == (11, True)
    assert ask(library, "openbaarbministre").total == 1


def test_pieces_of_a_name_find_nothing_private(library):
    assert ask(library, "xesloten").total == 0
    assert ids(ask(library, "xesloten", MEMBERS)) == ["page:50"]


def test_what_may_not_occur_is_not_found_by_its_pieces(library):
    assert ids(ask(library, "xenbaar -ministerie")) == []
