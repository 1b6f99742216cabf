"""Figures in words: right in number and direction, and silent where nothing is known."""

from datetime import date
from decimal import Decimal

import pytest

from content.models import Area
from indicators import sentences
from indicators.models import Dataset, Figure, Indicator, MissingReason, Outcome, ReportedOutcome
from indicators.tables import FigureTable, Row, distance

OOST = Area(pk=1, name="Oost", kind=Area.Kind.NEIGHBOURHOOD)
G18 = Area(pk=2, name="G18", kind=Area.Kind.GROUP)
UTRECHT = Area(pk=3, name="Utrecht", kind=Area.Kind.MUNICIPALITY)
REPORT = Dataset(pk=1, kind=Dataset.Kind.REPORTED)
UNREPORTED = Figure(None, MissingReason.NOT_REPORTED)


def indicator(direction="lower", unit="%", decimals=0, tolerance="0.5"):
    return Indicator(
        direction=direction, unit=unit, decimals=decimals, tolerance=Decimal(tolerance)
    )


def figure(value):
    return value if isinstance(value, Figure) else Figure(Decimal(value))


def table(*rows, measure=None, beside=G18):
    """Return a table of (period, value) or (period, value, value of the comparator)."""
    made = []
    for number, (period, *values) in enumerate(rows):
        own, *others = map(figure, values)
        made.append(
            Row(
                period=period,
                date=date(2007 + number, 1, 1),
                figure=own,
                comparators=tuple(others),
                distance=distance(own, others[0]) if others else None,
                provisional=False,
                dataset=REPORT,
            )
        )
    has_comparator = bool(made and made[0].comparators)
    return FigureTable(
        measure or indicator(),
        OOST,
        (beside,) if has_comparator else (),
        beside if has_comparator else None,
        tuple(made),
    )


def said(*rows, **options):
    return sentences.table(table(*rows, **options)).replace("\N{NO-BREAK SPACE}", " ")


def test_a_fall_that_is_better():
    assert said(("begin 2007", 10), ("begin 2013", 7)) == (
        "Het aandeel daalde van 10% (begin 2007) naar 7% (begin 2013). Dat is een verbetering."
    )


def test_a_fall_that_is_worse():
    assert said(("2006", 38), ("2012", 28), measure=indicator("higher")) == (
        "Het aandeel daalde van 38% (2006) naar 28% (2012). Dat is een verslechtering."
    )


def test_a_rise_that_is_neither():
    assert said(("2006", 28), ("2012", 38), measure=indicator("neutral")) == (
        "Het aandeel steeg van 28% (2006) naar 38% (2012)."
    )


def test_no_change():
    assert said(("2006", 28), ("2012", 28)) == "Het aandeel bleef gelijk: 28% (2006 en 2012)."


@pytest.mark.parametrize("tolerance", ["0.5", "0"])
def test_a_change_that_the_figures_do_not_show_is_hardly_any(tolerance):
    assert said(("2006", "6.6"), ("2012", "7.4"), measure=indicator(tolerance=tolerance)) == (
        "Het aandeel bleef vrijwel gelijk: 7% (2006 en 2012)."
    )


def test_a_change_within_the_tolerance_is_not_judged():
    fine = indicator(decimals=1)
    assert said(("2006", "8.3"), ("2012", "8.0"), measure=fine) == (
        "Het aandeel daalde van 8,3% (2006) naar 8,0% (2012)."
    )


def test_the_first_and_the_last_of_more_periods_are_told():
    assert said(("2006", 28), ("2009", 20), ("2012", 38), measure=indicator("neutral")) == (
        "Het aandeel steeg van 28% (2006) naar 38% (2012)."
    )


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("%", "Het aandeel was 14% (2012)."),
        ("€", "Het bedrag was € 14 (2012)."),
        ("klasse", "Het cijfer was 14 klasse (2012)."),
        ("", "Het cijfer was 14 (2012)."),
    ],
)
def test_one_figure_is_told_by_itself(unit, sentence):
    assert said(("2012", 14), measure=indicator(unit=unit)) == sentence


def test_a_distance_that_got_smaller():
    work = indicator("higher")
    assert said(("begin 2007", 58, 67), ("begin 2012", 60, 68), measure=work) == (
        "Het aandeel steeg van 58% (begin 2007) naar 60% (begin 2012). Dat is een verbetering. "
        "De afstand tot de G18 werd kleiner: van 9 naar 8 procentpunt."
    )


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        ((50, 45), (52, 46), "De afstand tot Utrecht werd groter: van 5 naar 6 procentpunt."),
        ((50, 45), (48, 43), "De afstand tot Utrecht bleef vrijwel gelijk: 5 procentpunt."),
        ((50, 45), (40, 41), "Het aandeel ligt op of onder dat van Utrecht (2012)."),
        ((50, 45), (41, 41), "Het aandeel ligt op of onder dat van Utrecht (2012)."),
        (
            (43, 45),
            (48, 45),
            "De afstand tot Utrecht werd groter: van 2 procentpunt lager naar 3 procentpunt hoger.",
        ),
    ],
)
def test_what_became_of_the_distance(start, end, sentence):
    rows = table(("2006", *start), ("2012", *end), beside=UTRECHT)
    assert sentences.distance(rows).replace("\N{NO-BREAK SPACE}", " ") == sentence


def test_one_distance_is_told_without_a_change():
    assert said(("begin 2007", 50, UNREPORTED), ("begin 2012", 40, 41)) == (
        "Het aandeel daalde van 50% (begin 2007) naar 40% (begin 2012). Dat is een verbetering. "
        "Het aandeel was 1 procentpunt lager dan in de G18 (begin 2012)."
    )


def test_the_only_figure_carries_its_distance_and_the_other_its_reason():
    assert said(("start", UNREPORTED, UNREPORTED), ("2012", 55, 41)) == (
        "Het aandeel was 55% (2012), 14 procentpunt hoger dan in de G18. "
        "Het cijfer ontbreekt (start): niet genoemd in het rapport."
    )


def test_an_equal_figure_is_as_high():
    assert said(("2012", 41, 41)) == "Het aandeel was 41% (2012), even hoog als in de G18."


def test_periods_without_a_figure_share_their_reason():
    assert said(("2006", UNREPORTED), ("2012", UNREPORTED)) == (
        "Het cijfer ontbreekt (2006, 2012): niet genoemd in het rapport."
    )


def test_zero_is_a_figure():
    assert said(("2006", 0), ("2012", 0)) == "Het aandeel bleef gelijk: 0% (2006 en 2012)."


def test_nothing_is_said_of_nothing():
    assert said() == ""


@pytest.mark.parametrize(
    ("outcome", "direction", "sentence"),
    [
        (
            Outcome.SMALLER,
            "higher",
            "Volgens het rapport werd de afstand tot het gemiddelde kleiner (2006 – 2012).",
        ),
        (
            Outcome.LARGER,
            "higher",
            "Volgens het rapport werd de afstand tot het gemiddelde groter (2006 – 2012).",
        ),
        (
            Outcome.SAME,
            "lower",
            "Volgens het rapport bleef de afstand tot het gemiddelde vrijwel gelijk (2006 – 2012).",
        ),
        (
            Outcome.AT_OR_BETTER,
            "higher",
            "Volgens het rapport ligt het cijfer op of boven het gemiddelde (2006 – 2012).",
        ),
        (
            Outcome.AT_OR_BETTER,
            "lower",
            "Volgens het rapport ligt het cijfer op of onder het gemiddelde (2006 – 2012).",
        ),
        (
            Outcome.SAME_OR_BETTER,
            "lower",
            "Volgens het rapport bleef de afstand tot het gemiddelde vrijwel gelijk, of ligt het "
            "cijfer op of onder het gemiddelde (2006 – 2012).",
        ),
        (
            Outcome.NO_STATEMENT,
            "lower",
            "Over de afstand tot het gemiddelde doet het rapport geen uitspraak (2006 – 2012).",
        ),
    ],
)
def test_what_a_report_says_of_one_area(outcome, direction, sentence):
    reported = ReportedOutcome(
        indicator=indicator(direction), outcome=outcome, baseline="2006", follow_up="2012"
    )
    assert sentences.outcome(reported) == sentence
