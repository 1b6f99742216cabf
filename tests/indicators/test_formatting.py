"""How figures are written."""

from decimal import Decimal

import pytest

from indicators import formatting
from indicators.models import Figure, Indicator, MissingReason


def indicator(unit, decimals=0, tolerance="0"):
    return Indicator(unit=unit, decimals=decimals, tolerance=Decimal(tolerance))


SHARE, FINE_SHARE, EURO, CLASS, BARE = (
    indicator("%"),
    indicator("%", decimals=1),
    indicator("€"),
    indicator("klasse"),
    indicator(""),
)


def plain(text):
    """Return a text with plain spaces, so that expectations can be read."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "measure", "text"),
    [
        ("55.000", SHARE, "55%"),
        ("8.3", FINE_SHARE, "8,3%"),
        ("6", FINE_SHARE, "6,0%"),
        ("159500", EURO, "€ 159.500"),
        ("4", CLASS, "4 klasse"),
        ("1234", BARE, "1.234"),
        ("-3", indicator("procentpunt"), "-3 procentpunt"),
    ],
)
def test_a_value_stands_in_its_unit(value, measure, text):
    assert plain(formatting.with_unit(Decimal(value), measure)) == text


def test_a_number_and_its_unit_stay_on_one_line():
    assert formatting.with_unit(Decimal(159500), EURO) == "€\N{NO-BREAK SPACE}159.500"


@pytest.mark.parametrize(
    ("value", "measure", "text"),
    [
        ("10", SHARE, "10 procentpunt"),
        ("-2.3", FINE_SHARE, "2,3 procentpunt"),
        ("-57900", EURO, "€ 57.900"),
        ("3", BARE, "3"),
    ],
)
def test_a_difference_between_percentages_is_in_percentage_points(value, measure, text):
    assert plain(formatting.difference(Decimal(value), measure)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("13", "13 procentpunt hoger"),
        ("-13", "13 procentpunt lager"),
        ("0.4", "geen verschil"),
        (None, "–"),
    ],
)
def test_a_distance_says_which_way(value, text):
    distance = formatting.distance(value and Decimal(value), SHARE)
    assert plain(distance) == text


def test_a_missing_figure_is_its_reason():
    missing = Figure(None, MissingReason.SUPPRESSED)
    assert formatting.figure(missing, SHARE) == "te weinig mensen om iets over te zeggen"
    assert formatting.figure(Figure(Decimal(0)), SHARE) == "0%"
    assert formatting.figure(None, SHARE) == "–"


@pytest.mark.parametrize(
    ("measure", "text"),
    [
        (indicator("%", tolerance="0.500"), "0,5 procentpunt"),
        (indicator("€", tolerance="1000.000"), "€ 1.000"),
        (indicator("%", decimals=1, tolerance="1.000"), "1,0 procentpunt"),
    ],
)
def test_a_tolerance_may_be_finer_than_the_figures(measure, text):
    assert plain(formatting.tolerance(measure)) == text


def test_what_rounds_to_zero_has_no_minus():
    assert plain(formatting.with_unit(Decimal("-0.4"), EURO)) == "€ 0"
    assert formatting.for_csv(Decimal("-0.04"), FINE_SHARE) == "0,0"
    assert str(formatting.rounded(Decimal("-0.04"), 1)) == "0.0"


def test_a_number_in_a_file_can_be_counted_with():
    assert formatting.for_csv(Decimal("159500.000"), EURO) == "159500"
    assert formatting.for_csv(Decimal("8.30"), FINE_SHARE) == "8,3"
