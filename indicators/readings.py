"""Measurements as pages show them, without a database object for each: a table has a thousand."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from content.models import Area
from indicators.models import Dataset, Figure

COLUMNS = (
    "indicator_id", "area_id", "dataset_id", "period", "period_date",
    "value", "missing", "provisional",
)  # fmt: skip


class Reading(NamedTuple):
    """What a measurement says, with its area and its delivery; named as in the measurement."""

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
        """Return the value, or None when it is missing."""
        return self.figure.value


class Reader:
    """Reads measurements, and each of their areas and deliveries once.

    `areas` are those at hand, with their parents.
    """

    def __init__(self, areas: Iterable[Area] = ()):
        self.areas = {area.pk: area for area in areas}
        self._datasets = {}

    def read(self, rows):
        """Return measurements as readings (three queries at most, for any number of them)."""
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
