"""Measurements as pages show them, without a database object for each: a table has a thousand."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from content.models import Area
from indicators.models import Dataset, Figure

COLUMNS = (
    "indicator_id", "area_id", "dataset_id", "period", "period_date",
    "shown", "why_not", "provisional",
)  # fmt: skip


class Reading(NamedTuple):
    """What may be shown of a measurement, with its area and its delivery; named as in there."""

    indicator_id: int
    area_id: int
    area: Area
    dataset_id: int
    dataset: Dataset
    period: str
    period_date: date
    figure: Figure
    is_provisional: bool

    @property
    def value(self) -> Decimal | None:
        """Return the value, or None when there is none to show."""
        return self.figure.value


def of(row):
    """Return one measurement of `current.as_shown` as a reading, its area and delivery at hand."""
    return Reading(
        row.indicator_id, row.area_id, row.area, row.dataset_id, row.dataset, row.period,
        row.period_date, Figure(row.shown, row.why_not), row.is_provisional,
    )  # fmt: skip


class Reader:
    """Reads measurements, and each of their areas and deliveries once.

    `areas` are those at hand, with their parents.
    """

    def __init__(self, areas: Iterable[Area] = ()):
        self.areas = {area.pk: area for area in areas}
        self._datasets = {}

    def read(self, rows):
        """Return measurements as readings (three queries at most, for any number of them).

        They come with what may be shown of them: see `indicators.current`.
        """
        found = list(rows.select_related(None).values_list(*COLUMNS))
        self._learn({row[1] for row in found}, {row[2] for row in found})
        areas, datasets = self.areas, self._datasets
        provisional = {
            number
            for number, dataset in datasets.items()
            if dataset.status == Dataset.Status.PROVISIONAL
        }
        return [
            Reading(
                indicator, area, areas[area], dataset, datasets[dataset], period, day,
                Figure(value, missing), is_provisional or dataset in provisional,
            )
            for indicator, area, dataset, period, day, value, missing, is_provisional in found
        ]  # fmt: skip

    def _learn(self, areas, datasets):
        absent = areas - self.areas.keys()
        self.areas |= Area.objects.select_related("parent").in_bulk(absent)
        self._datasets |= Dataset.objects.in_bulk(datasets - self._datasets.keys())
