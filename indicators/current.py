"""The figures that count: withdrawn and superseded deliveries left out."""

from django.db.models import Case, Exists, F, OuterRef, Q, When

from content.models import Area
from indicators.models import Dataset, Measurement, ReportedOutcome

# Of two deliveries the newer comes last.
NEWER_LAST = (F("dataset__retrieved_at").asc(nulls_first=True), "dataset_id")


def deliveries():
    """Return the deliveries that count."""
    later = Dataset.objects.filter(supersedes=OuterRef("pk"))
    later = later.exclude(status__in=Dataset.COUNT_FOR_NOTHING)
    counting = Dataset.objects.exclude(status__in=Dataset.COUNT_FOR_NOTHING)
    return counting.filter(~Exists(later))


def measurements():
    """Return the measurements that count.

    Of two for one area and day the last counts: a real one above an example, then the newer.
    """
    is_real = Case(When(dataset__kind=Dataset.Kind.EXAMPLE, then=0), default=1)
    return (
        of_current_deliveries(Measurement.objects.all())
        .select_related("dataset", "area__parent")
        .order_by("period_date", is_real, *NEWER_LAST)
    )


def these_and_countries(numbers):
    """Return areas by their number, and every country, to look for their measurements.

    As a list of its own, so that a database looks those up in the index by area: asked for "one
    of these, or a country" it reads through all measurements of an indicator.
    """
    return Area.objects.filter(Q(pk__in=numbers) | Q(kind=Area.Kind.COUNTRY))


def outcomes():
    """Return what reports say of areas they name, as far as it still counts."""
    return (
        of_current_deliveries(ReportedOutcome.objects.all())
        .select_related("indicator__theme", "area__parent", "dataset")
        .order_by("area__kind", "area__name", "dataset_id")
    )


def of_current_deliveries(rows):
    """Leave out rows of deliveries that were withdrawn, are superseded or not loaded yet."""
    later = Dataset.objects.filter(supersedes=OuterRef("dataset"))
    later = later.exclude(status__in=Dataset.COUNT_FOR_NOTHING)
    rows = rows.exclude(dataset__status__in=Dataset.COUNT_FOR_NOTHING)
    return rows.filter(~Exists(later))
