"""Results on a map: how many there are in each area, with a list of the same beside it.

The numbers are those of the facet of areas, so they tell of all results and not of one page.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import ngettext

from content import maps
from content.models import Area
from search.query import View

TOWN, NEIGHBOURHOOD = Area.Kind.MUNICIPALITY, Area.Kind.NEIGHBOURHOOD


@dataclass(frozen=True)
class PlaceOfResults:
    """An area with results, the question that leads to them, and the neighbourhoods in it."""

    area: Area
    count: int
    querystring: str
    inside: tuple = ()

    @property
    def spot(self):
        """Return this as something to put on a map."""
        said = ngettext(
            "%(name)s, %(count)s resultaat", "%(name)s, %(count)s resultaten", self.count
        )
        spoken = said % {"name": self.area.full_name, "count": self.count}
        return maps.Spot(self.area, self.count, f"?{self.querystring}", spoken)


@dataclass(frozen=True)
class ResultsMap:
    """The map, or None when nothing has a position; the towns on it; what is no place at all.

    `towns` holds a neighbourhood by itself when it was chosen without its town.
    """

    drawn: maps.AreaMap | None
    towns: tuple
    others: tuple


def results_map(answer):
    """Return the areas of an answer (one query): when some are chosen, those and what lies in them.

    What lies in one town alone is shown close by.
    """
    counts = {bucket.value: bucket.count for bucket in answer.results.facets.get("area", ())}
    chosen = answer.query.chosen("area")
    areas = Area.objects.filter(code__in=counts).select_related("parent").order_by("name")
    shown = [area for area in areas if not chosen or {area.code, _town(area).code} & {*chosen}]
    places = _Places(answer.query, counts, shown)
    return ResultsMap(_drawn(places.towns, bool(chosen)), places.towns, places.others)


class _Places:
    def __init__(self, query, counts, areas):
        self.query, self.counts, self.areas = query, counts, areas
        self.inside = defaultdict(list)
        numbers = {area.pk for area in areas}
        for area in areas:
            if area.kind == NEIGHBOURHOOD and area.parent_id in numbers:
                self.inside[area.parent_id].append(area)

    @property
    def towns(self):
        below = {area.pk for inside in self.inside.values() for area in inside}
        return tuple(
            self._place(area)
            for area in self.areas
            if area.kind in (TOWN, NEIGHBOURHOOD) and area.pk not in below
        )

    @property
    def others(self):
        return tuple(
            self._place(area) for area in self.areas if area.kind not in (TOWN, NEIGHBOURHOOD)
        )

    def _place(self, area):
        question = self.query.only("area", area.code).seen_as(View.LIST)
        inside = tuple(self._place(found) for found in self.inside[area.pk])
        return PlaceOfResults(area, self.counts[area.code], question.querystring(), inside)


def _drawn(towns, is_chosen):
    around = {_town(place.area) for place in towns}
    if is_chosen and len(around) == 1:
        close_by = [inner for place in towns for inner in (place.inside or (place,))]
        if any(place.area.kind == NEIGHBOURHOOD for place in close_by):
            return maps.map_of([place.spot for place in close_by], around.pop())
    return maps.map_of([place.spot for place in towns])


def _town(area):
    return area.parent if area.kind == NEIGHBOURHOOD and area.parent else area
