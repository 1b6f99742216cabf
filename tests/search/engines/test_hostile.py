"""Text that no reader would write is answered like any other, in questions and in documents."""

import unicodedata

import pytest

from search.documents import Document
from search.scope import EVERYBODY
from tests.search.conftest import ENGINES, address
from tests.search.engines.conftest import ask, connect, fill, ids

pytestmark = pytest.mark.django_db

COMPOSED = unicodedata.normalize("NFC", "Coöperatie in Curaçao voor één ĳsvereniging")
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


def page(number, title, **more):
    return Document(id=f"page:{number}", type="praktijk", title=title, url=f"/{number}/", **more)


DOCUMENTS = (
    page(1, COMPOSED),
    page(2, DECOMPOSED),
    page(3, "Fietsen 🚲 \u202eneethcerna\u202c", body="Een\u0000woord AND (een OR ander)* \u200f."),
    page(4, "x" * 10_000, body="y" * 100_000, alternatives=("z" * 5_000,)),
    page(5, "مرحبا שלום", summary="Hallo, in het Arabisch (مرحبا) en het Hebreeuws."),
    page(6, "🚲🚲🚲", summary="\U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1"),
)
HOSTILE = [
    "x" * 10_000, "é" * 10_000, "🚲" * 5_000, "\u202e" * 5_000, "e" + "\u0301" * 10_000,
    " ".join(f"onbekend{n}" for n in range(5_000)),
    " ".join(["schuldhulpverlenning"] * 5_000),
    " ".join("abcdefgh" + chr(97 + n % 26) + chr(97 + n // 26) for n in range(600)),
    '"' * 999, '"a" ' * 2_000, "-a " * 2_000, '-"' * 1_000, "a.b." * 3_000, "1.000" * 2_000,
    "*", "?", "fiets*", "f?ets", "*:*", "title:*", "_id:*", "/.*/", "fietsen~9", "fietsen^1e99",
    "fietsen AND", "OR", "NOT fietsen", "NEAR(a b)", "(((((", "))", "[a TO b]", "{a TO b}", "a\\",
    "fietsen\x00", "\x00", "\x00" * 100, "a\x00b\x01c\x1f", "\ud7ff\ue000\uffff", "\u2028\u2029",
    "<b>", "${jndi:ldap://x}", "'; DROP TABLE docs_1; --", "{{7*7}}", "%00%ff", "\ufeff\ufeff",
]  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def library(request, tmp_path_factory):
    """Return an engine that holds the strangest documents."""
    engine = connect(address(request.param, tmp_path_factory.mktemp("hostile")))
    fill(engine, DOCUMENTS)
    yield engine
    engine.remove()


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_asked_is_answered(library, text):
    results = ask(library, text)

    assert len(results.hits) == min(results.total, 10)
    assert isinstance(library.suggest(text, EVERYBODY), list)


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize(
    "words", ["coöperatie", "CURAÇAO", "ĳsvereniging", '"voor één ĳsvereniging"']
)
def test_however_accents_are_written_both_writings_are_found(library, form, words):
    assert sorted(ids(ask(library, unicodedata.normalize(form, words)))) == ["page:1", "page:2"]


def test_what_is_between_signs_is_found(library):
    assert ids(ask(library, "🚲 fietsen \u202e")) == ["page:3"]
    assert ids(ask(library, "neethcerna")) == ["page:3"]
    assert ids(ask(library, "مرحبا")) == ["page:5"]
    assert ids(ask(library, "\u200fשלום\u200e")) == ["page:5"]


def test_a_sign_alone_is_no_word(library):
    assert ask(library, "🚲").total == 0


def test_operators_are_words(library):
    assert ids(ask(library, '"and een or ander"')) == ["page:3"]
    assert ids(ask(library, "woord NOT fietsen")) == ["page:3"]


def test_a_word_without_end_is_found_by_its_beginning(library):
    assert ids(ask(library, "x" * 9_000)) == ["page:4"]
