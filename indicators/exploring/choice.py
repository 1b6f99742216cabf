"""What somebody wants to see in the explorer, and the querystring that stands for it; pure."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from content.models import Area
from content.validators import FIRST_YEAR, LAST_YEAR

INDICATOR, GROUP, AREA = "indicator", "groep", "gebied"
BESIDE, FIRST, LAST = "vergelijk", "van", "tot"
# Each neighbourhood beside its own municipality.
OWN = "eigen-gemeente"
MOST_AREAS = 50
# With figures of so many neighbourhoods, those of the whole group are shown.
MANY = 10
MOST_BESIDE = 3
# Of an area with that of its municipality.
LONGEST = 205
DAY = len("2012-12-31")


@dataclass(frozen=True)
class Problem:
    """Something in the querystring that cannot be shown, and what to do about it."""

    parameter: str
    message: str


@dataclass(frozen=True)
class Choice:
    """An indicator, the areas of a group and areas of their own, what to compare with, two days.

    All by code. `areas` are pointed out among those of the group. The first of `beside` is what
    distances are counted to; without any that is the municipality of each. Without days
    everything there is is shown.
    """

    indicator: str = ""
    group: str = ""
    areas: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    def as_querystring(self):
        """Return the choice as a querystring: what is default is left out."""
        pairs = [(INDICATOR, self.indicator), (GROUP, self.group)]
        pairs += [(AREA, code) for code in self.areas]
        if self.beside != (OWN,):
            pairs += [(BESIDE, code) for code in self.beside]
        pairs += [(FIRST, self.first), (LAST, self.last)]
        return urlencode([(name, str(value)) for name, value in pairs if value])


def of_grid(grid, group=None):
    """Return the choice that shows the figures of a grid: those of a group where it has many."""
    near = [line.area for line in grid.lines if line.area.kind == Area.Kind.NEIGHBOURHOOD]
    if group and len(near) >= MANY:
        return Choice(indicator=grid.indicator.code, group=group.code)
    areas = [line.area for line in grid.lines]
    areas = areas if len(areas) <= MOST_AREAS else near
    codes = tuple(area.code for area in areas[:MOST_AREAS])
    return Choice(indicator=grid.indicator.code, areas=codes)


def parse(parameters):
    """Return the choice in a QueryDict and the problems met; the choice is always usable."""
    problems = []
    first = _day(parameters, FIRST, problems)
    last = _day(parameters, LAST, problems)
    if first and last and first >= last:
        problems.append(
            Problem(LAST, _("Deze datum ligt niet na de eerste. Kies een latere datum."))
        )
        last = None
    choice = Choice(
        indicator=_text(parameters.get(INDICATOR, "")),
        group=_text(parameters.get(GROUP, "")),
        areas=_several(parameters, AREA, MOST_AREAS, problems),
        beside=_several(parameters, BESIDE, MOST_BESIDE, problems),
        first=first,
        last=last,
    )
    return choice, problems


def _text(value):
    # PostgreSQL refuses to compare NUL. One character more than there may be is enough to tell.
    return value[: LONGEST + 1].replace("\x00", "\ufffd").strip()


def _several(parameters, name, most, problems):
    values = tuple(dict.fromkeys(filter(None, map(_text, parameters.getlist(name)))))
    if len(values) > most:
        problems.append(
            Problem(name, _("Kies er hoogstens %(limit)s. U ziet de eerste.") % {"limit": most})
        )
    return values[:most]


def _day(parameters, name, problems):
    value = parameters.get(name, "").strip()
    if not value:
        return None
    day = _read(value)
    if day is None:
        message = _("Dit is geen datum. Kies er een uit de lijst, of schrijf die als 2012-12-31.")
        problems.append(Problem(name, message))
    return day


def _read(value):
    if len(value) != DAY or not value.isascii():
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
