"""Having a file fetched, checked or loaded without anybody waiting for it."""

import subprocess
import sys

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from indicators.importing import running
from indicators.models import FileImport

State = FileImport.State
WORK = {
    State.FETCHING: running.fetch,
    State.CHECKING: running.check,
    State.LOADING: running.load,
}
COMMAND = "figures_import"


def start(imported, state):
    """Begin to fetch, check or load a file; return False when somebody else is at it already.

    It is done by a process of its own, so that it goes on when the server is restarted; with
    FIGURES_ARE_READ_BESIDE off, here and now.
    """
    with transaction.atomic():
        row = FileImport.objects.select_for_update().get(pk=imported.pk)
        if row.is_busy or row.state == State.LOADED:
            return False
        row.state, row.done, row.error, row.alive_at = state, 0, "", timezone.now()
        row.save()
    if settings.FIGURES_ARE_READ_BESIDE:
        # Not to end with the process that answers a visitor, and nobody reads what it prints.
        subprocess.Popen(
            [sys.executable, settings.BASE_DIR / "manage.py", COMMAND, "--go-on", str(row.pk)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
    else:
        work(row)
    return True


def work(imported):
    """Do what a file waits for."""
    WORK[State(imported.state)](imported)
