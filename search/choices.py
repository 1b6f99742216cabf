"""What a searcher can choose: every facet with its values, counts and what is chosen."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from search.facets import FACETS, Facet, Kind
from search.figures.developments import CALLED, by_indicator
from search.parsing import unknown_development
from search.query import DEVELOPMENT, Problem

SHOWN_AT_FIRST = 7
# So many values below another stand there unfolded.
UNFOLDED = 3
# The outcomes that can be chosen, in the order in which they are shown.
OUTCOMES = [str(outcome) for outcome in CALLED]


@dataclass(frozen=True)
class Choice:
    """A value of a facet as the searcher sees it, with what lies below it in a tree."""

    value: str
    label: str
    count: int
    chosen: bool
    inside: tuple["Choice", ...] = ()

    @property
    def is_folded(self):
        """Tell whether what lies below is only seen when asked for."""
        return len(self.inside) > UNFOLDED

    @property
    def has_chosen(self):
        """Tell whether something below it is chosen."""
        return any(choice.chosen or choice.has_chosen for choice in self.inside)

    def walk(self, level=0):
        """Yield this value and all below it, each with its depth."""
        yield level, self
        for choice in self.inside:
            yield from choice.walk(level + 1)


@dataclass(frozen=True)
class FacetChoices:
    """A facet with its values: those shown at once and those behind “more”."""

    facet: Facet
    first: tuple[Choice, ...]
    more: tuple[Choice, ...]

    def walk(self):
        """Yield every value with its depth."""
        for choice in (*self.first, *self.more):
            yield from choice.walk()


@dataclass(frozen=True)
class IndicatorChoices:
    """An indicator with what became of areas: each in how many of them."""

    label: str
    choices: tuple[Choice, ...]


def choices(query, results, labels):
    """Return the facets that have something to choose."""
    found = (_facet(facet, query, results, labels) for facet in FACETS)
    return [facet for facet in found if _tells_apart(facet, results)]


def chosen(query, labels):
    """Return what is chosen now: facet, words, and the question without it."""
    return [
        {
            "facet": facet,
            "label": labels.text(facet.name, value),
            "querystring": query.without_value(facet.name, value).querystring(),
        }
        for facet in FACETS
        for value in query.chosen(facet.name)
    ] + [
        {
            "facet": {"label": labels.text("indicator", development.indicator)},
            "label": development.text,
            "querystring": query.without_development(development).querystring(),
        }
        for development in query.developments
    ]


def developments(query, results, labels):
    """Return what can be chosen of what became of areas, by the name of the indicator."""
    known = {each: results.developments.get(each, 0) for each in query.developments}
    groups = by_indicator({**results.developments, **known})
    found = [
        IndicatorChoices(
            labels.text("indicator", indicator),
            tuple(
                Choice(each.value, each.text, results.developments.get(each, 0), each in known)
                for each in sorted(group, key=lambda each: OUTCOMES.index(each.outcome))
            ),
        )
        for indicator, group in groups.items()
        if indicator in labels.of("indicator")
    ]
    return sorted(found, key=lambda group: group.label)


def resembling(own_area, labels):
    """Return the choice of areas like one's own, as `chosen` does; none when there is none."""
    if own_area is None or own_area.likeness is None:
        return []
    theme = own_area.query.like_by and labels.text("theme", own_area.query.like_by)
    return [
        {
            "facet": {"label": _("Lijkt op")},
            "label": " · ".join(filter(None, [own_area.likeness.area.full_name, theme])),
            "querystring": own_area.query.without_like().querystring(),
        }
    ]


def without_unknown(query, labels):
    """Return the question without values nobody knows, and a problem for each facet of those."""
    problems = []
    for facet in FACETS:
        for value in query.chosen(facet.name):
            if labels.of(facet.name).get(value) is None:
                query = query.without_value(facet.name, value)
                problems.append(_unknown(facet, value))
    for development in query.developments:
        if development.indicator not in labels.of("indicator"):
            query = query.without_development(development)
            problems.append(Problem(DEVELOPMENT, unknown_development(development.value)))
    return query, problems


def _unknown(facet, value):
    message = _("‘%(value)s’ kennen wij niet bij ‘%(facet)s’. Wij zochten zonder deze keuze.")
    return Problem(facet.parameter, message % {"value": value[:60], "facet": facet.label})


def _tells_apart(choices, results):
    # One value that every result has leaves nothing to choose.
    found = [choice for _level, choice in choices.walk()]
    if len(found) == 1 and not found[0].chosen:
        return found[0].count < results.total
    return bool(found)


def _facet(facet, query, results, labels):
    known = labels.of(facet.name)
    counts = {bucket.value: bucket.count for bucket in results.facets.get(facet.name, ())}
    counts |= {value: counts.get(value, 0) for value in query.chosen(facet.name)}
    found = [
        Choice(value, known.get(value).text, count, value in query.chosen(facet.name))
        for value, count in counts.items()
        if known.get(value)
    ]
    ordered = _ORDERS[facet.kind](found, known)
    first, more = _split(ordered)
    return FacetChoices(facet, tuple(first), tuple(more))


def _split(ordered):
    # What is chosen is always in sight, and two more are not worth a click.
    first, more = [], []
    for place, choice in enumerate(ordered):
        in_sight = place < SHOWN_AT_FIRST or choice.chosen or choice.has_chosen
        (first if in_sight else more).append(choice)
    return (first, more) if len(more) > 2 else (ordered, [])


def _by_count(found, known):
    return sorted(found, key=lambda choice: (-choice.count, choice.label))


def _by_year(found, known):
    return sorted(found, key=lambda choice: choice.value, reverse=True)


def _as_declared(found, known):
    place = {value: number for number, value in enumerate(known)}
    return sorted(found, key=lambda choice: place[choice.value])


def _as_tree(found, known):
    values = {choice.value for choice in found}
    below = {}
    for choice in _by_count(found, known):
        parent = known[choice.value].parent
        below.setdefault(parent if parent in values else "", []).append(choice)
    return _branches(below, "")


def _branches(below, parent):
    return [
        replace(choice, inside=tuple(_branches(below, choice.value)))
        for choice in below.get(parent, ())
    ]


_ORDERS = {
    Kind.TERMS: _by_count,
    Kind.YEARS: _by_year,
    Kind.ORDERED: _as_declared,
    Kind.TREE: _as_tree,
}
