"""Notes every change of what pages of figures are made of, and tells whether any came since."""

from django.db.models import Count, Max
from django.db.models.signals import post_delete, post_save

from content.models import Area, AreaCode, Membership, Theme
from indicators.models import (
    Change,
    Dataset,
    DefinitionChange,
    Indicator,
    Measurement,
    ReportedCount,
    ReportedOutcome,
)

# What decides which figures there are, and what may be shown of them.
FIGURES = (Dataset, Indicator, Measurement)
# What else is told with them.
TOLD = (Area, AreaCode, DefinitionChange, Membership, ReportedCount, ReportedOutcome, Theme)


def connect():
    """Listen to records that are saved or removed one by one."""
    for model in (*FIGURES, *TOLD):
        for signal in (post_save, post_delete):
            uid = f"indicators.changes-{model.__name__}-{id(signal)}"
            signal.connect(_note, sender=model, dispatch_uid=uid)


def note(model):
    """Note that records of a model changed together, of which no signal tells."""
    Change.objects.create(of=model._meta.label_lower)


def stamp(models=(*FIGURES, *TOLD)):
    """Return what differs once a record of one of these models came, went or changed (one query).

    Ask it before reading: what is read then is no older than its stamp. A file adds its figures
    to a dataset that does not count yet, so the change of that tells when they do. The number
    counts beside the last: the change before may be stored later; and the time, for a database that
    was put back may count to the same number again.
    """
    labels = [model._meta.label_lower for model in models]
    found = Change.objects.filter(of__in=labels)
    found = found.aggregate(number=Count("pk"), last=Max("pk"), at=Max("at"))
    return found["number"], found["last"], found["at"]


def _note(sender, **_change):
    note(sender)
