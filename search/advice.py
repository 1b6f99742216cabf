"""What to do when little is found: choose something wider, or let a choice go, with the number
of results that this gives."""

from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.facets import FACETS, Kind, Type

# With fewer results than this a searcher is helped on.
FEW = 5


@dataclass(frozen=True)
class WayOut:
    """A question that gives more, in words, with how many results it has."""

    label: str
    count: int
    querystring: str


def ways_out(query, results, labels):
    """Return the questions near this one that give more, when it gives little."""
    if results.total >= FEW:
        return []
    found = [*_wider(query, results, labels), *_without(query, results)]
    return [way for way in found if way.count > results.total]


def apart(query, results):
    """Return the question for the figures that are kept apart from the results, or None."""
    count = results.count_of("type", query.apart)
    if not count:
        return None
    label = ngettext("%(count)s cijfer", "%(count)s cijfers", count) % {"count": intcomma(count)}
    return WayOut(label, count, query.only("type", Type.FIGURE.value).querystring())


def _wider(query, results, labels):
    """Yield each chosen value of a tree with what it is a part of in its place."""
    for facet in FACETS:
        if facet.kind is not Kind.TREE:
            continue
        known = labels.of(facet.name)
        counts = {bucket.value: bucket.count for bucket in results.facets.get(facet.name, ())}
        for value in query.chosen(facet.name):
            parent = known[value].parent
            if parent and parent not in query.chosen(facet.name):
                words = {"wider": known[parent].text, "chosen": known[value].text}
                yield WayOut(
                    _("‘%(wider)s’ in plaats van ‘%(chosen)s’") % words,
                    counts.get(parent, 0),
                    query.with_other(facet.name, value, parent).querystring(),
                )


def _without(query, results):
    """Yield the question without anything chosen in a facet, for each that has something."""
    for facet in FACETS:
        if query.chosen(facet.name):
            yield WayOut(
                _("Zonder keuze bij ‘%(facet)s’") % {"facet": facet.label},
                results.without.get(facet.name, 0)
                - results.count_of("type", query.without(facet.name).apart),
                query.without(facet.name).querystring(),
            )
