"""Slips of the pen, and what is too short or too different to be one."""

import pytest

from search import dutch


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("schoolutval", "schooluitval"),
        ("huisjesmelkkers", "huisjesmelkers"),
        ("leerwerklpek", "leerwerkplek"),
        ("crwodfunding", "crowdfunding"),
        ("schuldne", "schulden"),
        ("zuit", "zuid"),
        ("heechterp schieringn", "heechterp schieringen"),
    ],
)
def test_words_that_differ_little_are_alike(word, other):
    assert dutch.is_alike(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("vsv", "vso"), ("school", "schuld"), ("huren", "buren"), ("schulden", "schuld")],
)
def test_words_that_differ_more_are_not(word, other):
    assert not dutch.is_alike(word, other)


@pytest.mark.parametrize(
    ("word", "letters"),
    [("vsv", 0), ("wijk", 1), ("schuld", 1), ("crowdfunding", 2), ("1700000", 0)],
)
def test_longer_words_may_hold_more_slips(word, letters):
    assert dutch.slips(word) == letters


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("heegterp", "heechterp"),
        ("zuit", "zuid"),
        ("kado", "cado"),
        ("oosterlink", "oosterling"),
        ("begelijding", "begeleiding"),
        ("vouwen", "fouwen"),
    ],
)
def test_what_sounds_the_same_can_be_written_otherwise(word, meant):
    assert meant in dutch.sounding(word)


def test_a_word_has_no_more_than_a_dozen_other_spellings():
    assert len(dutch.sounding("geiteichicheigeichgeitei")) == 12
    assert dutch.sounding("4tien") == ()
