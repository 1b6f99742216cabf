"""The one shape in which everything is found, whatever it is and whichever engine runs."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256

PUBLIC = "public"


def among_members(community):
    """Return the token of what members of the community with this number tell each other."""
    return f"members:{community}"


@dataclass(frozen=True)
class Attachment:
    """The text of a file: on a page, by the number that Wagtail gave it, or with an experience.

    Of pages only the files that everybody may open; one with an experience is read by whoever may
    read that, and is called by its key. See search.attachments.
    """

    number: int | str
    name: str
    url: str
    text: str


@dataclass(frozen=True)
class Document:
    """What an engine stores of one thing that can be found.

    `id` names the thing: `page:12`, `area:AW38`, `indicator:vsv`, `figure:vsv:AW38`,
    `organisation:aedes`. `facets` holds the values per facet name (see search.facets); tree
    facets hold the ancestors of a value too. `visibility` is the one token a searcher must have
    (see search.visibility). `alternatives` are other words for the title and the themes; they
    are searched, never shown. `facts` are at most three short texts shown below a hit.
    `attachments` are files whose words lead to this document.
    `location` is (latitude, longitude). `boost` multiplies the relevance: 1 is neutral.
    """

    id: str
    type: str
    title: str
    url: str
    summary: str = ""
    body: str = ""
    keywords: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    visibility: str = PUBLIC
    published: date | None = None
    evidence_rank: int = 0
    location: tuple[float, float] | None = None
    boost: float = 1.0
    version: int = 0
    # What an engine stores of it, when that was worked out before: search.engines.fields.Fields.
    analysed: object = field(default=None, compare=False, repr=False)

    def with_version(self, version):
        """Return the same document under another version."""
        return replace(self, version=version)

    @property
    def fingerprint(self):
        """Return a short text that differs when anything but the version differs."""
        told = {**vars(self), "version": 0}
        del told["analysed"]
        told = json.dumps(told, default=str, sort_keys=True)
        return sha256(told.encode()).hexdigest()[:24]
