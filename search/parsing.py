"""Reads a question from a querystring, and says what in it cannot be answered; pure."""

from types import MappingProxyType

from django.utils.translation import gettext as _

from search.facets import FACETS
from search.figures.developments import Development
from search.query import (
    DEVELOPMENT,
    LIKE,
    LIKE_BY,
    LONGEST_CODE,
    LONGEST_NAME,
    MAX_DEVELOPMENTS,
    MAX_PAGE,
    MAX_TEXT,
    MAX_VALUES,
    NEAR,
    Problem,
    SearchQuery,
    Sort,
    View,
)


def parse(parameters, last=MAX_PAGE):
    """Return the question in a QueryDict and the problems met; the question is always usable.

    `last` is the last page that may be asked for.
    """
    problems = []
    query = SearchQuery(
        text=_text(parameters, problems),
        filters=_filters(parameters, problems),
        developments=_developments(parameters, problems),
        like=_name(parameters, LIKE, LONGEST_NAME),
        like_by=_name(parameters, LIKE_BY, LONGEST_NAME),
        near=_name(parameters, NEAR, LONGEST_CODE),
        sort=_sort(parameters, problems),
        view=_view(parameters, problems),
        page=_page(parameters, problems, last),
        last=last,
    )
    return query, problems


def _text(parameters, problems):
    # NUL ends a string in SQLite and is refused by PostgreSQL; no reader types it.
    text = " ".join(parameters.get("q", "").replace("\x00", " ").split())
    if len(text) > MAX_TEXT:
        problems.append(
            Problem(
                "q",
                _(
                    "Uw zoekvraag heeft %(length)s tekens. Gebruik er hoogstens %(limit)s; "
                    "wij zochten met het begin ervan."
                )
                % {"length": len(text), "limit": MAX_TEXT},
            )
        )
        text = text[:MAX_TEXT].rsplit(" ", 1)[0]
    return text


def _filters(parameters, problems):
    filters = {}
    for facet in FACETS:
        given = (
            _known_to_nobody_if_strange(value) for value in parameters.getlist(facet.parameter)
        )
        values = tuple(dict.fromkeys(filter(None, given)))
        if len(values) > MAX_VALUES:
            problems.append(
                Problem(
                    facet.parameter,
                    _("Kies hoogstens %(limit)s waarden bij ‘%(facet)s’.")
                    % {"limit": MAX_VALUES, "facet": facet.label},
                )
            )
            values = values[:MAX_VALUES]
        if values:
            filters[facet.name] = values
    return MappingProxyType(filters)


def _developments(parameters, problems):
    given = dict.fromkeys(filter(None, parameters.getlist(DEVELOPMENT)))
    if len(given) > MAX_DEVELOPMENTS:
        problems.append(
            Problem(
                DEVELOPMENT,
                _("Kies hoogstens %(limit)s ontwikkelingen.") % {"limit": MAX_DEVELOPMENTS},
            )
        )
    found = []
    for value in list(given)[:MAX_DEVELOPMENTS]:
        development = Development.parse(value.replace("\x00", "\ufffd"))
        if development:
            found.append(development)
        else:
            problems.append(Problem(DEVELOPMENT, unknown_development(value)))
    return tuple(found)


def unknown_development(value):
    """Return what to say of a development that nobody knows."""
    message = _(
        "De ontwikkeling ‘%(value)s’ kennen wij niet. Wij zochten zonder deze keuze. "
        "Een goed voorbeeld: %(example)s."
    )
    return message % {"value": value[:60], "example": "vsv:dichterbij"}


def _name(parameters, name, longest):
    return _known_to_nobody_if_strange(parameters.get(name, ""), longest).strip()


def _known_to_nobody_if_strange(value, longest=LONGEST_NAME):
    # PostgreSQL refuses to compare NUL. One character more than there may be is enough to tell.
    return value[: longest + 1].replace("\x00", "\ufffd")


def _sort(parameters, problems):
    value = parameters.get("sorteer", Sort.RELEVANCE.value) or Sort.RELEVANCE.value
    try:
        return Sort(value)
    except ValueError:
        problems.append(Problem("sorteer", _("Deze volgorde kennen wij niet. Kies een andere.")))
        return Sort.RELEVANCE


def _view(parameters, problems):
    value = parameters.get("weergave", View.LIST.value) or View.LIST.value
    try:
        return View(value)
    except ValueError:
        problems.append(Problem("weergave", _("Deze weergave kennen wij niet. Kies een andere.")))
        return View.LIST


def _page(parameters, problems, last):
    value = parameters.get("pagina", "1") or "1"
    if value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= last and len(value) < 9:
        return int(value)
    problems.append(
        Problem("pagina", _("Deze bladzijde bestaat niet. U ziet de eerste bladzijde."))
    )
    return 1
