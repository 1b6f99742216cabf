"""What pages of figures take beside the bare SQL that fetches the same figures.

python -m benchmarks.figures
"""

from datetime import date

from benchmarks import measuring, options, sites

DESCRIPTION = (
    "Ask for the explorer and the profile of an area, with 40 areas, 15 years and 20 indicators, "
    "beside the SQL that fetches the same figures; and for areas that resemble one of 15,000."
)
AREAS, CITIES, YEARS, INDICATORS = 40, 18, 15, 20
ALIKE = 15_000
REPEATS = 20
SELECT = (
    "SELECT a.code, a.name, p.name, m.period, m.period_date, m.value, m.missing, m.provisional, "
    "d.title, d.source, d.licence, d.status, d.boundary_year "
    "FROM indicators_measurement m JOIN content_area a ON a.id = m.area_id "
    "LEFT JOIN content_area p ON p.id = a.parent_id "
    "JOIN indicators_dataset d ON d.id = m.dataset_id "
)


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    sites.start(chosen.folder / "figures")
    group, area = _filled()
    print(f"{AREAS} areas, {YEARS} years, {INDICATORS} indicators; {chosen.rounds} rounds\n")
    asked = {
        "explorer, 40 areas": _explorer(group),
        "explorer as CSV, 40 areas": _explorer(group, ".csv"),
        "profile of an area, 20 indicators": _profile(area),
    }
    rows = [
        _row(f"{name}, {when}", *question, chosen.rounds, is_kept)
        for name, question in asked.items()
        for when, is_kept in (("kept", True), ("after a change", False))
    ]
    measuring.table(["", "page ms", "bare SQL ms", "ratio", "queries"], rows)
    measuring.table(["", "median ms", "p95 ms"], [_alike()])


def _filled():
    from django.db import transaction

    with transaction.atomic():
        return _fill()


def _fill():
    """Make the areas, indicators and figures, and return the group and one area of it."""
    from content.models import Area, Membership, Theme
    from indicators.models import Dataset, Indicator

    def area(code, kind, parent=None):
        return Area.objects.create(
            code=code, name=f"Gebied {code}", slug=code.lower(), kind=kind, parent=parent
        )

    cities = [area(f"GM{n:04d}", Area.Kind.MUNICIPALITY) for n in range(CITIES)]
    group = area("W40", Area.Kind.GROUP)
    members = [
        area(f"WK{n:04d}", Area.Kind.NEIGHBOURHOOD, cities[n % CITIES]) for n in range(AREAS)
    ]
    Membership.objects.bulk_create(Membership(group=group, member=each) for each in members)
    theme = Theme.objects.create(label="Thema", slug="thema")
    indicators = [
        Indicator.objects.create(
            code=f"i{n}", name=f"Cijfer {n}", short_name=f"Cijfer {n}", theme=theme, unit="%",
            decimals=1, direction="lower", definition="Wat dit telt.", source="Bron",
        )
        for n in range(INDICATORS)
    ]  # fmt: skip
    dataset = Dataset.objects.create(
        title="Levering", source="Bron", licence="CC BY 4.0", kind="measured"
    )
    _measure(indicators, [*cities, *members], dataset)
    return group, members[0]


def _measure(indicators, areas, dataset):
    from indicators.models import Measurement

    Measurement.objects.bulk_create(
        (
            Measurement(
                indicator=indicator, area=area, dataset=dataset, period=str(year),
                period_date=date(year, 1, 1), value=(area.pk * 7 + year * 3) % 40,
            )
            for indicator in indicators
            for area in areas
            for year in range(2006, 2006 + YEARS)
        ),
        batch_size=5000,
    )  # fmt: skip


def _explorer(group, form=""):
    address = f"/indicatoren/verkennen{form}?indicator=i3&groep={group.code}"
    bare = SELECT + (
        "JOIN indicators_indicator i ON i.id = m.indicator_id WHERE i.code = 'i3' "
        "AND d.status <> 'withdrawn' AND (a.id IN (SELECT member_id FROM content_membership "
        "WHERE group_id = %s) OR a.kind = 'municipality') ORDER BY m.period_date"
    )
    return address, bare, [group.pk]


def _profile(area):
    bare = SELECT + (
        "WHERE d.status <> 'withdrawn' AND (a.id = %s OR a.id = %s) ORDER BY m.period_date"
    )
    return area.get_absolute_url(), bare, [area.pk, area.parent_id]


def _row(name, address, bare, parameters, rounds, is_kept):
    from django.core.cache import caches
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    kept = caches["figures"]
    client.get(address)
    if not is_kept:
        kept.clear()
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
        asked = len(queries)

    def page(_turn):
        if not is_kept:
            kept.clear()
        client.get(address).getvalue()

    def sql(_turn):
        with connection.cursor() as cursor:
            cursor.execute(bare, parameters)
            assert cursor.fetchall()

    times = measuring.interleaved({"page": page, "sql": sql}, range(REPEATS), rounds)
    whole, _median = measuring.ratio(times, "page", "sql")
    each = [measuring.milliseconds(measuring.percentile(found, 0.5)) for found in times.values()]
    return [name, *each, f"{whole:.1f}", asked]


def _alike():
    import numpy as np

    from indicators.similarity import Table

    random = np.random.default_rng(1)
    values = random.normal(size=(ALIKE, INDICATORS))
    values[random.random(values.shape) < 0.1] = np.nan
    codes = [str(number) for number in range(ALIKE)]
    table = Table(codes, [str(number) for number in range(INDICATORS)], values)
    times = [measuring.timed(table.like, code) for code in codes[:100]]
    told = [measuring.milliseconds(measuring.percentile(times, part)) for part in (0.5, 0.95)]
    return [f"like one of {ALIKE} areas, {INDICATORS} indicators", *told]


if __name__ == "__main__":
    main()
