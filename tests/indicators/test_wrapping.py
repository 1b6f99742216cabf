"""Words of drawings fit the narrowest screen: in lines, and apart from each other."""

import pytest

from indicators import wrapping
from indicators.templatetags.indicators import drawn

AMOUNT = "€\N{NO-BREAK SPACE}142.000"


@pytest.mark.parametrize(
    ("text", "after", "lines"),
    [
        ("Oost (Amsterdam)", "", ("Oost (Amsterdam)",)),
        ("Oost (Amsterdam)", "28%", ("Oost (Amsterdam)",)),
        ("geen uitspraak mogelijk", "Heechterp/Schieringen", ("geen uitspraak", "mogelijk")),
        ("laatste meting in het rapport (voorlopig)", AMOUNT, (
            "laatste meting in het rapport", "(voorlopig)",
        )),
        ("a" * 40, "28%", ("", "a" * 40)),
        ("", "", ("",)),
    ],
)  # fmt: skip
def test_a_text_that_is_too_long_goes_on_below(text, after, lines):
    assert wrapping.lines(text, after) == lines


def test_every_line_is_short_enough():
    words = "de bron telt met veel ruimere grenzen " * 5
    assert max(map(len, wrapping.lines(words))) <= wrapping.LETTERS


def test_lines_are_drawn_below_each_other_and_say_what_was_typed():
    assert drawn(("a < b",)) == "a &lt; b"
    assert drawn(("een", "c & d")) == 'een<tspan x="0" dy="1.3em">c &amp; d</tspan>'


def years(*shares):
    sides = ["start", *["middle"] * (len(shares) - 2), "end"]
    places = [
        (str(2013 + number), share, side)
        for number, (share, side) in enumerate(zip(shares, sides, strict=True))
    ]
    return [text for text, _share, _side in wrapping.apart(places)]


def test_years_that_stand_far_enough_apart_are_all_named():
    assert years(0.03, 0.34, 0.66, 0.97) == ["2013", "2014", "2015", "2016"]


def test_a_year_that_would_touch_another_is_left_out_and_both_ends_stay():
    assert years(0.03, 0.19, 0.5, 0.97) == ["2013", "2015", "2016"]
    assert years(0.03, 0.5, 0.81, 0.97) == ["2013", "2014", "2016"]


def test_of_years_close_together_the_latest_that_fits_is_named():
    ten = [0.03 + 0.94 * number / 9 for number in range(10)]
    assert years(*ten) == ["2013", "2016", "2018", "2020", "2022"]


def test_long_numbers_leave_out_more_than_short_ones():
    def named(*texts):
        sides = ["start", *["middle"] * (len(texts) - 2), "end"]
        places = [(text, n / (len(texts) - 1), side) for n, (text, side) in enumerate(
            zip(texts, sides, strict=True)
        )]  # fmt: skip
        return [text for text, _share, _side in wrapping.apart(places)]

    assert named("0%", "5%", "10%", "15%", "20%") == ["0%", "5%", "10%", "15%", "20%"]
    assert named("0", "100.000", "200.000", "300.000", "400.000") == [
        "0", "100.000", "200.000", "400.000",
    ]  # fmt: skip


@pytest.mark.parametrize("shares", [(0.5,), (0.03, 0.97)])
def test_one_or_two_are_always_named(shares):
    places = [("2013", share, "end") for share in shares]
    assert wrapping.apart(places) == places
