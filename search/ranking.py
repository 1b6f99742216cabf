"""Why the hits of a question stand in their order, and where a certain page stands, or why not.

Told as a visitor sees it: of what everybody may see.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from wagtail.models import Page

from content.queries import is_listed
from search import keys
from search.builders import details
from search.documents import PUBLIC
from search.engines.selection import engine
from search.explaining import Explanation
from search.models import Change
from search.query import SearchQuery
from search.results import Hit

SHOWN = 10
# Nobody reads on so far.
RANKED = 200


@dataclass(frozen=True)
class Place:
    """A hit, the place it has, and why."""

    number: int
    hit: Hit
    explanation: Explanation


@dataclass(frozen=True)
class Standing:
    """Where a page stands: its place, or the reasons why it has none."""

    page: Page
    place: Place | None
    explanation: Explanation | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """The first hits of a question, and a page that somebody asks about."""

    total: int
    places: tuple[Place, ...]
    standing: Standing | None = None


def ranking(text, page, searcher):
    """Return why the hits of a question stand in their order."""
    # An editor who wants to know why would rather wait than hear that it does not work.
    query = SearchQuery(text=text, size=RANKED, marked=False, patient=True)
    scope = replace(searcher.scope, tokens=frozenset([PUBLIC]))
    results = engine().search(query, scope)
    visible = searcher.visible([hit.id for hit in results.hits])
    hits = {hit.id: hit for hit in results.hits if hit.id in visible}
    key = keys.of_page(page.pk) if page else None
    wanted = [*list(hits)[:SHOWN], *([key] if key else [])]
    explained = {found.id: found for found in engine().explain(query, scope, dict.fromkeys(wanted))}
    places = {
        id: Place(number, hit, explained[id])
        for number, (id, hit) in enumerate(hits.items(), 1)
        if id in explained
    }
    standing = _standing(page, places.get(key), explained.get(key), searcher) if page else None
    return Ranking(results.total, tuple(places.values())[:SHOWN], standing)


def _standing(page, place, explanation, searcher):
    reasons = () if place else tuple(_reasons(page, explanation, searcher))
    return Standing(page, place, explanation, reasons)


def _reasons(page, explanation, searcher):
    found = [*_hidden(page, searcher), *_held_up(keys.of_page(page.pk))]
    if found:
        return found
    if explanation is None:
        return [_("Zij staat niet in de index. Vraag de beheerder om hulp.")]
    return [_unasked(explanation)]


def _hidden(page, searcher):
    if not is_listed(page):
        yield _("Zij is niet gepubliceerd.")
    if page.specific_class not in details.known():
        yield _("Dit soort pagina staat niet in de zoekfunctie. Beveel haar aan als zij nodig is.")
    if searcher.restrictions.token(page.path) != PUBLIC:
        yield _("Niet iedereen mag haar zien. Alleen wie haar mag zien, vindt haar.")


def _held_up(key):
    changes = Change.objects.filter(key=key, done=False)
    refused = changes.filter(dead=True).first()
    if refused:
        yield _("De zoekmachine weigerde haar: %(error)s") % {"error": refused.error}
    if changes.filter(dead=False).exists():
        yield _("Haar laatste wijziging wacht nog op de zoekmachine.")


def _unasked(explanation):
    if explanation.matches:
        return _("Zij staat lager dan plaats %(last)s.") % {"last": RANKED}
    if explanation.lacking:
        return _("Deze woorden staan er niet: %(words)s.") % {
            "words": ", ".join(explanation.lacking)
        }
    return _("Zij zegt iets wat de vraag met een min uitsluit.")
