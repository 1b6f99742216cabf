"""Turns what can be found into documents; one builder per kind, beside each other.

A key whose object does not exist, or is not published, gets no document: to an index that means
it must be forgotten.
"""

import logging

from django.db import DatabaseError

from search import keys
from search.builders import experiences, figures, pages, places

log = logging.getLogger(__name__)

BUILDERS = {
    keys.PAGE: pages.documents,
    keys.AREA: places.areas,
    keys.ORGANISATION: places.organisations,
    keys.INDICATOR: figures.indicators,
    keys.FIGURE: figures.figures,
    keys.EXPERIENCE: experiences.documents,
}
ALL_KEYS = (
    pages.all_keys,
    places.all_area_keys,
    places.all_organisation_keys,
    figures.all_indicator_keys,
    figures.all_figure_keys,
    experiences.all_keys,
)


def build(wanted):
    """Return the documents of the keys, as the database is now, by key."""
    found = {}
    for kind, builder in BUILDERS.items():
        names = keys.names(wanted, kind)
        if names:
            found.update({document.id: document for document in builder(names)})
    return found


def build_or_tell(wanted):
    """Return the documents of the keys, and what went wrong with those that gave an error.

    One page that cannot be read must not keep all others out of the index.
    """
    try:
        return build(wanted), {}
    except DatabaseError:
        raise
    except Exception:
        return _one_by_one(wanted)


def _one_by_one(wanted):
    documents, failures = {}, {}
    for key in wanted:
        try:
            documents |= build([key])
        except DatabaseError:
            raise
        except Exception as error:
            log.exception("No document can be made of %s.", key)
            failures[key] = f"{type(error).__name__}: {error}"
    return documents, failures


def all_keys():
    """Yield the key of everything that can be found now."""
    for read in ALL_KEYS:
        yield from read()
