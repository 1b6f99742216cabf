"""Storing the readings of a file, all or nothing, a batch at a time.

The figures hang on a dataset that counts for nothing until the last one is in, so readers see
none or all of them, and no transaction keeps editors waiting for long.
"""

from itertools import islice

from django.db.models import OuterRef, Subquery

from content import rows
from indicators import current
from indicators.models import Dataset, Measurement

BATCH = 5000
COLUMNS = (
    *("indicator_id", "area_id", "period", "period_date"),
    *("value", "missing", "provisional", "locator"),
)


def store(readings, dataset, report=lambda line: None):
    """Store readings as measurements of an incoming dataset; return how many.

    `report` is called after every batch with the line that was reached.
    """
    count = 0
    readings = iter(readings)
    while batch := list(islice(readings, BATCH)):
        rows.insert(Measurement, COLUMNS, map(_row, batch), dataset=dataset.pk)
        count += len(batch)
        report(batch[-1].line)
    return count


def forget(dataset):
    """Remove the measurements of a dataset that never counted."""
    stored = Measurement.objects.filter(dataset=dataset)
    # Nobody was told of these, so nobody is told that they go, and none are read into memory.
    stored._raw_delete(stored.db)


def known(dataset):
    """Return a function that tells of which areas there is a figure, for an indicator and a day.

    Those count that other deliveries of sources gave, except the one that this supersedes.
    """
    others = _others(dataset)

    def areas(indicator, day):
        found = others.filter(indicator=indicator, period_date=day)
        return found.values_list("area", flat=True)

    return areas


def told_by(dataset):
    """Return the title of another delivery that counts and has a figure of this one, or None."""
    same = {name: OuterRef(name) for name in ("indicator", "area", "period_date")}
    found = _others(dataset).filter(**same).order_by().values("dataset__title")[:1]
    own = Measurement.objects.filter(dataset=dataset).order_by()
    return (
        own.annotate(told=Subquery(found))
        .filter(told__isnull=False)
        .values_list("told", flat=True)
        .first()
    )


def _others(dataset):
    others = Measurement.objects.filter(dataset__kind=Dataset.Kind.MEASURED)
    others = current.of_current_deliveries(others)
    return others.exclude(dataset=dataset.pk).exclude(dataset=dataset.supersedes_id)


def _row(reading):
    moment, figure = reading.moment, reading.figure
    return (
        reading.indicator.pk,
        reading.area.pk,
        moment.period,
        moment.date.isoformat(),
        figure.value,
        str(figure.missing),
        moment.provisional,
        f"regel {reading.line}",
    )
