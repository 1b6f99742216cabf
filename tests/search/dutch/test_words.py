"""Words, and the plainest form of each."""

import pytest

from search import dutch


def words(text):
    return [word.text for word in dutch.words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De wijk, de buurt!", ["de", "wijk", "de", "buurt"]),
        ("co-creatie en 49/70", ["co", "creatie", "en", "49", "70"]),
        ("1.700 woningen, 13.000.000 euro", ["1700", "woningen", "13000000", "euro"]),
        ("in 2013. 500 mensen", ["in", "2013", "500", "mensen"]),
        ("m² en ½", ["m2", "en", "12"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("?! 🚲 —", []),
    ],
)
def test_a_text_falls_apart_into_words(text, found):
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Eén", "een"),
        ("e\u0301e\u0301n", "een"),
        ("ĲSSELMONDE", "ijsselmonde"),
        ("coöperatie", "cooperatie"),
        ("Straße", "strasse"),
        ("wijk\u00adteam", "wijkteam"),
        ("wijk\u200bteam", "wijkteam"),
        ("ＷＩＪＫ", "wijk"),
    ],
)
def test_capitals_accents_and_marks_make_no_difference(text, plain):
    assert words(text) == [plain]


@pytest.mark.parametrize("text", ["foto's", "foto’s", "Deventer's", "VvE's", "VVE’S"])
def test_a_genitive_or_plural_s_falls_away(text):
    (word,) = words(text)
    assert not word.endswith("s")


def test_a_word_tells_where_it_stands():
    text = "Ook e\u0301e\u0301n foto’s"
    assert [text[word.start : word.end] for word in dutch.words(text)] == [
        "Ook",
        "e\u0301e\u0301n",
        "foto’s",
    ]


def test_a_word_without_end_is_cut():
    assert words("x" * 10_000) == ["x" * 64]
