"""What can stand in a plan, as a reader gets it: the same for the page and for every file."""

from dataclasses import dataclass, field
from urllib.parse import urljoin

from django.conf import settings


@dataclass(frozen=True)
class Source:
    """Where something comes from; enough for a reader to find it, and to know what is allowed."""

    title: str
    publisher: str = ""
    url: str = ""
    licence: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Thing:
    """Something collected, for who may see it now.

    `url` is on this site. A figure has its `snapshot`, and its `table` with the `sentence` that
    says the same; `newer` (`queries.newer_figures`) and `noted` (`cautions.of`) hold by its number
    what came after it, and what a reader must know of it.
    """

    title: str
    label: str
    url: str
    summary: str = ""
    sources: tuple[Source, ...] = ()
    snapshot: object = None
    table: object = None
    sentence: str = ""
    newer: dict = field(default_factory=dict)
    noted: dict = field(default_factory=dict)

    @property
    def address(self):
        """Return the whole address, as a document tells it."""
        return urljoin(settings.BASE_URL, self.url)

    @property
    def cautions(self):
        """Return what a reader must know of a figure: what was said when it was taken, and now."""
        if self.snapshot is None:
            return ()
        return tuple(filter(None, [self.snapshot.caveat, *self.noted.get(self.snapshot.pk, ())]))
