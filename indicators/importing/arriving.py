"""Files that come in: kept as they are, with the delivery that they will become."""

import hashlib
import shutil
from itertools import chain, count
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators.importing import known, loading, sheets
from indicators.importing.mapping import Mapping
from indicators.importing.problems import Unreadable
from indicators.models import Dataset, FileImport

CHUNK = 1 << 20


class AlreadyLoaded(Exception):
    """This very file was loaded before, as the delivery that is named."""

    def __init__(self, before):
        super().__init__(
            _("Dit is al ingelezen, als ‘%(title)s’: de bron heeft niets nieuws.")
            % {"title": before.title}
        )


class NotNow(Exception):
    """Figures cannot begin or stop to count now; the message says what to do first."""


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


@transaction.atomic
def expect(asked, *, supersedes=None, by=None):
    """Return a `FileImport` for what a source is going to be asked (`fetching.fetch`)."""
    told = " ".join(
        str(asked[name]) for name in ("source", "table", "level", "year") if name in asked
    )
    dataset = Dataset.objects.create(
        title=_free(told),
        source=asked["source"],
        licence="-",
        kind=Dataset.Kind.MEASURED,
        status=Dataset.Status.INCOMING,
        supersedes=supersedes,
    )
    return FileImport.objects.create(name=told, asked=asked, dataset=dataset, created_by=by)


@transaction.atomic
def take(imported, delivery):
    """Keep a file that was fetched, with what its source says of it; raises `AlreadyLoaded`."""
    if before := already_loaded(delivery.file_hash):
        raise AlreadyLoaded(before)
    dataset = imported.dataset
    dataset.title = _free(delivery.title, dataset)
    dataset.source, dataset.licence, dataset.url = delivery.source, delivery.licence, delivery.url
    dataset.boundary_year = delivery.boundary_year
    dataset.retrieved_at = delivery.retrieved_at
    dataset.file_hash, dataset.note = delivery.file_hash, " ".join(delivery.notes)
    dataset.save()
    imported.name = delivery.path.name
    imported.size = delivery.path.stat().st_size
    imported.period = str(delivery.boundary_year or "")
    if delivery.provisional:
        imported.status_after = Dataset.Status.PROVISIONAL
    with delivery.path.open("rb") as file:
        imported.file.save("levering.csv", File(file), save=False)
    imported.mapping = _first_mapping(imported)


def folder_of(imported):
    """Return where what is fetched for a file is put; a fetch that broke off goes on there."""
    return Path(settings.DATA_DIR, "fetched", str(imported.pk))


def sweep(imported):
    """Remove what was fetched for a file."""
    shutil.rmtree(folder_of(imported), ignore_errors=True)


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
    sweep(imported)
    imported.delete()
    imported.dataset.delete()
    return True


def withdraw(imported):
    """Undo the loading of a file: its delivery counts for nothing from now on, but is kept.

    Figures that somebody quoted stay quoted, and what it superseded counts again. Returns False
    when it does not count now, and raises `NotNow` when what it superseded has a later successor.
    """
    if imported.dataset.status in Dataset.COUNT_FOR_NOTHING:
        return False
    if reason := imported.dataset.why_it_stays:
        raise NotNow(reason)
    _become(imported.dataset, Dataset.Status.WITHDRAWN)
    return True


def restore(imported):
    """Undo the undoing; return False when there is nothing to undo.

    Raises `NotNow` when another delivery has told the same meanwhile.
    """
    if imported.dataset.status != Dataset.Status.WITHDRAWN:
        return False
    if title := not imported.dataset.replaced_by and loading.told_by(imported.dataset):
        raise NotNow(
            _(
                "‘%(title)s’ heeft cijfers over dezelfde gebieden en perioden. "
                "Draai eerst die terug."
            )
            % {"title": title}
        )
    _become(imported.dataset, imported.status_after)
    return True


@transaction.atomic
def _become(dataset, status):
    # Search is told in the same transaction.
    dataset.status = status
    dataset.save()


def _free(title, but=None):
    """Return a title that no other delivery has."""
    others = Dataset.objects.exclude(pk=but and but.pk)
    names = chain([title], (f"{title} ({number})" for number in count(2)))
    return next(name for name in names if not others.filter(title=name).exists())


def _first_mapping(imported):
    try:
        mapping = known.best(imported.file.path)
    except Unreadable:
        # Whoever asks for the columns is told why.
        return {}
    return mapping.as_data() if mapping else {}
