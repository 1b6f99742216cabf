"""What became of the distance to an average in every area of a group."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from content.models import AreaCode, Membership
from indicators import analysis, telling
from indicators.models import Dataset, Measurement, MissingReason, Outcome
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.indicators.report_cases import CASES, END, START, fill, forty_areas

pytestmark = pytest.mark.django_db


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def group():
    return forty_areas()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_figures_give_the_counts_of_the_report(case, group):
    indicator, rows = fill(case, group)
    found = analysis.of_group(indicator, group)
    counts = {count.outcome: count.count for count in found.counted.counts}
    assert counts == case.counts
    assert {course.area.name: course.outcome for course in found.courses} == {
        name: outcome for name, outcome, *_lags in rows
    }
    for name, outcome in case.named.items():
        assert (name, outcome) in {(c.area.name, c.outcome) for c in found.courses}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_plain_recomputation_counts_the_same(case, group):
    indicator, _rows = fill(case, group)
    assert Counter(c.outcome for c in analysis.of_group(indicator, group).courses) == recomputed(
        indicator
    )


def recomputed(indicator):
    """Count the outcomes as a spreadsheet would: from the stored values, cell by cell."""
    values = {
        (code, day): value
        for code, day, value in Measurement.objects.filter(indicator=indicator).values_list(
            "area__code", "period_date", "value"
        )
    }
    counts = Counter()
    for membership in Membership.objects.select_related("member__parent"):
        area, city = membership.member.code, membership.member.parent.code
        cells = [values[place, day] for day in (START, END) for place in (area, city)]
        if None in cells:
            counts["no-statement"] += 1
            continue
        sign = 1 if indicator.direction == "lower" else -1
        before, after = sign * (cells[0] - cells[1]), sign * (cells[2] - cells[3])
        if after <= indicator.tolerance:
            counts["at-or-better"] += 1
        elif after - before > indicator.tolerance:
            counts["larger"] += 1
        elif before - after > indicator.tolerance:
            counts["smaller"] += 1
        else:
            counts["same"] += 1
    return counts


def test_the_house_prices_in_the_words_of_the_report(group):
    indicator, _rows = fill(CASES[0], group)
    found = analysis.of_group(indicator, group)
    assert telling.told(found)[0] == (
        "In 23 wijken werd de afstand tot het stedelijk gemiddelde groter, in 12 kleiner, "
        "in 4 bleef die vrijwel gelijk; 1 wijk ligt op of boven het gemiddelde."
    )
    assert [plain(note) for note in telling.notes(found)] == [
        "Verschilt de afstand niet meer dan € 1.000,0, dan heet die vrijwel gelijk. "
        "Wie op het eind hooguit zo veel achterligt, telt als op het gemiddelde."
    ]


def test_who_came_closest_is_named_and_those_that_tie_together(group):
    indicator, _rows = fill(CASES[1], group)
    assert plain(telling.told(analysis.of_group(indicator, group))[1]) == (
        "De afstand nam het meest af in Doornakkers (Eindhoven) en Transvaal (Den Haag), "
        "elk met 4,0 procentpunt."
    )


def test_forty_areas_cost_six_queries(group, django_assert_num_queries):
    indicator, _rows = fill(CASES[0], group)
    with django_assert_num_queries(6):
        assert len(analysis.of_group(indicator, group).courses) == 40


@pytest.fixture
def utrecht():
    return MunicipalityFactory(name="Utrecht", code="GM0344")


@pytest.fixture
def overvecht(utrecht):
    return NeighbourhoodFactory(name="Overvecht", parent=utrecht)


@pytest.fixture
def unemployed():
    return IndicatorFactory(name="Werkzoekenden", direction="lower", tolerance=Decimal("0.5"))


@pytest.fixture
def measure(unemployed):
    """Return a function that stores values of an area by year: `measure(overvecht, {2007: 9})`."""
    delivery = DatasetFactory()

    def store(area, values, **fields):
        for year, value in values.items():
            MeasurementFactory(
                **{"indicator": unemployed, "dataset": delivery} | fields,
                area=area, period_date=date(year, 1, 1),
                value=value, missing="" if value is not None else MissingReason.SUPPRESSED,
            )  # fmt: skip

    return store


def of(indicator, *areas, **chosen):
    return analysis.of_group(indicator, GroupFactory(members=areas), **chosen)


def test_an_area_already_better_than_the_average_never_lags(
    measure, unemployed, overvecht, utrecht
):
    measure(overvecht, {2007: 3, 2013: 5})
    measure(utrecht, {2007: 6, 2013: 6})
    (course,) = of(unemployed, overvecht).courses
    assert course.outcome == Outcome.AT_OR_BETTER
    assert course.lags == (-3, -1)


def test_a_suppressed_figure_gives_no_statement_but_its_reason(
    measure, unemployed, overvecht, utrecht
):
    measure(overvecht, {2007: 9, 2013: None})
    measure(utrecht, {2007: 6, 2013: 6})
    chosen = {"baseline": date(2007, 1, 1), "follow_up": date(2013, 1, 1)}
    (course,) = of(unemployed, overvecht, **chosen).courses
    assert course.outcome == Outcome.NO_STATEMENT
    assert course.reason == "te weinig mensen om iets over te zeggen"


def test_so_few_people_that_they_may_be_known_are_not_shown(measure, unemployed, overvecht):
    unemployed.unit, unemployed.minimum_group = "personen", 10
    unemployed.save()
    measure(overvecht, {2007: 40, 2013: 4})
    chosen = {"baseline": date(2007, 1, 1), "follow_up": date(2013, 1, 1)}
    (course,) = of(unemployed, overvecht, **chosen).courses
    assert (course.before.figure.value, course.after.figure.value) == (40, None)
    assert course.after.figure.missing == MissingReason.SUPPRESSED


def test_first_and_last_day_on_which_both_are_known_are_compared(
    measure, unemployed, overvecht, utrecht
):
    measure(overvecht, {2005: 12, 2007: 9, 2010: 8, 2013: 7, 2014: None})
    measure(utrecht, {2007: 6, 2010: 6, 2013: 6, 2014: 6})
    found = of(unemployed, overvecht)
    assert (found.baseline, found.follow_up) == (date(2007, 1, 1), date(2013, 1, 1))
    assert found.labels == ("2007", "2013")
    chosen = of(unemployed, overvecht, baseline=date(2010, 1, 1))
    assert chosen.courses[0].lags == (2, 1)


def test_a_group_can_be_what_all_are_compared_with(measure, unemployed, overvecht, utrecht):
    g18 = GroupFactory(name="G18", members=[utrecht])
    measure(overvecht, {2007: 9, 2013: 7})
    measure(g18, {2007: 5, 2013: 4})
    found = of(unemployed, overvecht, comparator=g18)
    assert found.courses[0].lags == (4, 3)
    assert [plain(sentence) for sentence in telling.told(found)] == [
        "Het aandeel daalde van 9% (2007) naar 7% (2013). Dat is een verbetering. "
        "De afstand tot de G18 werd kleiner: van 4 naar 3 procentpunt."
    ]


def test_only_who_belonged_to_the_group_in_those_years_counts(
    measure, unemployed, overvecht, utrecht
):
    group = GroupFactory(name="Groep")
    zuilen, ondiep = (NeighbourhoodFactory(name=n, parent=utrecht) for n in ("Zuilen", "Ondiep"))
    years = {overvecht: (2007, None), zuilen: (2014, None), ondiep: (2007, 2011)}
    for area, (first, last) in years.items():
        Membership.objects.create(group=group, member=area, first_year=first, last_year=last)
        measure(area, {2006: 9, 2013: 7})
    measure(utrecht, {2006: 6, 2013: 6})
    found = analysis.of_group(unemployed, group)
    assert [course.area.name for course in found.courses] == ["Ondiep", "Overvecht"]
    assert telling.notes(found)[-1] == "Ondiep (Utrecht) hoorde in 2013 niet meer bij de groep."
    of_2006 = analysis.of_group(unemployed, group, follow_up=date(2006, 1, 1))
    assert [course.area.name for course in of_2006.courses] == []


def test_other_borders_are_told(measure, unemployed, overvecht, utrecht):
    for code, first, last in (("WK034401", 2007, 2012), ("WK034411", 2013, 2022)):
        AreaCode.objects.create(area=overvecht, code=code, first_year=first, last_year=last)
    for year, value, average in ((2007, 9, 6), (2013, 7, 6)):
        delivery = DatasetFactory(boundary_year=year)
        measure(overvecht, {year: value}, dataset=delivery)
        measure(utrecht, {year: average}, dataset=delivery)
    found = of(unemployed, overvecht)
    assert found.courses[0].borders == (overvecht,)
    assert telling.notes(found)[-1] == (
        "Let op: de grenzen van Overvecht (Utrecht) veranderden tussen 2007 en 2013. "
        "Het verschil kan daardoor komen."
    )


def test_provisional_figures_are_told_also_those_of_the_average(
    measure, unemployed, overvecht, utrecht
):
    measure(overvecht, {2007: 9, 2013: 7})
    measure(utrecht, {2007: 6, 2013: 6}, dataset=DatasetFactory(status=Dataset.Status.PROVISIONAL))
    found = of(unemployed, overvecht)
    assert found.courses[0].is_provisional
    assert telling.notes(found)[-1] == (
        "Er zijn voorlopige cijfers bij, die nog kunnen veranderen: van Overvecht (Utrecht)."
    )


def test_one_period_compares_nothing(measure, unemployed, overvecht, utrecht):
    measure(overvecht, {2007: 9})
    measure(utrecht, {2007: Decimal("6.5")})
    assert telling.told(of(unemployed, overvecht)) == [
        "Over de afstand tot het gemiddelde is hier niets te zeggen: het cijfer van de gebieden en "
        "het gemiddelde zijn van één periode bekend (2007)."
    ]
