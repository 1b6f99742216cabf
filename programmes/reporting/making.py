"""Having a PDF made without anybody waiting for it.

Two small files beside a PDF tell how that goes: one that says that it is being made, one that
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

BUSY, FAILED = "busy", "failed"
LASTS = {BUSY: timedelta(seconds=pdf.PATIENCE + 30), FAILED: timedelta(minutes=5)}
logger = logging.getLogger(__name__)


class Marks:
    """How the making of one PDF goes, kept beside it in a storage."""

    def __init__(self, storage, name):
        self._storage, self._name = storages[storage], name

    def put(self, state):
        """Say that a state is reached now."""
        self.take_away(state)
        self._storage.save(f"{self._name}.{state}", ContentFile(b""))

    def take_away(self, state):
        """Say that a state has passed."""
        self._storage.delete(f"{self._name}.{state}")

    def hold(self, state):
        """Tell whether a state was reached so lately that it still counts."""
        try:
            since = self._storage.get_modified_time(f"{self._name}.{state}")
        except FileNotFoundError:
            return False
        return timezone.now() - since < LASTS[state]


def begin(marks, work, *command):
    """Begin to make a PDF, unless somebody is at it; return False when that failed just now.

    A process of its own does it, with a command of manage.py; with PDFS_ARE_MADE_BESIDE off,
    `work` does it here and now.
    """
    if marks.hold(FAILED):
        return False
    if marks.hold(BUSY):
        return True
    marks.put(BUSY)
    if not settings.PDFS_ARE_MADE_BESIDE:
        return work()
    subprocess.Popen(
        [sys.executable, settings.BASE_DIR / "manage.py", *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    return True


def attempt(marks, make, subject):
    """Make a PDF now; return whether that went well, and log what did not."""
    try:
        make()
    except pdf.NoPdf:
        logger.exception("The PDF of %s could not be made.", subject)
        marks.put(FAILED)
        return False
    finally:
        marks.take_away(BUSY)
    return True
