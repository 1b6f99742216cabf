"""Notes every change of a single measurement, and tells whether any figure changed since."""

from django.db.models import Count, Max
from django.db.models.signals import post_delete, post_save

from indicators.models import Correction, Dataset, Measurement


def connect():
    """Listen to measurements that are saved or removed one by one."""
    for signal in (post_save, post_delete):
        signal.connect(_note, sender=Measurement, dispatch_uid="indicators.corrections")


def stamp():
    """Return what changes when any figure comes, goes or is corrected (two queries).

    A file adds its figures to a delivery that does not count yet, so its status tells when they
    do. Of corrections the number counts beside the last: the one before may be stored later.
    """
    deliveries = Dataset.objects.order_by("pk")
    return (
        *deliveries.values_list("pk", "kind", "status", "supersedes"),
        *Correction.objects.aggregate(number=Count("pk"), last=Max("pk")).values(),
    )


def _note(**_change):
    Correction.objects.create()
