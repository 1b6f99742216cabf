"""Having the PDF of an edition made without anybody waiting for it.

Two small files beside the PDFs tell how that goes: one that says that it is being made, one that
says that it failed. Both lose their meaning after a while, so that it is tried again.
"""

import logging
import subprocess
import sys
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from programmes.reporting import pdf

COMMAND = "report_pdf"
BUSY, FAILED = "busy", "failed"
LASTS = {BUSY: timedelta(seconds=pdf.PATIENCE + 30), FAILED: timedelta(minutes=5)}
logger = logging.getLogger(__name__)


def begin(edition):
    """Begin to make a PDF, unless somebody is at it; return False when that failed just now.

    A process of its own does it; with PDFS_ARE_MADE_BESIDE off it is done here and now.
    """
    if _holds(edition, FAILED):
        return False
    if _holds(edition, BUSY):
        return True
    _mark(edition, BUSY)
    if not settings.PDFS_ARE_MADE_BESIDE:
        return work(edition)
    subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", COMMAND, edition.hash[:16]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True


def work(edition):
    """Make a PDF now; return whether that went well, and log what did not."""
    try:
        pdf.make(edition)
    except pdf.NoPdf:
        logger.exception("The PDF of %s could not be made.", edition)
        _mark(edition, FAILED)
        return False
    finally:
        storages["editions"].delete(_name(edition, BUSY))
    return True


def _mark(edition, state):
    storages["editions"].delete(_name(edition, state))
    storages["editions"].save(_name(edition, state), ContentFile(b""))


def _holds(edition, state):
    """Tell whether a state was reached so lately that it still counts."""
    try:
        since = storages["editions"].get_modified_time(_name(edition, state))
    except FileNotFoundError:
        return False
    return timezone.now() - since < LASTS[state]


def _name(edition, state):
    return f"{edition.hash}.{state}"
