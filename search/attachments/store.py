"""The texts of files: which are known, which must still be read, and which nobody needs."""

from django.db import transaction
from django.utils import timezone
from wagtail.documents import get_document_model

from community.models import ExperienceFile
from search.attachments import reading, references
from search.attachments.reasons import Unreadable
from search.models import AttachmentText


def texts(hashes):
    """Return the texts of files by their hash; one that is new is noted, to be read later."""
    wanted = set(hashes)
    known = dict(
        AttachmentText.objects.filter(file_hash__in=wanted).values_list("file_hash", "text")
    )
    new = [AttachmentText(file_hash=found) for found in sorted(wanted - known.keys())]
    if new:
        AttachmentText.objects.bulk_create(new, ignore_conflicts=True)
    return {found: text for found, text in known.items() if text}


def read_next(record):
    """Read a file that was not read yet, record where it is, and tell whether there was one.

    `record` is told the keys of its pages and experiences in the transaction that keeps the text.
    """
    waiting = AttachmentText.objects.filter(read_at=None).order_by("pk").first()
    if waiting is None:
        return False
    documents = get_document_model().objects.filter(file_hash=waiting.file_hash)
    files = ExperienceFile.objects.filter(file_hash=waiting.file_hash)
    found = _read(documents.first() or files.first())
    with transaction.atomic():
        forget_unused()
        AttachmentText.objects.filter(pk=waiting.pk).update(read_at=timezone.now(), **found)
        record([*references.pages_with(documents), *references.experiences_with(files)])
    return True


def forget_failure(document):
    """Have a file read again that gave no text before."""
    AttachmentText.objects.filter(file_hash=document.file_hash).exclude(error="").delete()


def forget_unused():
    """Remove the texts of files that no document and no experience has any more."""
    hashes = get_document_model().objects.values("file_hash")
    unused = AttachmentText.objects.exclude(file_hash__in=hashes)
    unused.exclude(file_hash__in=ExperienceFile.objects.values("file_hash")).delete()


def _read(file):
    if file is None:
        return {}
    try:
        return {"text": reading.text_of(file), "error": ""}
    except Unreadable as error:
        return {"text": "", "error": error.reason.value}
