"""Loads the indicators, the figures of the report and the snapshots that pages show."""

from datetime import date

from content.models import Area
from indicators.domain import take_snapshot
from indicators.models import (
    Dataset,
    Indicator,
    Measurement,
    MissingReason,
    ReportedCount,
    ReportedOutcome,
)

OF_A_MEASUREMENT = ("indicator", "area", "dataset", "period_date")
OF_A_REPORT = ("indicator", "area", "dataset")
# How well the borders of the CBS fit those of an area.
FITS = {
    "whole": "dezelfde grenzen",
    "good": "grenzen passen goed",
    "fair": "grenzen passen redelijk",
    "coarse": "grenzen zijn veel ruimer",
}


def load(store):
    """Create or refresh every figure and take the snapshots."""
    with store.content.blaming("indicators.toml"):
        for position, (code, data) in enumerate(store.content.table("indicators").items()):
            data["position"] = position
            store.references.add(store.put(Indicator, {"code": code}, data))
    with store.content.blaming("datasets.toml"):
        for name, data in store.content.table("datasets").items():
            title = data.pop("title")
            store.references.add(store.put(Dataset, {"title": title}, data), name)
    _rows(store, "measurements", "measurements", Measurement, OF_A_MEASUREMENT)
    _rows(store, "reported", "counts", ReportedCount, (*OF_A_REPORT, "outcome"))
    _rows(store, "reported", "outcomes", ReportedOutcome, OF_A_REPORT)
    with store.content.blaming("cbs.csv"):
        _cbs(store, [_of_the_cbs(store, row) for row in store.content.rows("cbs")])
    with store.content.blaming("snapshots.toml"):
        for name, data in store.content.table("snapshots").items():
            store.references.add(_snapshot(data, store.references), name)


def _rows(store, table, part, model, identity):
    with store.content.blaming(f"{table}.toml"):
        for row in store.content.table(table)[part]:
            key = {name: row.pop(name) for name in identity}
            store.put(model, key, row)


def _cbs(store, rows):
    """Store the figures of the CBS, the new ones together: one by one takes half a minute."""
    datasets = {row.dataset_id: row.dataset for row in rows}
    stored = Measurement.objects.filter(dataset__in=datasets)
    known = {_identity(row): row for row in stored}
    absent = []
    for row in rows:
        if found := known.get(_identity(row)):
            store.refresh(row, found)
        else:
            absent.append(row)
    Measurement.objects.bulk_create(absent)
    store.created += len(absent)
    # No signal tells of what is stored together, so each delivery that grew tells of itself.
    for number in {row.dataset_id for row in absent}:
        datasets[number].save()


def _identity(row):
    return row.indicator_id, row.area_id, row.dataset_id, row.period_date


def _of_the_cbs(store, row):
    """Return a figure of the CBS, or why there is none: the year is that of its dataset."""
    codes, fit, value = (row.pop(name) for name in ("codes", "fit", "value"))
    year = store.references.get(Dataset, row["dataset"]).boundary_year
    figure = {"value": value} if value else {"missing": MissingReason.OTHER_BORDERS}
    return store.fresh(
        Measurement,
        row | {"period_date": date(year, 12, 31)},
        figure | {"period": str(year), "locator": f"{codes}; {FITS[fit]}"},
    )


def _snapshot(data, references):
    comparator, before = data.get("comparator"), data.get("baseline_dataset")
    return take_snapshot(
        indicator=references.get(Indicator, data["indicator"]),
        area=references.get(Area, data["area"]),
        comparator=references.get(Area, comparator) if comparator else None,
        baseline=data["baseline"],
        follow_up=data["follow_up"],
        dataset=references.get(Dataset, data["dataset"]),
        baseline_dataset=references.get(Dataset, before) if before else None,
        caveat=data.get("caveat", ""),
    )
