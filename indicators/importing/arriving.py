"""Files that come in: kept as they are, with the delivery that they will become."""

import hashlib
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from indicators.importing import known, loading, sheets
from indicators.importing.mapping import Mapping
from indicators.importing.problems import Unreadable
from indicators.models import Dataset, FileImport

CHUNK = 1 << 20


def fingerprint(file):
    """Return the SHA-256 of a file in hexadecimal, reading a megabyte at a time."""
    found = hashlib.sha256()
    file.seek(0)
    while chunk := file.read(CHUNK):
        found.update(chunk)
    file.seek(0)
    return found.hexdigest()


def already_loaded(file_hash):
    """Return the delivery that this very file became, or None; a withdrawn one may come again."""
    found = Dataset.objects.filter(file_hash=file_hash)
    return found.exclude(status__in=Dataset.COUNT_FOR_NOTHING).first()


@transaction.atomic
def receive(file, name, dataset, *, period="", status=Dataset.Status.FINAL, by=None):
    """Keep a file for a dataset that is not stored yet; return the `FileImport`.

    The dataset counts for nothing until the file is loaded. Columns are understood as by the
    first mapping that fits, when one does.
    """
    dataset.status = Dataset.Status.INCOMING
    dataset.kind = Dataset.Kind.MEASURED
    dataset.file_hash = fingerprint(file)
    dataset.retrieved_at = dataset.retrieved_at or timezone.localdate()
    dataset.save()
    imported = FileImport(
        name=Path(name).name[:200],
        size=file.size,
        dataset=dataset,
        period=period,
        status_after=status,
        created_by=by,
    )
    imported.file.save(f"levering{Path(name).suffix.lower()}", file, save=False)
    imported.mapping = _first_mapping(imported)
    imported.save()
    return imported


def sheet_of(imported):
    """Return the sheet in a file, with the header where its mapping says it is."""
    return sheets.open_sheet(imported.file.path, imported.mapping.get("header_line"))


def mapping_of(imported):
    """Return how the columns of a file are understood."""
    return Mapping.from_data(imported.mapping)


@transaction.atomic
def choose(imported, mapping, name=""):
    """Take a mapping for a file, and remember it under a name; indicators it brings are made."""
    known.add_indicators(mapping)
    if name:
        known.keep(name, mapping)
    imported.mapping = mapping.as_data()
    imported.save()


def discard(imported):
    """Forget a file that was never loaded, with its delivery; return False when it cannot be."""
    if imported.dataset.status != Dataset.Status.INCOMING or imported.is_busy:
        return False
    loading.forget(imported.dataset)
    for file in (imported.file, imported.report):
        if file:
            file.delete(save=False)
    imported.delete()
    imported.dataset.delete()
    return True


def withdraw(imported):
    """Undo the loading of a file: its delivery counts for nothing from now on, but is kept.

    Figures that somebody quoted stay quoted, and what it superseded counts again. Returns False
    when it does not count now.
    """
    if imported.dataset.status in Dataset.COUNT_FOR_NOTHING:
        return False
    _become(imported.dataset, Dataset.Status.WITHDRAWN)
    return True


def restore(imported):
    """Undo the undoing; return False when there is nothing to undo."""
    if imported.dataset.status != Dataset.Status.WITHDRAWN:
        return False
    _become(imported.dataset, imported.status_after)
    return True


@transaction.atomic
def _become(dataset, status):
    # Search is told in the same transaction.
    dataset.status = status
    dataset.save()


def _first_mapping(imported):
    try:
        mapping = known.best(imported.file.path)
    except Unreadable:
        # Whoever asks for the columns is told why.
        return {}
    return mapping.as_data() if mapping else {}
