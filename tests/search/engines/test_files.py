"""What stands in the files of a page leads to the page, and the hit says in which file it is."""

from dataclasses import replace

import pytest

from search.documents import Attachment, Document
from search.engines.fields import fields
from search.scope import EVERYBODY
from tests.search.engines.conftest import ask, fill, ids

pytestmark = pytest.mark.django_db

GUIDE = Attachment(
    number=8,
    name="gids.pdf",
    url="/documenten/8/gids.pdf",
    text="Zet de koffiepot klaar. Begin met een huisbezoek bij elk gezin in de portiek.",
)
PLAN = Attachment(
    number=9,
    name="plan.odt",
    url="/documenten/9/plan.odt",
    text="Het jaarplan noemt een huisbezoek, schuldhulpverlening en een moestuin.",
)
DOCUMENTS = (
    Document(
        id="page:1",
        type="praktijk",
        title="Achter de voordeur",
        url="/1/",
        summary="Eén hulpverlener komt langs in de buurt.",
        attachments=(GUIDE, PLAN),
    ),
    Document(id="page:2", type="praktijk", title="Een moestuin op het plein", url="/2/"),
    Document(id="page:3", type="praktijk", title="Tuinieren", url="/3/", body="Een moestuin."),
    *(
        Document(id=f"page:{n}", type="praktijk", title=f"Plein {n}", url="/", body="Een plein.")
        for n in range(4, 10)
    ),
)


@pytest.fixture
def library(empty):
    fill(empty, DOCUMENTS)
    return empty


def test_a_page_is_found_by_what_its_file_says(library):
    (hit,) = ask(library, "koffiepot").hits

    assert (hit.id, hit.url) == ("page:1", "/1/")
    assert (hit.in_file.number, hit.in_file.name, hit.in_file.url) == (
        8,
        "gids.pdf",
        "/documenten/8/gids.pdf",
    )
    assert hit.in_file.highlight == (
        "Zet de <mark>koffiepot</mark> klaar. Begin met een huisbezoek bij elk gezin in de portiek."
    )
    assert hit.highlight is None


def test_what_the_page_says_itself_is_not_told_of_its_files(library):
    (hit,) = ask(library, "hulpverlener").hits
    assert hit.in_file is None


def test_the_file_that_adds_most_is_shown(library):
    (hit,) = ask(library, "huisbezoek moestuin hulpverlener").hits[:1]
    assert (hit.id, hit.in_file.name) == ("page:1", "plan.odt")


def test_a_question_may_be_answered_partly_by_the_page_and_partly_by_its_file(library):
    results = ask(library, "voordeur koffiepot")
    assert (ids(results), results.relaxed) == (["page:1"], False)


def test_the_parts_of_a_compound_may_stand_on_both(empty):
    page = Document(id="page:1", type="praktijk", title="Schulden in Zuilen", url="/1/")
    fill(empty, [replace(page, attachments=(replace(GUIDE, text="Wie helpt: vraag om hulp."),))])

    results = ask(empty, "schuldhulp")

    assert ids(results) == ["page:1"]
    assert not results.relaxed


def test_a_part_of_a_compound_in_a_file_is_found(library):
    assert ids(ask(library, "schulden")) == ["page:1"]


def test_a_file_counts_for_less_than_the_page(library):
    assert ids(ask(library, "moestuin")) == ["page:2", "page:3", "page:1"]


def test_a_phrase_is_found_in_a_file(library):
    assert ids(ask(library, '"bij elk gezin"')) == ["page:1"]
    assert ids(ask(library, '"elk bij gezin"')) == []
    # Each file is a text of its own.
    assert ids(ask(library, '"portiek het jaarplan"')) == []


def test_what_may_not_occur_may_not_occur_in_a_file_either(library):
    assert ids(ask(library, "voordeur -koffiepot")) == []


def test_a_slip_of_the_pen_is_not_looked_for_in_files(library):
    assert ids(ask(library, "koffiepat")) == []


def test_a_file_says_nothing_once_it_is_gone_from_the_page(library):
    bare = replace(DOCUMENTS[0], attachments=(), version=2)
    library.upsert([bare])

    assert ids(ask(library, "koffiepot")) == []


def test_a_file_adds_no_suggestion(library):
    assert library.suggest("koffie", EVERYBODY) == []
    assert library.suggest("gids", EVERYBODY) == []


def test_the_words_of_a_file_stand_in_no_other_field():
    words = fields(DOCUMENTS[0])
    assert words.attached.split(" ¶ ")[1] == (
        "het jaarplan noemt een huisbezoek schuldhulpverlen en een moestuin"
    )
    assert "koffiepot" not in words.body + words.parts + words.title_parts
