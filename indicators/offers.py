"""What a new snapshot can hold: the deliveries, days and areas beside it that have figures."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from content.models import Area
from indicators import current, readings
from indicators.models import Dataset, Indicator, Measurement
from indicators.readings import Reading

# A snapshot holds two moments.
FEWEST = 2
# In the order in which an area is compared with them; its own municipality comes first of all.
FAR_TO_NEAR = (
    Area.Kind.COUNTRY,
    Area.Kind.GROUP,
    Area.Kind.MUNICIPALITY,
    Area.Kind.NEIGHBOURHOOD,
)


@dataclass(frozen=True)
class Offer:
    """What one delivery has of an indicator in an area: the measurements, the first day first."""

    dataset: Dataset
    measurements: tuple[Reading, ...]

    @property
    def is_enough(self):
        """Tell whether there are two moments to put beside each other."""
        return len(self.measurements) >= FEWEST

    def on_days_of(self, days):
        """Return the measurements of the days on which an area beside it is known too."""
        return [found for found in self.measurements if found.period_date in days]


def of_area(indicator, area):
    """Return what the deliveries that count have of an area, the best to take first (one query).

    That is the one with the newest figure; of two the later delivery, and an example last.
    """
    found = defaultdict(list)
    # The order of the measurements is that of the day and then of what counts most.
    for row in current.measurements().filter(indicator=indicator, area=area):
        found[row.dataset].append(readings.of(row))
    last_days = {dataset: rows[-1].period_date for dataset, rows in found.items()}
    order = sorted(found, key=lambda dataset: (last_days[dataset], *_weight(dataset)))
    return [Offer(dataset, tuple(found[dataset])) for dataset in reversed(order)]


def beside(indicator, area, offer):
    """Return the areas that can stand beside an offer, each with its days (two queries)."""
    days = {row.period_date for row in offer.measurements}
    rows = Measurement.objects.filter(
        indicator=indicator, dataset=offer.dataset, period_date__in=days
    ).exclude(area=area)
    found = defaultdict(set)
    for number, day in rows.order_by("area_id").values_list("area_id", "period_date"):
        found[number].add(day)
    areas = Area.objects.select_related("parent").in_bulk(
        number for number, known in found.items() if len(known) >= FEWEST
    )
    order = sorted(areas.values(), key=lambda other: _nearness(other, area))
    return {other: found[other.pk] for other in order}


def indicators_of(area):
    """Return the indicators of which a snapshot can be taken in an area (one query)."""
    rows = current.of_current_deliveries(Measurement.objects.filter(area=area))
    counted = rows.order_by().values("indicator", "dataset").annotate(days=Count("pk"))
    enough = counted.filter(days__gte=FEWEST).values("indicator")
    return list(Indicator.objects.filter(pk__in=enough).order_by("short_name"))


def _weight(dataset):
    is_real = dataset.kind != Dataset.Kind.EXAMPLE
    day = dataset.retrieved_at
    return is_real, day is not None, day.toordinal() if day else 0, dataset.pk


def _nearness(other, area):
    return other.pk != area.parent_id, FAR_TO_NEAR.index(other.kind), other.full_name
