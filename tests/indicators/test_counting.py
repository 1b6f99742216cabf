"""What a report counted, in one sentence: the counts of the report of 2013 are the cases."""

import pytest

from content.models import Area
from indicators.counting import ORDER, Counted
from indicators.models import Indicator, Outcome, ReportedCount

FORTY = Area(name="40 wijken", kind=Area.Kind.GROUP)


def counted(direction="lower", size=40, kind=Area.Kind.NEIGHBOURHOOD, **numbers):
    """Return counts by outcome: `counted(smaller=24)`."""
    indicator = Indicator(direction=direction)
    found = [
        ReportedCount(indicator=indicator, outcome=outcome, count=numbers[name])
        for outcome in ORDER
        if (name := outcome.name.lower()) in numbers
    ]
    return Counted(FORTY, tuple(found), size, kind)


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            counted("higher", smaller=12, larger=23, same=4, at_or_better=1),
            "In 23 wijken werd de afstand tot het stedelijk gemiddelde groter, in 12 kleiner, "
            "in 4 bleef die vrijwel gelijk; 1 wijk ligt op of boven het gemiddelde.",
        ),
        (
            counted(smaller=24),
            "In 24 wijken werd de afstand tot het stedelijk gemiddelde kleiner. "
            "Over de andere 16 wijken geeft het rapport geen telling.",
        ),
        (
            counted("higher", smaller=19, larger=12, same=6, no_statement=3),
            "In 19 wijken werd de afstand tot het stedelijk gemiddelde kleiner, in 12 groter, "
            "in 6 bleef die vrijwel gelijk; over 3 wijken is geen uitspraak mogelijk.",
        ),
        (
            counted(smaller=34, larger=4, same=1, at_or_better=1),
            "In 34 wijken werd de afstand tot het stedelijk gemiddelde kleiner, in 4 groter, "
            "in 1 bleef die vrijwel gelijk; 1 wijk ligt op of onder het gemiddelde.",
        ),
        (
            counted(smaller=16, larger=17, same_or_better=7),
            "In 17 wijken werd de afstand tot het stedelijk gemiddelde groter, in 16 kleiner; "
            "in 7 wijken bleef de afstand vrijwel gelijk of ligt het cijfer op of onder het "
            "gemiddelde.",
        ),
        (
            counted(smaller=21, larger=11, same=5, at_or_better=3),
            "In 21 wijken werd de afstand tot het stedelijk gemiddelde kleiner, in 11 groter, "
            "in 5 bleef die vrijwel gelijk; 3 wijken liggen op of onder het gemiddelde.",
        ),
    ],
)
def test_the_counts_of_the_report(counts, sentence):
    assert counts.sentence == sentence


def test_one_area_is_singular():
    counts = counted(size=4, smaller=1, at_or_better=1, no_statement=1)
    assert counts.sentence == (
        "In 1 wijk werd de afstand tot het stedelijk gemiddelde kleiner; 1 wijk ligt op of onder "
        "het gemiddelde; over 1 wijk is geen uitspraak mogelijk. "
        "Over de andere wijk geeft het rapport geen telling."
    )


def test_none_is_a_count_too():
    assert counted(size=40, smaller=40, larger=0).sentence == (
        "In 40 wijken werd de afstand tot het stedelijk gemiddelde kleiner, in geen enkele groter."
    )
    assert counted(size=2, larger=0, no_statement=2).sentence == (
        "In geen enkele wijk werd de afstand tot het stedelijk gemiddelde groter; "
        "over 2 wijken is geen uitspraak mogelijk."
    )


def test_only_the_same():
    assert counted(size=2, same=2).sentence == (
        "In 2 wijken bleef de afstand tot het stedelijk gemiddelde vrijwel gelijk."
    )


def test_only_what_is_no_distance():
    assert counted(size=3, no_statement=3).sentence == ("Over 3 wijken is geen uitspraak mogelijk.")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Area.Kind.NEIGHBOURHOOD, "In 2 wijken werd"),
        (Area.Kind.MUNICIPALITY, "In 2 gemeenten werd"),
        ("", "In 2 gebieden werd"),
    ],
)
def test_areas_are_called_what_they_are(kind, words):
    assert counted(size=2, kind=kind, smaller=2).sentence.startswith(words)


def test_a_group_whose_size_is_unknown_leaves_nothing_over():
    counts = counted(size=0, smaller=24)
    assert counts.uncounted == 0
    assert counts.sentence == ("In 24 wijken werd de afstand tot het stedelijk gemiddelde kleiner.")


def test_every_outcome_has_its_place():
    assert set(ORDER) == set(Outcome)
