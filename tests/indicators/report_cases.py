"""Figures of the 40 neighbourhoods, made so that they give the counts of the report of 2013."""

import csv
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from content.models import Area
from indicators.models import Measurement, MissingReason, Outcome
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)

START, END = date(2007, 1, 1), date(2012, 1, 1)
AREAS = Path(__file__).parents[2] / "cms/demo/content/areas.csv"
SMALLER, LARGER, SAME = Outcome.SMALLER, Outcome.LARGER, Outcome.SAME
AT_OR_BETTER, NO_STATEMENT = Outcome.AT_OR_BETTER, Outcome.NO_STATEMENT
# How far behind, in margins, an area of each outcome was and is. None: too few people.
LAGS = {
    SMALLER: ("10", "6"),
    LARGER: ("6", "10"),
    SAME: ("8", "8.5"),
    AT_OR_BETTER: ("4", "-2"),
    NO_STATEMENT: ("4", None),
}


@dataclass(frozen=True)
class Case:
    """A row of the report: the counts by outcome, and the areas that it names."""

    name: str
    direction: str
    unit: str
    margin: str
    average: int
    counts: dict
    named: dict = field(default_factory=dict)

    def __str__(self):
        return self.name


CASES = [
    Case("koopprijs", "higher", "€", "1000", 217_400, {LARGER: 23, SMALLER: 12, SAME: 4,
         AT_OR_BETTER: 1}, {"Nieuwland": AT_OR_BETTER}),
    Case("sociale huur", "lower", "%", "0.5", 41, {SMALLER: 24, SAME: 10, LARGER: 6},
         {"Transvaal": SMALLER, "Doornakkers": SMALLER}),
    Case("leefbaarheid", "higher", "", "0.1", 4, {SMALLER: 36, LARGER: 2, SAME: 1,
         AT_OR_BETTER: 1}, {"Overschie": LARGER, "Vreewijk": LARGER, "Overvecht": SAME,
         "Bergpolder": AT_OR_BETTER}),
    Case("havo en vwo", "higher", "%", "0.5", 41, {SMALLER: 19, LARGER: 12, SAME: 6,
         NO_STATEMENT: 3}, {"Amsterdam Oost": SMALLER}),
    Case("vsv", "lower", "%", "0.1", 4, {SMALLER: 15, LARGER: 22, SAME: 3},
         {"Rivierenwijk": SMALLER}),
    Case("nww", "lower", "%", "0.5", 6, {SMALLER: 34, LARGER: 4, SAME: 1, AT_OR_BETTER: 1},
         {"Overvecht": SMALLER}),
    Case("ww", "lower", "%", "0.1", 3, {SMALLER: 16, LARGER: 17, SAME: 4, AT_OR_BETTER: 3}),
    Case("inkomen uit werk", "higher", "%", "0.5", 67, {SMALLER: 18, LARGER: 12, SAME: 10},
         {"Velve-Lindenhof": SMALLER}),
    Case("lage inkomens", "lower", "%", "0.5", 20, {SMALLER: 17, LARGER: 13, SAME: 10},
         {"Bos en Lommer": SMALLER}),
    Case("medicijnen", "lower", "", "0.5", 20, {SMALLER: 21, LARGER: 11, SAME: 5,
         AT_OR_BETTER: 3}, {"De Kruiskamp": SMALLER}),
    Case("pasgeborenen", "lower", "%", "0.5", 16, {SMALLER: 12, LARGER: 8, SAME: 1,
         NO_STATEMENT: 19}),
]  # fmt: skip


def forty_areas():
    """Make the 40 neighbourhoods in their municipalities and return the group."""
    cities, areas = {}, []
    with AREAS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            known = {"code": row["code"], "name": row["name"], "slug": row["slug"]}
            if row["kind"] == Area.Kind.MUNICIPALITY:
                cities[row["code"]] = known
            elif row["code"].startswith("AW"):
                areas.append(known | {"parent": row["parent"]})
    made = {code: MunicipalityFactory(**cities[code]) for code in {a["parent"] for a in areas}}
    members = [NeighbourhoodFactory(**a | {"parent": made[a["parent"]]}) for a in areas]
    return GroupFactory(code="W40", name="40 wijken", members=members)


def rows_of(case, names):
    """Return a row per area as a spreadsheet has it: name, outcome, and both lags in margins."""
    left = dict(case.counts)
    for outcome in case.named.values():
        left[outcome] -= 1
    others = iter([outcome for outcome, number in left.items() for _time in range(number)])
    rows = []
    for name in names:
        outcome = case.named.get(name) or next(others)
        before, after = LAGS[outcome]
        rows.append((name, outcome, before, "2" if name in case.named and after == "6" else after))
    return rows


def fill(case, group):
    """Store the measurements of a case and return its indicator and its rows by name."""
    indicator = IndicatorFactory(
        name=case.name, direction=case.direction, unit=case.unit, decimals=1,
        tolerance=Decimal(case.margin),
    )  # fmt: skip
    dataset = DatasetFactory()
    members = [each.member for each in group.memberships.select_related("member__parent")]
    rows = rows_of(case, [member.name for member in members])
    side = -1 if case.direction == "higher" else 1
    places, stored = {member.name: member for member in members}, []

    def store(area, day, value):
        about = {"indicator": indicator, "dataset": dataset, "area": area}
        missing = MissingReason.SUPPRESSED if value is None else ""
        when = {"period": str(day.year), "period_date": day}
        stored.append(Measurement(**about, **when, value=value, missing=missing))

    for city in {member.parent for member in members}:
        store(city, START, case.average)
        store(city, END, case.average + Decimal(case.margin))
    for name, _outcome, *lags in rows:
        for day, lag, average in zip((START, END), lags, (0, 1), strict=True):
            middle = case.average + average * Decimal(case.margin)
            value = None if lag is None else middle + side * Decimal(lag) * Decimal(case.margin)
            store(places[name], day, value)
    Measurement.objects.bulk_create(stored)
    return indicator, rows
