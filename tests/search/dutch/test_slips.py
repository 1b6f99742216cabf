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
    ],
)
def test_words_that_differ_little_are_alike(word, other):
    assert dutch.is_alike(word, other)


@pytest.mark.parametrize(
    ("word", "other"),
    [("wijk", "wijn"), ("school", "schuld"), ("huren", "buren"), ("schulden", "schuld")],
)
def test_words_that_differ_more_are_not(word, other):
    assert not dutch.is_alike(word, other)


@pytest.mark.parametrize(
    ("word", "letters"),
    [("vsv", 0), ("wijk", 0), ("schuld", 1), ("crowdfunding", 2), ("1700000", 0)],
)
def test_longer_words_may_hold_more_slips(word, letters):
    assert dutch.slips(word) == letters
