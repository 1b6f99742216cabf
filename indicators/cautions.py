"""What a reader must know to read a snapshot well, each in a sentence or two."""

from itertools import chain

from django.utils.translation import gettext as _

from indicators import collecting
from indicators.collecting import Collected
from indicators.exploring import breaks
from indicators.models import Dataset


def of(snapshots):
    """Return the notes of each snapshot, by its number (one query; none without two deliveries)."""
    snapshots = list(snapshots)
    two = [snapshot for snapshot in snapshots if snapshot.baseline_dataset_id]
    codes = collecting.codes_of(area.pk for snapshot in two for area in _areas(snapshot))
    return {snapshot.pk: _notes(snapshot, codes) for snapshot in snapshots}


def _notes(snapshot, codes):
    if not snapshot.baseline_dataset_id:
        return of_deliveries(snapshot)
    known = Collected(snapshot.indicator, areas={}, cells={}, codes=codes)
    found = [breaks.between(known, area, *snapshot.moments) for area in _areas(snapshot)]
    # A changed definition is told below the table, as it is below every table.
    return [*of_deliveries(snapshot), *breaks.of_areas(chain.from_iterable(found))]


def of_deliveries(snapshot):
    """Return that begin and end come from two deliveries, and which one was withdrawn since."""
    notes = []
    if snapshot.baseline_dataset_id:
        before, after = snapshot.datasets
        message = _("Begin en vervolg komen uit twee leveringen: ‘%(before)s’ en ‘%(after)s’.")
        notes.append(message % {"before": before.title, "after": after.title})
    message = _("De levering ‘%(title)s’ is ingetrokken. De cijfers daaruit tellen niet meer mee.")
    return notes + [
        message % {"title": dataset.title}
        for dataset in snapshot.datasets
        if dataset.status == Dataset.Status.WITHDRAWN
    ]


def _areas(snapshot):
    return [area for area in (snapshot.area, snapshot.comparator) if area]
