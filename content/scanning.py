"""Has a program of the operator look at what is uploaded, before it is kept or opened.

Whoever asks gets a `ValidationError` in words for the field. What the program cannot judge is
refused too: when it is not there, nothing comes in unseen.
"""

import logging
import os
import subprocess
import tempfile
from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

log = logging.getLogger(__name__)

CLEAN, REFUSED = 0, 1
# Shorter than the web server waits for an answer.
SECONDS = 20


def check(upload):
    """Refuse an upload that the scanner refuses or cannot judge; without a scanner all is well."""
    if not settings.UPLOAD_SCANNER:
        return
    with _on_disk(upload) as path:
        verdict = _ask(path)
    if verdict == REFUSED:
        log.warning("The scanner of uploads refused a file.")
        raise ValidationError(_("Dit bestand is geweigerd: de virusscanner vond er iets in."))
    if verdict != CLEAN:
        raise ValidationError(
            _("De virusscanner kan dit bestand nu niet nakijken. Probeer het later opnieuw.")
        )


@contextmanager
def _on_disk(upload):
    """Give the path at which an upload lies; a small one is in memory, and gets a copy."""
    if hasattr(upload, "temporary_file_path"):
        yield upload.temporary_file_path()
        return
    with tempfile.NamedTemporaryFile(prefix="upload-") as copy:
        upload.seek(0)
        for part in upload.chunks():
            copy.write(part)
        copy.flush()
        upload.seek(0)
        yield copy.name


def _ask(path):
    """Return how the scanner ended, or None when it did not."""
    try:
        process = subprocess.run(
            [*settings.UPLOAD_SCANNER, path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            # Nothing of ours: no key, no address of the database.
            env={"PATH": os.environ.get("PATH", os.defpath)},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        log.error("The scanner of uploads gave no answer: %s.", type(error).__name__)
        return None
    if process.returncode not in (CLEAN, REFUSED):
        log.error("The scanner of uploads ended with %s.", process.returncode)
    return process.returncode
