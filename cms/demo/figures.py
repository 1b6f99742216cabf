"""Loads the indicators, the figures of the report and the snapshots that pages show."""

from django.db import transaction

from cms.demo import reading
from content.models import Area, Organisation, Theme
from indicators import domain
from indicators.models import Dataset, Indicator, Measurement, ReportedCount, ReportedOutcome


@transaction.atomic
def load(references):
    """Create or refresh every figure and take the snapshots."""
    for position, (code, data) in enumerate(reading.table("indicators").items()):
        Indicator.objects.update_or_create(
            code=code, defaults=_indicator(data, references) | {"position": position}
        )
    for data in reading.table("datasets").values():
        Dataset.objects.update_or_create(title=data["title"], defaults=data)
    datasets = _datasets()
    for data in reading.table("measurements")["measurements"]:
        _measurement(data, references, datasets)
    reported = reading.table("reported")
    for data in reported["counts"]:
        _reported(ReportedCount, data, references, datasets, ("outcome",))
    for data in reported["outcomes"]:
        _reported(ReportedOutcome, data, references, datasets, ())
    for key, data in reading.table("snapshots").items():
        references.snapshots[key] = _snapshot(data, references, datasets)


def _indicator(data, references):
    fields = dict(data)
    fields["theme"] = references.get(Theme, data["theme"])
    if "publisher" in data:
        fields["publisher"] = references.get(Organisation, data["publisher"])
    return fields


def _datasets():
    by_title = {dataset.title: dataset for dataset in Dataset.objects.all()}
    return {key: by_title[data["title"]] for key, data in reading.table("datasets").items()}


def _measurement(data, references, datasets):
    Measurement.objects.update_or_create(
        indicator=references.get(Indicator, data["indicator"]),
        area=references.get(Area, data["area"]),
        dataset=datasets[data["dataset"]],
        period_date=data["period_date"],
        defaults={
            name: data[name]
            for name in ("period", "value", "missing", "provisional", "locator")
            if name in data
        },
    )


def _reported(model, data, references, datasets, extra_keys):
    key = {
        "indicator": references.get(Indicator, data["indicator"]),
        "area": references.get(Area, data["area"]),
        "dataset": datasets[data["dataset"]],
    } | {name: data[name] for name in extra_keys}
    fields = {name: value for name, value in data.items() if name not in key}
    model.objects.update_or_create(**key, defaults=fields)


def _snapshot(data, references, datasets):
    comparator = data.get("comparator")
    return domain.take_snapshot(
        indicator=references.get(Indicator, data["indicator"]),
        area=references.get(Area, data["area"]),
        comparator=references.get(Area, comparator) if comparator else None,
        baseline=data["baseline"],
        follow_up=data["follow_up"],
        dataset=datasets[data["dataset"]],
        caveat=data.get("caveat", ""),
    )
