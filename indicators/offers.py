"""What a new snapshot can hold: the deliveries, days and areas beside it that have figures."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from content.models import Area
from indicators import current, readings
from indicators.models import Dataset, Indicator, Measurement
from indicators.readings import Reading

# A snapshot holds two moments.
FEWEST = 2
# What stands in a form for the deliveries together, where others have their number.
TOGETHER = "samen"
# In the order in which an area is compared with them; its own municipality comes first of all.
FAR_TO_NEAR = (
    Area.Kind.COUNTRY,
    Area.Kind.GROUP,
    Area.Kind.MUNICIPALITY,
    Area.Kind.NEIGHBOURHOOD,
)


@dataclass(frozen=True)
class Offer:
    """What one delivery has of an indicator in an area, or what deliveries have together.

    `dataset` is None for those together. The measurements are in order of their day, and of one
    day what counts most comes last.
    """

    dataset: Dataset | None
    measurements: tuple[Reading, ...]

    @property
    def key(self):
        """Return what this offer is called in a form."""
        return str(self.dataset.pk) if self.dataset else TOGETHER

    @property
    def places(self):
        """Return where its figures stand: the day and the number of the delivery of each."""
        return {(found.period_date, found.dataset_id) for found in self.measurements}

    @property
    def is_enough(self):
        """Tell whether there are two moments to put beside each other."""
        return len({found.period_date for found in self.measurements}) >= FEWEST

    def on_days_of(self, places):
        """Return the measurements beside which an area is known too, one for each day.

        `places` are those of that area: what stands beside a figure is of the same delivery.
        """
        known = [
            found for found in self.measurements if (found.period_date, found.dataset_id) in places
        ]
        return list({found.period_date: found for found in known}.values())


def of_area(indicator, area):
    """Return what can be taken of an area, the best to take first (one query).

    That is the delivery with the newest figure; of two the later delivery, and an example last.
    What deliveries have together comes after those of which one is enough.
    """
    found = defaultdict(list)
    # The order of the measurements is that of the day and then of what counts most.
    rows = [
        readings.of(row) for row in current.measurements().filter(indicator=indicator, area=area)
    ]
    for row in rows:
        found[row.dataset].append(row)
    last_days = {dataset: rows[-1].period_date for dataset, rows in found.items()}
    order = sorted(found, key=lambda dataset: (last_days[dataset], *_weight(dataset)))
    alone = [Offer(dataset, tuple(found[dataset])) for dataset in reversed(order)]
    offers = [*alone, *_together(rows)]
    return [offer for offer in offers if offer.is_enough]


def beside(indicator, area, offer):
    """Return the areas that can stand beside an offer, each with its places (two queries)."""
    places = offer.places
    rows = Measurement.objects.filter(
        indicator=indicator,
        dataset__in={dataset for _day, dataset in places},
        period_date__in={day for day, _dataset in places},
    ).exclude(area=area)
    found = defaultdict(set)
    for number, *place in rows.order_by("area_id").values_list(
        "area_id", "period_date", "dataset_id"
    ):
        found[number].add(tuple(place))
    days = {number: {day for day, _dataset in known & places} for number, known in found.items()}
    areas = Area.objects.select_related("parent").in_bulk(
        number for number, known in days.items() if len(known) >= FEWEST
    )
    order = sorted(areas.values(), key=lambda other: _nearness(other, area))
    return {other: found[other.pk] for other in order}


def indicators_of(area):
    """Return the indicators of which a snapshot can be taken in an area (one query)."""
    rows = current.of_current_deliveries(Measurement.objects.filter(area=area))
    examples = Q(dataset__kind=Dataset.Kind.EXAMPLE)
    counted = (
        rows.order_by()
        .values("indicator")
        .annotate(
            real=Count("period_date", distinct=True, filter=~examples),
            invented=Count("period_date", distinct=True, filter=examples),
        )
    )
    enough = counted.filter(Q(real__gte=FEWEST) | Q(invented__gte=FEWEST)).values("indicator")
    return list(Indicator.objects.filter(pk__in=enough).order_by("short_name"))


def _together(rows):
    """Return what deliveries have together, invented figures apart from real ones; at most one."""
    for kind in (False, True):
        own = tuple(row for row in rows if (row.dataset.kind == Dataset.Kind.EXAMPLE) is kind)
        offer = Offer(None, own)
        if offer.is_enough and len({row.dataset_id for row in own}) > 1:
            return [offer]
    return []


def _weight(dataset):
    is_real = dataset.kind != Dataset.Kind.EXAMPLE
    day = dataset.retrieved_at
    return is_real, day is not None, day.toordinal() if day else 0, dataset.pk


def _nearness(other, area):
    return other.pk != area.parent_id, FAR_TO_NEAR.index(other.kind), other.full_name
