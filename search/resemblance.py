"""Pages that resemble one, to read on: asked of the engine, and kept for a while.

An engine takes longer over this than a page does over everything else, and what resembles a page
hardly changes. Who may see it can change at any moment: that is asked each time it is shown, and
how it is called now with it.
"""

import logging
from dataclasses import replace
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache

from practices.models import Evidence
from search import keys
from search.engines.base import SearchUnavailable
from search.engines.selection import engine
from search.facets import Type
from search.scope import EVERYBODY
from search.visibility import titles_for_all

log = logging.getLogger(__name__)

SHOWN = 4
# More are asked for than are shown: some are of another type, or on the page already.
CANDIDATES = 24
KEPT_FOR = 600
# An area, an organisation or a theme is not one more page like this one.
TYPES = {
    Type.PRACTICE,
    Type.METHOD,
    Type.RESEARCH,
    Type.LEARNING,
    Type.UPDATE,
    Type.EVENT,
}


def resembling(page, already=()):
    """Return public pages that resemble one, but for those it shows already (one query).

    `already` may hold pages, and evidence, of which both ends count. Nothing when the engine does
    not answer.
    """
    if page.pk is None:
        return []
    left_out = {key for shown in already for key in _keys(shown)}
    found = [hit for hit in _found(page) if hit.type in TYPES and hit.id not in left_out]
    titles = titles_for_all([hit.id for hit in found])
    named = (replace(hit, title=titles[hit.id]) for hit in found if hit.id in titles)
    return list(named)[:SHOWN]


def _found(page):
    # Another index may hold other pages.
    index = sha256(settings.SEARCH_URL.encode()).hexdigest()[:12]
    place = f"resembling:{index}:{page.pk}"
    found = cache.get(place)
    if found is None:
        try:
            found = engine().similar(keys.of_page(page.pk), EVERYBODY, limit=CANDIDATES)
        except SearchUnavailable as error:
            log.warning("The search engine names no similar pages: %s", error)
            return []
        cache.set(place, found, KEPT_FOR)
    return found


def _keys(shown):
    if isinstance(shown, Evidence):
        return {keys.of_page(shown.page_id), keys.of_page(shown.research_id)}
    return {keys.of_page(shown.pk)}
