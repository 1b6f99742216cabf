"""The area that a searcher names as their own: what resembles it, and what lies near it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from content.models import Area
from search import likeness
from search.builders import trees
from search.likeness import Likeness
from search.query import LIKE, NEAR, Problem, Sort

# A list of more is no help, and a page that nobody can load.
MOST_LISTED = 400


@dataclass(frozen=True)
class OwnArea:
    """A question with its areas looked up, what was wrong with them, and what resembles one."""

    query: object
    problems: tuple[Problem, ...] = ()
    likeness: Likeness | None = None
    near: Area | None = None


def looked_up(query):
    """Return a question with the areas it names looked up (no query when it names none)."""
    wanted = {query.like, query.near if query.sort is Sort.NEARNESS else ""} - {""}
    known = _areas(wanted) if wanted else {}
    found = OwnArea(query)
    if query.like:
        found = _resembling(found, known.get(query.like))
    return _nearest(found, known.get(query.near)) if query.sort is Sort.NEARNESS else found


def _areas(codes):
    return Area.objects.select_related("parent").in_bulk(codes, field_name="code")


def _resembling(found, area):
    alike = likeness.of(area) if area else None
    if alike and alike.others:
        return replace(found, query=replace(found.query, alike=alike.codes), likeness=alike)
    message = (
        _("Van ‘%(name)s’ zijn er te weinig cijfers om te zien welke gebieden erop lijken.")
        if area
        else _("Het gebied ‘%(name)s’ kennen wij niet.")
    )
    return _without(found, found.query.without_like(), LIKE, message, area or found.query.like)


def _nearest(found, area):
    origin = trees.location([area]) if area else None
    if origin:
        return replace(found, query=replace(found.query, origin=origin), near=area)
    message = _("Kies bij welk gebied het dichtbij moet zijn.")
    if area:
        message = _("Wij weten niet waar ‘%(name)s’ ligt.")
    elif found.query.near:
        message = _("Het gebied ‘%(name)s’ kennen wij niet.")
    query = replace(found.query.sorted_by(Sort.RELEVANCE), near="", page=found.query.page)
    return _without(found, query, NEAR, message, area or found.query.near)


def _without(found, query, parameter, message, name):
    told = message % {"name": str(name)[:60]}
    problem = Problem(parameter, f"{told} {_('Wij zochten zonder deze keuze.')}")
    return replace(found, query=query, problems=(*found.problems, problem))


def near(answer):
    """Return code and name of the area to measure from, or None when no area is named.

    That is the one measured from now, else the one that others must resemble, else the one
    chosen in the facet of areas.
    """
    own, chosen = answer.own_area, answer.query.chosen("area")
    if own and own.near:
        return own.near.code, own.near.full_name
    if own and own.likeness and trees.location([own.likeness.area]):
        return own.likeness.area.code, own.likeness.area.full_name
    return (chosen[0], _named(answer.labels, chosen[0])) if len(chosen) == 1 else None


def choices(answer):
    """Return the neighbourhoods that can be chosen as one's own, by code, in order of name.

    None when there are too many for a list: then a code must be typed.
    """
    areas = answer.labels.of("area")
    names = {code: _named(answer.labels, code) for code, label in areas.items() if label.parent}
    if len(names) > MOST_LISTED:
        return None
    if answer.query.like in areas:
        names[answer.query.like] = _named(answer.labels, answer.query.like)
    return sorted(names.items(), key=lambda pair: (pair[1].casefold(), pair[0]))


def _named(labels, code):
    label = labels.of("area")[code]
    return f"{label.text} ({labels.text('area', label.parent)})" if label.parent else label.text
