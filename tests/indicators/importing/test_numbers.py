"""What stands in a cell is a number, a reason why there is none, or neither."""

from decimal import Decimal

import pytest

from indicators.importing import numbers
from indicators.importing.numbers import Exact, Formula, NotANumber
from indicators.models import MissingReason


@pytest.mark.parametrize(
    ("text", "sign", "value"),
    [
        ("12,5", ",", "12.5"),
        ("12.5", ".", "12.5"),
        ("  26.9 ", ".", "26.9"),
        ("1.234", ",", "1234"),
        ("1.234.567,8", ",", "1234567.8"),
        ("1,234,567.8", ".", "1234567.8"),
        ("1 234,5", ",", "1234.5"),
        ("1\N{NO-BREAK SPACE}234", ",", "1234"),
        ("-3", ",", "-3"),
        ("\N{MINUS SIGN}3", ".", "-3"),
        ("+4,0", ",", "4"),
        ("45%", ",", "45"),
        ("0", ",", "0"),
        (Exact("12.5"), ",", "12.5"),
    ],
)
def test_a_number_is_read_with_the_sign_of_its_file(text, sign, value):
    assert numbers.read(text, sign) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "12.5",
        "1.23.456",
        "NaN",
        "inf",
        "-inf",
        "1e5",
        "twaalf",
        "=1+1",
        "12,5,6",
        "1,",
        ",5",
        "€ 5",
    ],
)
def test_what_is_no_number_with_a_comma_is_refused(text):
    with pytest.raises(NotANumber, match="decimale komma"):
        numbers.read(text, ",")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x", MissingReason.SUPPRESSED),
        ("X", MissingReason.SUPPRESSED),
        (".", MissingReason.SUPPRESSED),
        ("       .", MissingReason.SUPPRESSED),
        ("<5", MissingReason.SUPPRESSED),
        ("-99997", MissingReason.SUPPRESSED),
        ("-99997.0", MissingReason.SUPPRESSED),
        ("-99997,00", MissingReason.SUPPRESSED),
        ("-", MissingReason.NOT_SURVEYED),
        ("NA", MissingReason.NOT_SURVEYED),
        ("-99999999", MissingReason.NOT_SURVEYED),
        ("", MissingReason.NOT_PUBLISHED),
        ("  ", MissingReason.NOT_PUBLISHED),
        ("0", ""),
        ("-5", ""),
        ("-99997.5", ""),
    ],
)
def test_a_mark_says_why_there_is_no_figure(text, reason):
    assert numbers.missing(text, empty=MissingReason.NOT_PUBLISHED) == reason


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["12", "1.234", "12,5"], ","),
        (["12", "12.5"], "."),
        (["1.234,5"], ","),
        (["1,234.5"], "."),
        (["1.234.567"], ","),
        (["12", "7"], ""),
        (["1.234", "1,234"], ""),
        (["x", "."], ""),
        ([Exact("12.5")], ""),
    ],
)
def test_the_decimal_sign_is_found_where_something_tells(texts, sign):
    assert numbers.sign_of(texts) == sign


def test_a_measurement_keeps_three_decimals():
    assert numbers.kept(Decimal("197.93000000000004")) == Decimal("197.930")
    assert numbers.kept(Decimal("0.0005")) == Decimal("0.000")
    assert numbers.kept(Decimal("0.0015")) == Decimal("0.002")


def test_zero_has_no_minus():
    assert [str(numbers.kept(Decimal(text))) for text in ("-0", "-0.0004")] == ["0", "0.000"]


def test_a_formula_without_its_outcome_is_no_number():
    with pytest.raises(NotANumber, match="de uitkomst van deze formule"):
        numbers.read(Formula("=1+1"), ",")


@pytest.mark.parametrize("text", ["-99995", "-99996,0", "-99999998"])
def test_a_mark_that_nobody_knows_is_no_number(text):
    assert not numbers.missing(text, empty="")
    with pytest.raises(NotANumber, match="lijkt een teken voor een cijfer dat ontbreekt"):
        numbers.read(text, ",")


def test_a_number_that_no_column_holds_is_refused():
    with pytest.raises(NotANumber, match="11 cijfers"):
        numbers.kept(Decimal("100000000000"))
