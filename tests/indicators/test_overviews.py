"""An indicator over a group as plain data: what a report shows and keeps."""

import json

import pytest

from indicators import charts, overviews
from tests.factories import (
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.indicators.report_cases import CASES, fill, forty_areas
from tests.programmes.reports import END, START, a_group

pytestmark = pytest.mark.django_db


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def overview(**choice):
    return overviews.of(overviews.Choice(**choice))


def lines(found):
    """Return the table as text: the name of each area, and its cells."""
    return [
        (line["area"], line["beside"], [cell and plain(cell["text"]) for cell in line["cells"]])
        for line in found["table"]["lines"]
    ]


@pytest.fixture
def three():
    group, average, indicator = a_group()
    return {"indicator": indicator, "area": group, "comparator": average}


def test_a_group_stands_beside_its_average_with_what_the_report_counted(three):
    found = overview(**three)
    assert [plain(sentence) for sentence in found["sentences"]] == [
        "Het aandeel daalde van 10% (begin 2007) naar 7% (begin 2013). Dat is een verbetering. "
        "De afstand tot de G18 werd kleiner: van 2 naar 1 procentpunt.",
        "In 2 wijken werd de afstand tot het stedelijk gemiddelde kleiner, in 1 groter.",
    ]
    assert found["table"]["columns"] == ["begin 2007", "begin 2013"]
    assert lines(found) == [
        ("3 wijken", False, ["10%", "7%"]),
        ("G18", True, ["8%", "6%"]),
        ("Transvaal (Den Haag)", False, ["12%", "8%"]),
    ]
    (counts,) = found["counts"]
    assert [(row["label"], row["count"]) for row in counts["rows"]] == [
        ("afstand kleiner", 2),
        ("afstand groter", 1),
    ]
    assert not counts["worked_out"]
    (named,) = found["named"]
    assert (named["label"], [area["area"] for area in named["areas"]]) == (
        "afstand kleiner",
        ["Transvaal (Den Haag)"],
    )
    assert [source["source"] for source in found["sources"]] == ["Rapport van 2013"]


def test_it_comes_back_from_storage_as_it_was(three):
    found = overview(**three)
    assert json.loads(json.dumps(found)) == found


def test_what_the_figures_of_members_say_is_worked_out_and_named():
    case = CASES[0]
    indicator, _rows = fill(case, group := forty_areas())
    found = overview(indicator=indicator, area=group)
    assert found["sentences"][0] == (
        "In 23 wijken werd de afstand tot het stedelijk gemiddelde groter, in 12 kleiner, in 4 "
        "bleef die vrijwel gelijk; 1 wijk ligt op of boven het gemiddelde."
    )
    (counts,) = found["counts"]
    assert counts["worked_out"]
    assert {row["outcome"]: row["count"] for row in counts["rows"]} == case.counts
    # Of forty only those stand in the table where the distance changed the most.
    assert len(found["table"]["lines"]) == overviews.MOST_MEMBERS


def test_a_neighbourhood_by_itself_stands_beside_its_own_municipality():
    area = NeighbourhoodFactory(name="Zuilen", parent=MunicipalityFactory(name="Utrecht"))
    indicator = IndicatorFactory(unit="%", direction="lower")
    for day, *values in ((START, 10, 8), (END, 15, 9)):
        for place, value in zip((area, area.parent), values, strict=True):
            MeasurementFactory(indicator=indicator, area=place, period_date=day, value=value)
    found = overview(indicator=indicator, area=area)
    assert lines(found) == [
        ("Zuilen (Utrecht)", False, ["10%", "15%"]),
        ("Utrecht", True, ["8%", "9%"]),
    ]
    assert "De afstand tot Utrecht werd groter" in found["sentences"][0]


def test_chosen_days_leave_out_what_lies_outside(three):
    found = overview(**three, follow_up=START)
    assert found["table"]["columns"] == ["begin 2007"]


def test_figures_of_one_period_say_why_nothing_is_counted():
    group = a_group()[0]
    members = [membership.member for membership in group.memberships.all()]
    indicator = MeasurementFactory(area=members[0].parent, period_date=END).indicator
    for member in members:
        MeasurementFactory(indicator=indicator, area=member, period_date=END)
    found = overview(indicator=indicator, area=group)
    assert found["counts"] == []
    assert found["sentences"] == [
        "Over de afstand tot het gemiddelde is hier niets te zeggen: het cijfer van de gebieden "
        "en het gemiddelde zijn van één periode bekend (2013)."
    ]


def test_nothing_is_told_where_nothing_is_known():
    indicator = MeasurementFactory().indicator
    found = overview(indicator=indicator, area=NeighbourhoodFactory())
    assert (found["sentences"], found["table"], found["counts"], found["sources"]) == (
        [],
        None,
        [],
        [],
    )


def test_its_chart_has_the_first_and_last_figure_of_every_line(three):
    drawn = charts.of_told(overview(**three)["table"])
    assert [
        (group.title, [(bar.label, plain(bar.text), bar.kind) for bar in group.bars])
        for group in drawn.groups
    ] == [
        ("3 wijken", [("begin 2007", "10%", "before"), ("begin 2013", "7%", "area")]),
        ("G18", [("begin 2007", "8%", "before"), ("begin 2013", "6%", "beside")]),
        ("Transvaal (Den Haag)", [("begin 2007", "12%", "before"), ("begin 2013", "8%", "area")]),
    ]


def test_it_reads_a_group_of_three_in_ten_queries(three, django_assert_num_queries):
    with django_assert_num_queries(10):
        overview(**three)


def test_it_reads_a_group_of_forty_in_as_many(django_assert_num_queries):
    case = CASES[0]
    indicator, _rows = fill(case, group := forty_areas())
    with django_assert_num_queries(10):
        overview(indicator=indicator, area=group)
