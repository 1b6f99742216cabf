"""Answers a question: from the engine, through the visibility rule, to what a page shows."""

import logging
from dataclasses import dataclass, field, replace

from django.utils.functional import cached_property

from search import advice, choices, dutch, own_area
from search.engines.base import SearchUnavailable
from search.engines.selection import engine
from search.figures import cards
from search.figures.cards import Card
from search.labels import Labels
from search.nearness import kilometres
from search.own_area import OwnArea
from search.query import Problem, SearchQuery
from search.results import SearchResults
from search.visibility import open_files

log = logging.getLogger(__name__)


@dataclass
class Answer:
    """What a searcher gets; `available` is false when the engine did not answer.

    `promoted` is what editors put above the hits; see search.promotions. `figures` are those
    that are asked for by name, read from the database: they are there without an engine too.
    `own_area` is what was looked up of the areas that the question names.
    """

    query: SearchQuery
    results: SearchResults
    labels: Labels
    problems: list[Problem] = field(default_factory=list)
    available: bool = True
    promoted: tuple = ()
    figures: tuple[Card, ...] = ()
    own_area: OwnArea | None = None

    @property
    def pages(self):
        """Return how many pages of hits can be asked for."""
        return min(self.query.last, max(1, -(-self.results.total // self.query.size)))

    @property
    def is_cut(self):
        """Tell whether there is more than all pages together hold."""
        return self.results.total > self.query.last * self.query.size

    @property
    def first_page(self):
        """Return the querystring of the first page."""
        return self.query.on_page(1).querystring()

    @property
    def is_past_the_end(self):
        """Tell whether a page is asked that lies behind the last one."""
        return self.available and self.query.page > self.pages

    @property
    def status_code(self):
        """Return the HTTP status that tells machines the same as the page tells people."""
        if not self.available:
            return 503
        if self.problems:
            return 400
        return 404 if self.is_past_the_end else 200

    @cached_property
    def facets(self):
        """Return the facets with their values and counts."""
        return choices.choices(self.query, self.results, self.labels)

    @cached_property
    def developments(self):
        """Return what became of areas, as something to choose."""
        return choices.developments(self.query, self.results, self.labels)

    @property
    def has_choices(self):
        """Tell whether there is anything to choose beside the results."""
        return bool(self.query.like or self.facets or self.query.developments)

    @cached_property
    def chosen(self):
        """Return what is chosen now, each with the question without it."""
        return [
            *choices.chosen(self.query, self.labels),
            *choices.resembling(self.own_area, self.labels),
        ]

    @property
    def corrected(self):
        """Return the question with what was meant, for who wants nothing else."""
        meant = {each.asked: each.meant for each in self.results.corrections}
        return self.query.asking(dutch.rewritten(self.query.text, meant))

    @cached_property
    def apart(self):
        """Return the question for the figures that are kept apart from the results, if any."""
        return advice.apart(self.query, self.results)

    @cached_property
    def ways_out(self):
        """Return questions near this one that give more, when it gives little."""
        return advice.ways_out(self.query, self.results, self.labels)


def answer(query, problems, searcher):
    """Answer a question for a searcher; an engine that is gone gives an empty answer."""
    labels = Labels()
    query, unknown = choices.without_unknown(query, labels)
    own = own_area.looked_up(query, labels)
    query, problems = own.query, [*problems, *unknown, *own.problems]
    found = {"figures": cards.of(query), "own_area": own}
    try:
        results = engine().search(query, searcher.scope)
    except SearchUnavailable as error:
        log.error("Search does not answer: %s", error)
        return Answer(query, SearchResults(), labels, problems, available=False, **found)
    results = _measured(_checked(results, searcher), query.origin)
    return Answer(query, results, labels, problems, **found)


def suggestions(text, searcher):
    """Return titles that begin with what is typed, each checked against the database."""
    try:
        found = engine().suggest(text, searcher.scope)
    except SearchUnavailable as error:
        log.error("Search gives no suggestions: %s", error)
        return []
    visible = searcher.visible([suggestion.id for suggestion in found])
    return [suggestion for suggestion in found if suggestion.id in visible]


def _measured(results, origin):
    if origin is None:
        return results
    hits = tuple(
        replace(hit, distance=kilometres(origin, hit.location)) if hit.location else hit
        for hit in results.hits
    )
    return replace(results, hits=hits)


def _checked(results, searcher):
    # An index is a little behind: what is gone or closed meanwhile must not be shown.
    sources = [id for correction in results.corrections for id in correction.sources]
    visible = searcher.visible([*(hit.id for hit in results.hits), *sources])
    meant = tuple(each for each in results.corrections if visible.intersection(each.sources))
    hits = tuple(hit for hit in results.hits if hit.id in visible)
    files = {hit.in_file.number for hit in hits if hit.in_file}
    closed = files - open_files(files)
    # Without its file, such a page may not be an answer at all.
    hits = tuple(hit for hit in hits if not hit.in_file or hit.in_file.number not in closed)
    hidden = len(results.hits) - len(hits)
    return replace(results, hits=hits, total=results.total - hidden, corrections=meant)
