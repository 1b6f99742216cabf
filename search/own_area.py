"""The area that a searcher names as their own: what resembles it, and what lies near it."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from content.models import Area
from search import likeness
from search.builders import trees
from search.likeness import Likeness
from search.query import LIKE, LIKE_BY, NEAR, Problem, Sort

# A list of more is no help, and a page that nobody can load.
MOST_LISTED = 400
# So many areas with the same name are told.
MOST_CALLED = 8


@dataclass(frozen=True)
class OwnArea:
    """A question with its areas looked up, what was wrong with them, and what resembles one.

    `typed` is how the area was written that others must resemble.
    """

    query: object
    typed: str = ""
    problems: tuple[Problem, ...] = ()
    likeness: Likeness | None = None
    near: Area | None = None


def looked_up(query, labels):
    """Return a question with the areas it names looked up (no query when it names none).

    One that others must resemble may be named by its code, or by its name.
    """
    found = _called(OwnArea(query, query.like), labels)
    query = found.query
    wanted = {query.like, query.near if query.sort is Sort.NEARNESS else ""} - {""}
    known = _areas(wanted) if wanted else {}
    if query.like:
        found = _resembling(found, known.get(query.like), labels)
    return _nearest(found, known.get(query.near)) if query.sort is Sort.NEARNESS else found


def _areas(codes):
    return Area.objects.select_related("parent").in_bulk(codes, field_name="code")


def _called(found, labels):
    """Put the code of an area in the place of its name, when no other area is called so."""
    areas = labels.of("area")
    if not found.typed or found.typed in areas:
        return found
    name = found.typed.casefold()
    inner = {code: _named(labels, code) for code, label in areas.items() if label.parent}
    codes = [
        code for code in inner if name in (inner[code].casefold(), areas[code].text.casefold())
    ]
    if len(codes) == 1:
        return replace(found, query=replace(found.query, like=codes[0]))
    if not codes:
        return found
    message = _("Meer gebieden heten ‘%(name)s’. Schrijf erbij welke gemeente u bedoelt: %(all)s.")
    called = ", ".join(sorted(inner[code] for code in codes)[:MOST_CALLED])
    return _without(found, found.query.without_like(), LIKE, message, found.typed, all=called)


def _resembling(found, area, labels):
    alike = likeness.of(area, found.query.like_by) if area else None
    if alike and found.query.like_by and found.query.like_by not in alike.themes:
        found, alike = _by_all_themes(found, area, labels), likeness.of(area)
    if alike and alike.others:
        return replace(found, query=replace(found.query, alike=alike.codes), likeness=alike)
    message = (
        _("Van ‘%(name)s’ zijn er te weinig cijfers om te zien welke gebieden erop lijken.")
        if area
        else _("Het gebied ‘%(name)s’ kennen wij niet.")
    )
    return _without(found, found.query.without_like(), LIKE, message, area or found.query.like)


def _by_all_themes(found, area, labels):
    message = _("Van ‘%(name)s’ zijn er te weinig cijfers over ‘%(theme)s’.")
    theme = labels.text("theme", found.query.like_by)[:60]
    return _without(found, found.query.like_by_theme(""), LIKE_BY, message, area, theme=theme)


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


def _without(found, query, parameter, message, name, **more):
    told = message % {"name": str(name)[:60], **more}
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


def typed(answer):
    """Return how one's own area stands in its field: as it is called, or as it was typed."""
    own = answer.own_area
    return own.likeness.area.full_name if own and own.likeness else own.typed if own else ""


def themes(answer):
    """Return the themes by which areas may be alike, in words, each with its question."""
    own, query = answer.own_area, answer.query
    if not own or not own.likeness or len(own.likeness.themes) < 2:
        return []
    words = {slug: answer.labels.text("theme", slug) for slug in own.likeness.themes}
    offered = [("", _("alle cijfers")), *sorted(words.items(), key=lambda pair: pair[1])]
    return [
        {
            "label": label,
            "chosen": slug == query.like_by,
            "querystring": query.like_by_theme(slug).querystring(),
        }
        for slug, label in offered
    ]


def choices(answer):
    """Return the neighbourhoods that can be chosen as one's own, by code, in order of name.

    None when there are too many for a list: then a name or a code must be typed.
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
