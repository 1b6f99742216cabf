"""The querystring is the whole state of the explorer."""

from datetime import date

import pytest
from django.http import QueryDict

from indicators.exploring.choice import Choice, parse

LONG_AREA = "x" * 206


def read(querystring):
    choice, problems = parse(QueryDict(querystring))
    return choice, [(problem.parameter, problem.message) for problem in problems]


def test_a_choice_and_its_querystring_stand_for_each_other():
    querystring = (
        "indicator=nww&groep=W40&gebied=AW01&gebied=AW02&vergelijk=G18&vergelijk=NL00"
        "&van=2007-01-01&tot=2013-01-01"
    )
    choice = Choice(
        indicator="nww",
        group="W40",
        areas=("AW01", "AW02"),
        beside=("G18", "NL00"),
        first=date(2007, 1, 1),
        last=date(2013, 1, 1),
    )
    assert read(querystring) == (choice, [])
    assert choice.as_querystring() == querystring


def test_what_is_default_is_left_out():
    assert Choice(indicator="nww", beside=("eigen-gemeente",)).as_querystring() == "indicator=nww"
    assert Choice().as_querystring() == ""


def test_nothing_and_what_nobody_asked_for_choose_nothing():
    assert read("") == (Choice(), [])
    assert read("indicator=&groep=&gebied=&vergelijk=&van=&tot=&q=1&pk__gt=0") == (Choice(), [])


NO_DATE = "Dit is geen datum. Kies er een uit de lijst, of schrijf die als 2012-12-31."


@pytest.mark.parametrize(
    "value",
    ["2013", "31-12-2012", "2013-02-30", "0001-01-01", "9999-12-31", "-1", "9" * 400, "%00",
     "%D9%A2%D9%A0%D9%A1%D9%A3-01-01", "2013-01-01T00:00", "20130101"],
)  # fmt: skip
def test_what_is_no_date_is_told_beside_its_field(value):
    choice, problems = read(f"indicator=nww&van={value}")
    assert (choice, problems) == (Choice(indicator="nww"), [("van", NO_DATE)])


def test_the_last_day_comes_after_the_first():
    choice, problems = read("van=2013-01-01&tot=2013-01-01")
    assert choice == Choice(first=date(2013, 1, 1))
    assert problems == [("tot", "Deze datum ligt niet na de eerste. Kies een latere datum.")]


def test_so_many_areas_and_no_more():
    choice, problems = read("&".join(f"gebied=A{n}" for n in range(60)))
    assert len(choice.areas) == 50
    assert problems == [("gebied", "Kies er hoogstens 50. U ziet de eerste.")]
    assert read("vergelijk=A&vergelijk=A&vergelijk=B&vergelijk=C")[1] == []
    assert read("&".join(f"vergelijk=A{n}" for n in range(4)))[1] == [
        ("vergelijk", "Kies er hoogstens 3. U ziet de eerste.")
    ]


def test_texts_are_no_longer_than_any_name_and_hold_no_nul():
    assert read(f"gebied={'x' * 10_000}")[0].areas == (LONG_AREA,)
    assert read("indicator=a%00b")[0].indicator == "a\ufffdb"
