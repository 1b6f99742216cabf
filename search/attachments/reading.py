"""Has a file read by a process of its own, which cannot harm the one that asks for it."""

import json
import logging
import signal
import subprocess
import sys
import tempfile

from django.conf import settings

from search.attachments.limits import LARGEST, PATIENCE
from search.attachments.reasons import Reason, Unreadable

log = logging.getLogger(__name__)

COMMAND = [sys.executable, "-m", "search.attachments.child"]
PART = 2**20


def text_of(document):
    """Return the text of the file of a document or an experience, or raise Unreadable."""
    with tempfile.TemporaryFile() as copy:
        try:
            _copy(document, copy)
        except FileNotFoundError as error:
            raise Unreadable(Reason.GONE) from error
        copy.seek(0)
        return _told(_run(copy))


def _copy(document, target):
    # The storage may lie elsewhere; and the process gets bytes, no name and no place.
    size = 0
    with document.open_file() as source:
        while part := source.read(PART):
            size += len(part)
            if size > LARGEST:
                raise Unreadable(Reason.TOO_LARGE)
            target.write(part)


def _run(file):
    try:
        return subprocess.run(
            COMMAND,
            stdin=file,
            capture_output=True,
            timeout=PATIENCE,
            cwd=settings.BASE_DIR,
            # Nothing of ours: no key, no address of the database.
            env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Reason.TOO_SLOW) from error


def _told(process):
    if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Unreadable(Reason.TOO_SLOW)
    if process.returncode:
        log.warning("Reading a file ended with %s.", process.returncode)
        raise Unreadable(Reason.DAMAGED)
    told = json.loads(process.stdout)
    if "reason" in told:
        log.info("A file gives no text: %s %s", told["reason"], told.get("cause", ""))
        raise Unreadable(Reason(told["reason"]))
    return told["text"]
