"""Charts: every bar from zero, every value with its label, nothing where nothing is known."""

import pytest

from content.models import Area
from indicators import charts, current, grids, houses, tables
from indicators.counting import Counted
from indicators.models import Indicator, MissingReason, Outcome, ReportedCount
from indicators.readings import Reader
from tests.indicators.conftest import END, START


@pytest.fixture
def chart(take):
    """Return a function that draws the snapshot of Oost beside Amsterdam, as changed."""
    return lambda **changes: charts.of_table(tables.of_snapshot(take(**changes)))


def chart_of_all(indicator):
    """Draw every measurement of an indicator."""
    rows = current.measurements().filter(indicator=indicator)
    return charts.of_grid(grids.of(indicator, Reader().read(rows)))


def widths(chart):
    return [[bar.width for bar in group.bars] for group in chart.groups]


def test_each_period_has_the_area_above_what_it_is_compared_with(chart):
    assert [
        (group.title, [(bar.text, bar.label, bar.kind) for bar in group.bars])
        for group in chart().groups
    ] == [
        ("oktober 2006", [("28%", "Oost (Amsterdam)", "area"), ("41%", "Amsterdam", "beside")]),
        (
            "oktober 2012",
            [
                ("38%", "Oost (Amsterdam)", "area"),
                ("niet genoemd in het rapport", "Amsterdam", "missing"),
            ],
        ),
    ]


def test_bars_start_at_zero_and_share_one_scale(chart):
    drawn = chart()
    assert drawn.zero == "0.00%"
    assert {bar.x for group in drawn.groups for bar in group.bars} == {"0.00%"}
    assert widths(drawn) == [["68.29%", "100.00%"], ["92.68%", None]]


def test_the_gap_lies_between_the_ends_of_the_bars(chart):
    before, after = chart().groups
    assert (before.gap.start, before.gap.end) == ("68.29%", "100.00%")
    assert (
        before.gap.text.replace("\N{NO-BREAK SPACE}", " ") == "13 procentpunt lager dan Amsterdam"
    )
    assert after.gap is None


def test_between_figures_that_look_the_same_there_is_no_difference(measure, oost, amsterdam, take):
    early, late = START.replace(year=2000), END.replace(year=2001)
    for area, value in ((oost, 28), (amsterdam, "28.2")):
        measure(area, early, "2000", value)
        measure(area, late, "2001", value)
    drawn = chart_of(take(baseline=early, follow_up=late))
    assert {group.gap.text for group in drawn.groups} == {"geen verschil met Amsterdam"}


def test_without_comparator_there_is_no_gap(chart):
    drawn = chart(comparator=None)
    assert widths(drawn) == [["73.68%"], ["100.00%"]]
    assert [group.gap for group in drawn.groups] == [None, None]


def test_negative_values_go_the_other_way_from_zero(measure, oost, havo, report, take):
    balance = Indicator.objects.create(
        code="saldo",
        name="Saldo",
        short_name="Saldo",
        theme=havo.theme,
        unit="procentpunt",
        direction="higher",
        definition="Vooruit min achteruit.",
        source="Enquête",
    )
    measure(oost, START, "2006", -10, indicator=balance)
    measure(oost, END, "2012", 30, indicator=balance)
    drawn = charts.of_table(tables.of_snapshot(take(indicator=balance, comparator=None)))
    bars = [group.bars[0] for group in drawn.groups]
    assert drawn.zero == "25.00%"
    assert [(bar.x, bar.width) for bar in bars] == [("0.00%", "25.00%"), ("25.00%", "75.00%")]


def test_a_figure_of_zero_is_drawn_as_no_length(measure, oost, take):
    early, late = START.replace(year=2000), END.replace(year=2001)
    measure(oost, early, "2000", 0)
    measure(oost, late, "2001", 0)
    drawn = chart_of(take(baseline=early, follow_up=late, comparator=None))
    assert widths(drawn) == [["0.00%"], ["0.00%"]]


def chart_of(snapshot):
    return charts.of_table(tables.of_snapshot(snapshot))


def test_without_any_value_nothing_is_drawn(measure, oost, take):
    early, late = START.replace(year=2000), END.replace(year=2001)
    measure(oost, early, "2000", missing=MissingReason.SUPPRESSED)
    measure(oost, late, "2001", missing=MissingReason.SUPPRESSED)
    assert chart_of(take(baseline=early, follow_up=late, comparator=None)).groups == ()


def test_parts_of_a_chart_do_not_overlap(chart):
    drawn = chart()
    heights = []
    for group in drawn.groups:
        heights.append(group.title_y)
        for bar in group.bars:
            heights += [bar.label_y, bar.y]
        if group.gap:
            heights += [group.gap.y, group.gap.label_y]
    numbers = [float(height.removesuffix("em")) for height in [*heights, drawn.height]]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(numbers)


def test_a_provisional_figure_says_so_in_the_chart(measure, oost, take):
    measure(oost, END.replace(year=2014), "2014", 40, provisional=True)
    drawn = chart_of(take(follow_up=END.replace(year=2014), comparator=None))
    assert [group.title for group in drawn.groups] == [
        "oktober 2006 (voorlopig)",
        "2014 (voorlopig)",
    ]


def test_a_grid_is_drawn_by_area_with_its_first_and_last_period(measure, oost, amsterdam, havo):
    measure(amsterdam, END, "2012", 41)
    measure(oost, START, "2006", 28)
    measure(oost, START.replace(year=2009), "2009", 30)
    measure(oost, END, "2012", 38, provisional=True)
    drawn = chart_of_all(havo)
    assert [
        (group.title, [(bar.label, bar.text, bar.kind) for bar in group.bars])
        for group in drawn.groups
    ] == [
        ("Amsterdam", [("2012", "41%", "area")]),
        (
            "Oost (Amsterdam)",
            [("2006", "28%", "before"), ("2012 (voorlopig)", "38%", "area")],
        ),
    ]


def test_every_area_is_a_house(db):
    counts = tuple(
        ReportedCount(indicator=Indicator(), outcome=outcome, count=number)
        for outcome, number in ((Outcome.SMALLER, 24), (Outcome.LARGER, 0), (Outcome.SAME, 1))
    )
    drawn = houses.of_counts(Counted(Area(), counts, 40, Area.Kind.NEIGHBOURHOOD))
    assert [(row.number, row.label, row.kind, len(row.houses)) for row in drawn.rows] == [
        (24, "wijken: afstand kleiner", "smaller", 24),
        (0, "wijken: afstand groter", "larger", 0),
        (1, "wijk: vrijwel gelijk", "same", 1),
        (15, "wijken: niet geteld in het rapport", "uncounted", 15),
    ]


def test_twenty_houses_stand_in_a_row(db):
    count = ReportedCount(indicator=Indicator(), outcome=Outcome.SMALLER, count=21)
    (row,) = houses.of_counts(Counted(Area(), (count,), 21, "")).rows
    first, second, last_of_row, next_row = (row.houses[place] for place in (0, 1, 19, 20))
    assert [first[0], second[0], last_of_row[0], next_row[0]] == [
        "0.00%",
        "5.00%",
        "95.00%",
        "0.00%",
    ]
    assert first[1] == last_of_row[1]
    assert next_row[1] > first[1]


def test_why_a_figure_is_missing_stands_below_a_long_label(measure, amsterdam, oost, havo):
    measure(oost, START, "start van de wijkenaanpak", missing=MissingReason.NOT_REPORTED)
    measure(oost, END, "2012", missing=MissingReason.NOT_SURVEYED)
    measure(amsterdam, END, "2012", 41)
    _amsterdam, group = chart_of_all(havo).groups
    assert [bar.lines for bar in group.bars] == [
        ("start van de wijkenaanpak:", "niet genoemd in het rapport"),
        ("2012: niet onderzocht",),
    ]


def test_long_words_in_a_chart_move_what_is_below_them(measure, oost, havo):
    def top_of_bar(day, period):
        row = measure(oost, day, period, 28, provisional=True)
        ((bar,),) = [group.bars for group in chart_of_all(havo).groups]
        row.delete()
        return float(bar.y.removesuffix("em"))

    short = top_of_bar(START, "2006")
    long = top_of_bar(END, "laatste meting in het rapport van 2013")
    assert long - short == pytest.approx(1.3)


def test_a_long_outcome_moves_its_houses_down(db):
    short, long = houses.of_numbers(
        [
            (1, "wijk: afstand kleiner", "smaller"),
            (1, "wijk: vrijwel gelijk, of beter dan het gemiddelde", "same"),
        ]
    ).rows
    assert long.lines == ("wijk: vrijwel gelijk, of beter dan het", "gemiddelde")

    def air(row):
        return float(row.houses[0][1].removesuffix("em")) - float(row.label_y.removesuffix("em"))

    assert air(long) - air(short) == pytest.approx(1.3)
