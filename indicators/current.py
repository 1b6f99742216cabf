"""The figures that count, and of those what may be shown.

Withdrawn and superseded deliveries are left out. A value that counts so few people that it may
tell who they are is not shown, whenever its indicator was given a smallest group.
"""

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When

from content.models import Area
from indicators.models import FEW_PEOPLE, Dataset, Measurement, MissingReason, ReportedOutcome

# Of two deliveries the newer comes last.
NEWER_LAST = (F("dataset__retrieved_at").asc(nulls_first=True), "dataset_id")


def deliveries():
    """Return the deliveries that count."""
    later = Dataset.objects.filter(supersedes=OuterRef("pk"))
    later = later.exclude(status__in=Dataset.COUNT_FOR_NOTHING)
    counting = Dataset.objects.exclude(status__in=Dataset.COUNT_FOR_NOTHING)
    return counting.filter(~Exists(later))


def measurements():
    """Return the measurements that count, with what may be shown of them.

    Of two for one area and day the last counts: a real one above an example, then the newer.
    """
    is_real = Case(When(dataset__kind=Dataset.Kind.EXAMPLE, then=0), default=1)
    return (
        as_shown(of_current_deliveries(Measurement.objects.all()))
        .select_related("dataset", "area__parent")
        .order_by("period_date", is_real, *NEWER_LAST)
    )


def as_shown(rows):
    """Give measurements `shown` and `why_not`: the value, or the reason why there is none to see.

    What is shown to anybody is read from these, and not from `value` and `missing`, which are
    what the delivery said.
    """
    return rows.annotate(
        shown=Case(When(FEW_PEOPLE, then=None), default=F("value")),
        why_not=Case(
            When(FEW_PEOPLE, then=Value(MissingReason.SUPPRESSED.value)), default=F("missing")
        ),
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
