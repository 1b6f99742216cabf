"""What an engine answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.safestring import SafeString

from search.figures.developments import Development


@dataclass(frozen=True)
class InFile:
    """A file of a page that says what the page itself does not, with the passage that does."""

    number: int | str
    name: str
    url: str
    highlight: SafeString


@dataclass(frozen=True)
class Hit:
    """One thing found. Highlights are safe HTML in which only `<mark>` stands."""

    id: str
    type: str
    title: str
    url: str
    summary: str = ""
    title_highlight: SafeString | None = None
    highlight: SafeString | None = None
    in_file: InFile | None = None
    facts: tuple[str, ...] = ()
    published: date | None = None
    location: tuple[float, float] | None = None
    # In kilometres, when somebody asks what is near.
    distance: float | None = None
    score: float = 0.0


@dataclass(frozen=True)
class Bucket:
    """A value of a facet and how many results it has, the other facets counted in."""

    value: str
    count: int


@dataclass(frozen=True)
class Correction:
    """A word that may be a slip of the pen, and the word that was meant, as it is written.

    `said` tells that a few documents do say the word that was asked for. `sources` are documents
    that say what was meant.
    """

    asked: str
    meant: str
    said: bool = False
    sources: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class SearchResults:
    """The hits of one page, how many there are in all, and the counts per facet.

    `facets` counts every facet as if nothing were chosen in that facet itself, so that a
    searcher sees what one more value would add. `without` holds, for each facet in which
    something is chosen, how many results there are with nothing chosen in it. `relaxed` tells
    that not every word was found in each hit, `corrections` what was meant instead of some words
    of the question. `developments` tells in how many areas each development is known. `saying_all`
    is how many documents say every word as it was asked for; `by_standby` tells that the first
    engine did not answer.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[Bucket, ...]] = field(default_factory=dict)
    without: Mapping[str, int] = field(default_factory=dict)
    relaxed: bool = False
    corrections: tuple[Correction, ...] = ()
    developments: Mapping[Development, int] = field(default_factory=dict)
    saying_all: int = 0
    by_standby: bool = False

    def count_of(self, facet, values):
        """Return how many results a choice of these values of a facet has, when each has one."""
        return sum(bucket.count for bucket in self.facets.get(facet, ()) if bucket.value in values)


@dataclass(frozen=True)
class Suggestion:
    """A title to go to while somebody types."""

    title: str
    type: str
    url: str
    id: str


@dataclass(frozen=True)
class Status:
    """How an engine is doing: its name, the number of documents and the analysis it uses.

    `series` is of how many indicators and areas it holds figures; `is_current` tells whether this
    version of the site would make the index in the same way.
    """

    engine: str
    documents: int
    analysis: str
    size_in_bytes: int | None = None
    series: int = 0
    is_current: bool = True
