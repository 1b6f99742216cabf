"""The figures of one indicator over many areas and days, and who belongs to a group when."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from content.models import Area, AreaCode, Membership
from indicators import current
from indicators.models import Indicator
from indicators.readings import Reader


@dataclass(frozen=True)
class Member:
    """An area of a group, with the years of one membership; None is without an end."""

    area: Area
    first_year: int | None = None
    last_year: int | None = None

    def within(self, first, last):
        """Tell whether any year of this membership lies between two years."""
        return (self.first_year or first) <= last and (self.last_year or last) >= first


@dataclass(frozen=True)
class Collected:
    """The measurements of an indicator that count, by number of area and by day.

    `areas` holds every area with a measurement by its number, `codes` the codes of the CBS that
    an area had.
    """

    indicator: Indicator
    areas: dict
    cells: dict
    codes: dict = field(default_factory=dict)

    def of(self, area):
        """Return the measurements of an area by day, in order."""
        return self.cells.get(area.pk, {}) if area else {}

    def surroundings(self, area):
        """Return what an area is compared with by itself.

        A neighbourhood that is its municipality, any other area the country when it has figures.
        """
        if area.kind == Area.Kind.NEIGHBOURHOOD:
            return area.parent
        countries = (other for other in self.areas.values() if other.kind == Area.Kind.COUNTRY)
        return next((other for other in countries if other != area), None)

    def borders_changed(self, area, before, after):
        """Tell whether the CBS counts an area with other codes in the borders of two measurements.

        What is not known cannot be told: a dataset without a boundary year changes nothing.
        """
        years = [found.dataset.boundary_year for found in (before, after)]
        if None in years or years[0] == years[1]:
            return False
        one, other = (self._codes_in(area, year) for year in years)
        return one != other

    def _codes_in(self, area, year):
        codes = self.codes.get(area.pk, ())
        return {code.code for code in codes if code.first_year <= year <= code.last_year}


def members_of(group, areas=()):
    """Return the memberships of a group (one query, one more for areas that are not at hand).

    `areas` are those at hand, with their parents.
    """
    found = Membership.objects.filter(group=group).order_by("member__name", "member", "first_year")
    rows = list(found.values_list("member", "first_year", "last_year"))
    known = {area.pk: area for area in areas}
    absent = {member for member, _first, _last in rows} - known.keys()
    known |= Area.objects.select_related("parent").in_bulk(absent)
    return [Member(known[member], first, last) for member, first, last in rows]


def collect(indicator, areas, others=()):
    """Read the figures of areas, of their municipalities, of others and of the country.

    Four queries, however many areas there are.
    """
    numbers = {area.pk for area in (*areas, *others)}
    numbers |= {area.parent_id for area in areas if area.kind == Area.Kind.NEIGHBOURHOOD} - {None}
    chosen = Q(area__in=current.these_and_countries(numbers))
    known, cells = {}, defaultdict(dict)
    rows = current.measurements().filter(chosen, indicator=indicator)
    for found in Reader((*areas, *others)).read(rows):
        known[found.area_id] = found.area
        cells[found.area_id][found.period_date] = found
    return Collected(indicator, known, dict(cells), codes_of(numbers))


def codes_of(numbers):
    """Return the codes of the CBS that areas had, by the number of the area (one query)."""
    codes = defaultdict(list)
    for code in AreaCode.objects.filter(area__in=set(numbers)):
        codes[code.area_id].append(code)
    return dict(codes)
