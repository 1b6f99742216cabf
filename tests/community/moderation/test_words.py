"""Blocked words are found however they are written, and only as whole words."""

import time

import pytest

from community.moderation import words

ZERO_WIDTH, NO_BREAK, SOFT_HYPHEN = "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"


@pytest.mark.parametrize(
    "text",
    [
        "Dit is spam",
        "SPAM!",
        "(spam)",
        "Spám",
        "spa\N{COMBINING DIAERESIS}m",
        f"sp{ZERO_WIDTH}am",
        f"s{SOFT_HYPHEN}pam",
        f"Dit is{NO_BREAK}spam{NO_BREAK}hoor",
        "s.p.a.m",
        "S-P-A-M.",
        "s p a m",
        f"s{NO_BREAK}p{NO_BREAK}a{NO_BREAK}m",
        "sp-am",
        "sp_am",
        "optie a, s p a m",
        "ｓｐａｍ",
        "ѕрам",
        "**spam**",
        "[spam](https://voorbeeld.example)",
        "een\nspam\nregel",
    ],
)
def test_a_blocked_word_is_found_however_it_is_written(text):
    assert words.found(text, {"spam"}) == {"spam"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "spammer",
        "antispam",
        "spam2",
        "wij aten spa m et fruit",
        "sp am",
        "De heer S. P. Admiraal",
        "maps",
    ],
)
def test_what_only_resembles_a_blocked_word_is_not(text):
    assert words.found(text, {"spam"}) == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gratis  geld!", {"gratis geld"}),
        ("gratis\ngeld", {"gratis geld"}),
        ("gratis-geld", {"gratis geld"}),
        (f"gra{ZERO_WIDTH}tis ge{SOFT_HYPHEN}ld", {"gratis geld"}),
        ("gratis en geld", set()),
        ("geld gratis", set()),
        ("gratis geldzaken", set()),
    ],
)
def test_a_blocked_word_may_be_a_few_words(text, found):
    assert words.found(text, {"gratis geld", "spam"}) == found


def test_a_short_word_is_not_found_among_loose_letters():
    assert words.found("kies a, b of c", {"bo", "ab"}) == set()


def test_nothing_is_blocked_by_a_word_of_nothing():
    assert words.found("Wat dan ook.", {"", words.tell("!?")}) == set()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("  Gratis   Geld! ", "gratis geld"), ("Crème", "creme"), ("s.p.a.m", "s p a m"), ("…", "")],
)
def test_a_word_is_kept_as_it_is_compared(typed, kept):
    assert words.tell(typed) == kept


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("https://voorbeeld.example", True),
        ("ga naar WWW.voorbeeld.example", True),
        ("zie voorbeeld.nl/pagina", True),
        ("zie (voorbeeld.nl).", True),
        (f"voor{ZERO_WIDTH}beeld.nl", True),
        ("[hier](http://voorbeeld.example)", True),
        ("mail naar jan@voorbeeld.nl", False),
        ("Dat was de buurt.De bewoners hielpen.", False),
        ("o.a. bijv. a.u.b. 12.30 uur", False),
        ("nl. com. org", False),
        ("", False),
    ],
)
def test_a_web_address_is_seen(text, holds):
    assert words.holds_address(text) == holds


@pytest.mark.parametrize("text", ["a" * 20_000, "a " * 10_000, "a." * 10_000, "!" * 20_000])
def test_a_strange_text_takes_no_time(text):
    begin = time.perf_counter()
    words.found(text, {f"woord{number}" for number in range(200)})
    words.holds_address(text)
    assert time.perf_counter() - begin < 1
