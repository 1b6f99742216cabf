"""What an operator reads when a source cannot be read, or a folder cannot be written in."""

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext as _


class SourceError(Exception):
    """A source cannot be read: which address, what happened and what to do, in Dutch."""


def report_it() -> str:
    """Return what to do when a source does what it should not."""
    return _("Meld dit aan de beheerder van de bron.")


@contextmanager
def writing_in(folder: Path) -> Iterator[None]:
    """Make a folder and keep others out of it meanwhile; SourceError when that cannot be.

    Two fetches of the same table would write in each other's pages.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone_in(folder):
            yield
    except (OSError, sqlite3.OperationalError) as error:
        raise SourceError(
            _("In de map %(folder)s kan niet geschreven worden: %(error)s. Maak plaats of rechten.")
            % {"folder": folder, "error": getattr(error, "strerror", None) or error}
        ) from error


@contextmanager
def _alone_in(folder):
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise SourceError(
            _("In de map %(folder)s wordt al iets opgehaald. Wacht tot dat klaar is.")
            % {"folder": folder}
        ) from error
    finally:
        # Closing it opens the folder to others again.
        os.close(handle)
