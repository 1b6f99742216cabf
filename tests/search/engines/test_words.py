"""Which words find which documents."""

import pytest

from content.models import ThemeLabel
from search.documents import Document
from search.facets import Type
from search.models import SearchSynonym
from tests.factories import OrganisationFactory, ThemeFactory
from tests.search.engines.conftest import ask, fill, ids

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("schulden", ["page:2"]),  # the title
        ("rekeningen", ["page:2"]),  # the body
        ("leeuwarden", ["page:2"]),  # a keyword
        ("frontlijnteam", ["page:4"]),  # another name
        ("FIETSEN", ["page:1"]),
        ("fiets", ["page:1"]),  # one of many
        ("gezin", ["page:4", "page:2"]),  # and many of one
        ("schuldhulpverlening", ["page:2"]),
        ("wijkteam", ["page:4"]),
        ("werkloosheid", ["page:3"]),  # a part of a compound
        ("hulp jeugd", []),
    ],
)
def test_words_find_documents(library, text, found):
    results = ask(library, text)
    strict = [] if results.relaxed else ids(results)
    assert sorted(strict) == sorted(found)


@pytest.mark.parametrize("text", ["één gezin", "e\u0301e\u0301n gezin", "een gezin", "EEN GEZIN"])
def test_accents_and_capitals_make_no_difference(library, text):
    assert ids(ask(library, f'"{text}"')) == ["page:4"]


def test_a_compound_is_found_by_its_parts_below_those_who_say_the_word(library):
    assert ids(ask(library, "jeugd werkloosheid")) == ["page:3"]


def test_a_phrase_is_found_word_for_word_with_its_small_words(library):
    assert ids(ask(library, '"bedrijf in de wijk"')) == ["page:3"]
    assert ids(ask(library, '"wijk bedrijf"')) == []
    assert ids(ask(library, "“uit de wijk”")) == ["page:4"]


def test_a_phrase_does_not_run_from_one_keyword_into_the_next(library):
    assert ids(ask(library, '"bewegen overvecht"')) == []


def test_what_follows_a_minus_may_not_occur(library):
    assert sorted(ids(ask(library, "utrecht -zuilen"))) == ["area:AW38", "page:1"]
    assert ids(ask(library, 'gezin -"één plan"')) == ["page:2"]
    assert sorted(ids(ask(library, "-utrecht"))) == ["page:2", "page:4"]


def test_when_nothing_has_every_word_what_has_most_of_them_is_found(library):
    results = ask(library, "vrouwen fietsen plein schaatsen")
    assert (ids(results), results.relaxed) == (["page:1"], True)


def test_what_has_every_word_comes_first(library):
    results = ask(library, "utrecht fietsen")
    assert (ids(results)[0], results.relaxed) == ("page:1", True)


def test_small_words_alone_are_looked_for_too(library):
    assert ids(ask(library, "wie is")) == ["page:1"]


@pytest.mark.parametrize("text", ["?!", '""', "-", "— “”", "\u202e", "🚲"])
def test_a_question_without_words_finds_nothing(library, text):
    assert ask(library, text).total == 0


@pytest.mark.parametrize(
    "text", ["schuldhulpverlenning", "schudlhulpverlening", "schuldhulpverleing"]
)
def test_a_slip_of_the_pen_is_forgiven_when_nobody_says_the_word(library, text):
    assert ids(ask(library, text)) == ["page:2"]


def test_an_unknown_compound_finds_those_who_say_a_part_of_it(library):
    assert ids(ask(library, "fietsvrouwen")) == ["page:1"]


def test_a_synonym_of_the_editors_works_from_the_next_question_on(library):
    assert ids(ask(library, "tweewieler")) == []
    synonym = SearchSynonym.objects.create(words="tweewieler, fietsen, rijwiel op twee wielen")

    assert ids(ask(library, "tweewieler")) == ["page:1"]
    assert ids(ask(library, "rijwiel op twee wielen")) == ["page:1"]
    synonym.delete()
    assert ids(ask(library, "tweewieler")) == []


def test_another_word_for_a_theme_finds_what_is_about_the_theme(library):
    broad = ThemeFactory(label="Werken", slug="werken")
    narrow = ThemeFactory(label="Jeugdwerkloosheid", slug="jeugdwerkloosheid", broader=broad)
    ThemeLabel.objects.create(theme=narrow, label="jonge werkzoekers")

    assert ids(ask(library, "jonge werkzoekers")) == ["page:3"]


def test_an_abbreviation_is_the_organisation_itself(library):
    OrganisationFactory(name="Hulp bij schulden", abbreviation="HBS")

    assert ids(ask(library, "hbs")) == ["page:2"]


def test_an_abbreviation_that_is_a_small_word_stays_a_small_word(library):
    OrganisationFactory(name="Openbaar Ministerie", abbreviation="OM")

    assert ids(ask(library, "schulden om thuis")) == ids(ask(library, "schulden thuis"))


@pytest.mark.parametrize(
    "text",
    ["fietsen AND (NOT schulden*", "title:fietsen^9", "x" * 5000, "fiets NEAR/3 plein", "a\x00b",
     " ".join(f"woord{n}" for n in range(2000))],
)  # fmt: skip
def test_no_text_means_anything_but_words(library, text):
    assert ask(library, text).total >= 0


NAMED = (
    Document(
        id="page:21",
        type=Type.PRACTICE,
        title="Treiteraanpak: niet het slachtoffer maar de dader verhuist",
        url="/21/",
        keywords=("Veiligheid", "Zuilen (Utrecht)"),
    ),
    Document(id="page:22", type=Type.UPDATE, title="De treiteraanpak", url="/22/"),
    Document(
        id="page:23", type=Type.UPDATE, title="Treiteraanpak treiteraanpak: verslag", url="/23/"
    ),
    Document(
        id="page:24",
        type=Type.PRACTICE,
        title="Zuilen: vijftien jaar investeren in huizen, mensen en veiligheid",
        url="/24/",
        keywords=("Zuilen (Utrecht)",),
    ),
    Document(id="area:AW39", type=Type.AREA, title="Zuilen (Utrecht)", url="/25/"),
    Document(id="programme:1", type=Type.PROGRAMME, title="New Towns", url="/26/"),
    Document(id="page:27", type=Type.UPDATE, title="New Town: nieuws uit een New Town", url="/27/"),
    Document(
        id="page:28", type=Type.THEME, title="Wonen", url="/28/", alternatives=("slapende VvE",)
    ),
    Document(
        id="page:29", type=Type.PRACTICE, title="Slapende VvE's: eigenaren wakker maken", url="/29/"
    ),
)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("treiteraanpak", "page:21"),  # what stands before a colon is the name of a practice
        ("new town", "programme:1"),  # a name in the singular
        ("neww towns", "programme:1"),  # and with a slip
        ("zuilen", "area:AW39"),  # but a practice is not called after its place
        ("slapende vve", "page:29"),  # nor a theme after everything it is about
    ],
)
def test_a_question_that_is_a_name_asks_for_what_is_called_so(empty, text, first):
    fill(empty, NAMED)
    assert ids(ask(empty, text))[0] == first


def test_a_title_that_begins_with_a_colon_is_not_the_name_of_every_phrase(empty):
    body = "Samen fietsen door de wijk."
    nameless = Document(id="page:2", type=Type.PRACTICE, title=": verslag", url="/2/", body=body)
    named = Document(id="page:1", type=Type.PRACTICE, title="Verslag", url="/1/", body=body)
    fill(empty, [nameless, named])

    assert ids(ask(empty, '"samen fietsen"')) == ["page:1", "page:2"]


def test_a_compound_is_the_same_word_with_other_letters_between_its_parts(empty):
    said = ("Aanpak van een wijk.", "De wijkenaanpak.", *["Aanpak.", "Een wijk.", "Een plein."] * 3)
    fill(
        empty,
        [
            Document(id=f"page:{n}", type=Type.UPDATE, title="Nieuws", url="/", body=body)
            for n, body in enumerate(said)
        ],
    )

    assert ids(ask(empty, "wijkaanpak"))[0] == "page:1"
