"""A question to search, and the querystring that stands for it; search.parsing reads one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy

from search import facets
from search.figures.developments import Development

MAX_TEXT = 500
MAX_VALUES = 50
DEVELOPMENT = "ontwikkeling"
MAX_DEVELOPMENTS = 10
LIKE = "lijkt-op"
LIKE_BY = "lijkt-op-thema"
NEAR = "bij"
LONGEST_CODE = 20
# Of an area with that of its municipality, or of a theme in an address.
LONGEST_NAME = 205
PAGE_SIZE = 10
# No reader goes further, and Elasticsearch does not without a cursor.
MAX_PAGE = 1000
# An answer as data comes in larger pages, or as one table, of so many results in all.
DATA_SIZE = 100
MAX_DATA_PAGE = 10
MOST_DATA = DATA_SIZE * MAX_DATA_PAGE
NOTHING = MappingProxyType({})


class Sort(Enum):
    """The orders a searcher can choose; the value stands in the querystring."""

    RELEVANCE = "relevantie"
    DATE = "datum"
    EVIDENCE = "onderbouwing"
    NEARNESS = "nabijheid"

    @property
    def label(self):
        """Return the order in words."""
        return SORT_LABELS[self]


SORT_LABELS = {
    Sort.RELEVANCE: gettext_lazy("Best passend"),
    Sort.DATE: gettext_lazy("Nieuwste eerst"),
    Sort.EVIDENCE: gettext_lazy("Sterkste onderbouwing eerst"),
    Sort.NEARNESS: gettext_lazy("Dichtstbij eerst"),
}


class View(Enum):
    """The ways to look at results; the value stands in the querystring."""

    LIST = "lijst"
    MAP = "kaart"

    @property
    def label(self):
        """Return the way to look in words."""
        return VIEW_LABELS[self]


VIEW_LABELS = {View.LIST: gettext_lazy("Lijst"), View.MAP: gettext_lazy("Kaart")}


@dataclass(frozen=True)
class Problem:
    """Something in the querystring that cannot be answered, and what to do about it."""

    parameter: str
    message: str


@dataclass(frozen=True)
class SearchQuery:
    """What is asked: words, chosen values per facet, an order, a page and a way to look at it.

    Values of one facet widen the question, values of different facets narrow it. So do
    developments of one indicator, and of different ones. `marked` asks to point out the words in
    each hit; `last` is the last page there can be; `patient` tells that whoever asks can wait.
    `like` is the code of an area, `alike` holds those of the areas that resemble it (by the
    figures of the theme `like_by` alone, if any), of which one must be that of a document; `near`
    is the code of the area at `origin`, from which the way is measured. search.own_area fills
    them in.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    developments: tuple[Development, ...] = ()
    like: str = ""
    like_by: str = ""
    alike: tuple[str, ...] = ()
    near: str = ""
    origin: tuple[float, float] | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    size: int = PAGE_SIZE
    view: View = View.LIST
    marked: bool = True
    last: int = MAX_PAGE
    patient: bool = False

    @property
    def offset(self):
        """Return how many hits stand before this page."""
        return (self.page - 1) * self.size

    @property
    def is_empty(self):
        """Tell whether nothing is asked at all."""
        return not self.text and not self.is_narrowed

    @property
    def is_narrowed(self):
        """Tell whether anything is chosen beside the words."""
        return bool(self.filters or self.developments or self.like)

    @property
    def apart(self):
        """Return the types that are counted in the facet of types alone, until they are chosen."""
        return () if self.text or self.chosen("type") else facets.APART

    def chosen(self, name):
        """Return the chosen values of a facet."""
        return self.filters.get(name, ())

    def without_value(self, name, value):
        """Return this question with a value let go, from its first page."""
        return self._with_filter(name, tuple(kept for kept in self.chosen(name) if kept != value))

    def without_development(self, development):
        """Return this question with a development let go, from its first page."""
        kept = tuple(other for other in self.developments if other != development)
        return replace(self, developments=kept, page=1)

    def without(self, name):
        """Return this question with nothing chosen in a facet, from its first page."""
        return self._with_filter(name, ())

    def with_other(self, name, value, other):
        """Return this question with one value of a facet in the place of another."""
        kept = (other if chosen == value else chosen for chosen in self.chosen(name))
        return self._with_filter(name, tuple(dict.fromkeys(kept)))

    def only(self, name, value):
        """Return this question with one value chosen in a facet, from its first page."""
        return self._with_filter(name, (value,))

    def asking(self, text):
        """Return this question in other words, from its first page."""
        return replace(self, text=text, page=1)

    def without_filters(self):
        """Return this question with its words and order alone."""
        return replace(self.without_like(), filters=NOTHING, developments=())

    def without_like(self):
        """Return this question for all areas, from its first page."""
        return replace(self, like="", like_by="", alike=(), page=1)

    def like_by_theme(self, slug):
        """Return this question for areas alike by the figures of a theme, from its first page."""
        return replace(self, like_by=slug, alike=(), page=1)

    def sorted_from(self, area_code):
        """Return this question with what lies nearest to an area first, from its first page."""
        return replace(self, sort=Sort.NEARNESS, near=area_code, page=1)

    def sorted_by(self, sort):
        """Return this question in another order, from its first page."""
        return replace(self, sort=sort, page=1)

    def on_page(self, page):
        """Return this question on another page."""
        return replace(self, page=page)

    def seen_as(self, view):
        """Return this question looked at in another way, from its first page."""
        return replace(self, view=view, page=1)

    def as_data(self):
        """Return this question with larger pages and nothing pointed out, for machines."""
        return replace(self, size=DATA_SIZE, marked=False, view=View.LIST)

    def as_table(self):
        """Return this question with all that is given of it on one page."""
        return replace(self.as_data(), size=MOST_DATA, page=1, last=1)

    def querystring(self):
        """Return the question as a querystring: what is default is left out."""
        pairs = [("q", self.text)] if self.text else []
        for facet in facets.FACETS:
            pairs += [(facet.parameter, value) for value in self.chosen(facet.name)]
        pairs += [(DEVELOPMENT, development.value) for development in self.developments]
        if self.like:
            pairs.append((LIKE, self.like))
            pairs += [(LIKE_BY, self.like_by)] if self.like_by else []
        if self.sort is not Sort.RELEVANCE:
            pairs.append(("sorteer", self.sort.value))
        if self.near and self.sort is Sort.NEARNESS:
            pairs.append((NEAR, self.near))
        if self.view is not View.LIST:
            pairs.append(("weergave", self.view.value))
        if self.page > 1:
            pairs.append(("pagina", str(self.page)))
        return urlencode(pairs)

    def _with_filter(self, name, values):
        filters = {key: kept for key, kept in self.filters.items() if key != name}
        if values:
            filters[name] = values
        return replace(self, filters=MappingProxyType(filters), page=1)
