"""Pages kept on disk as they come, so that a fetch that was cut off goes on where it was."""

import json
import logging
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from .client import Client, read_json
from .errors import SourceError

log = logging.getLogger(__name__)

STATE = "state.json"


@dataclass(frozen=True)
class State:
    """How far a fetch came. `version` tells one edition of a table from the next."""

    start: str
    version: str
    fetched: tuple[str, ...] = ()
    rows: int = 0
    next: str | None = None


class Pages:
    """The pages of one fetch in a folder of their own; `state` says how far it is."""

    def __init__(self, folder: Path, start: str, version: str):
        """Take up what the folder has of the same question and edition, or begin afresh."""
        self.folder = folder
        fresh = State(start, version, next=start)
        kept = self._read_state()
        if kept and (kept.start, kept.version) == (start, version) and self._has_all(kept):
            self.state = kept
        else:
            self.remove()
            self.state = fresh
        self.folder.mkdir(parents=True, exist_ok=True)

    def collect(
        self,
        client: Client,
        rows_of: Callable[[dict], list],
        next_of: Callable[[dict, str], object],
        report: Callable[[int, int | None], None],
        total: int | None = None,
    ) -> None:
        """Fetch what is missing; after each page `report` gets the rows so far and the total."""
        if self.state.next is None:
            report(self.state.rows, total)
            return
        for page in client.walk(self.state.next, next_of, self.state.fetched):
            rows = self.state.rows + len(rows_of(page.data))
            _replace(self._page(len(self.state.fetched)), page.body)
            fetched = (*self.state.fetched, page.url)
            self.state = State(self.state.start, self.state.version, fetched, rows, page.next)
            # After the page itself: a state never promises what is not there.
            _replace(self.folder / STATE, json.dumps(asdict(self.state)).encode())
            report(rows, total)

    def read(self) -> Iterator[dict]:
        """Yield the pages in order; SourceError when one was damaged since."""
        for number in range(len(self.state.fetched)):
            try:
                yield read_json(self._page(number).read_bytes())
            except ValueError as error:
                self.remove()
                raise SourceError(
                    _("Een bladzijde in %(folder)s is beschadigd. Haal de cijfers opnieuw op.")
                    % {"folder": self.folder}
                ) from error

    def remove(self) -> None:
        """Throw the pages away."""
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def _page(self, number):
        return self.folder / f"{number:05d}.json"

    def _has_all(self, state):
        return all(self._page(number).exists() for number in range(len(state.fetched)))

    def _read_state(self):
        path = self.folder / STATE
        if not path.exists():
            return None
        try:
            kept = json.loads(path.read_bytes())
            return State(**{**kept, "fetched": tuple(kept["fetched"])})
        except (ValueError, TypeError, KeyError) as error:
            log.warning("%s cannot be read (%s); the fetch begins afresh", path, error)
            return None


def _replace(path, content):
    """Write a file so that it is there whole or not at all."""
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_bytes(content)
    unfinished.replace(path)
