"""Answers a choice: the figures it asks for, compared, told and laid out for tables and charts."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content.models import Area
from indicators import collecting, comparators, telling
from indicators import sentences as in_words
from indicators.analysis import Analysis, analyse
from indicators.collecting import Collected, Member
from indicators.exploring import breaks, options
from indicators.exploring.choice import FIRST, LAST, Problem
from indicators.exploring.options import Chosen, Options
from indicators.grids import Column, Line
from indicators.models import Outcome

NOTHING = MappingProxyType({})
# So many areas have a line and a mark of their own; the others stay in the background.
MOST_MARKED = 8
# Of more areas, only the distances are told.
MOST_TOLD = 6


@dataclass(frozen=True)
class Table:
    """All figures of a choice: lines of the areas, and of what they are compared with."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    beside: tuple[Line, ...]

    @property
    def all_lines(self):
        """Return every line: areas first."""
        return (*self.lines, *self.beside)

    @property
    def cells(self):
        """Yield every measurement there is."""
        return (cell for line in self.all_lines for cell in line.cells if cell)


@dataclass(frozen=True)
class Exploration:
    """A choice with its options, and what there is to see of it; empty parts are None or empty."""

    chosen: Chosen
    options: Options
    collected: Collected | None = None
    days: Mapping[date, str] = field(default_factory=lambda: NOTHING)
    table: Table | None = None
    analysis: Analysis | None = None
    apart: Analysis | None = None
    problems: tuple[Problem, ...] = ()
    is_of_group_itself: bool = False

    @property
    def status_code(self):
        """Return 400 when some of the choice cannot be shown."""
        return 400 if self.problems else 200

    @property
    def has_figures(self):
        """Tell whether there is any measurement of an area that was chosen."""
        return self.table is not None and any(
            cell for line in self.table.lines for cell in line.cells
        )

    @cached_property
    def courses(self):
        """Return what became of each area, of the group and apart from it, furthest behind first.

        Those of which nothing can be said come last.
        """
        found = [*self.analysis.courses, *(self.apart.courses if self.apart else ())]
        return tuple(sorted(found, key=_how_far_behind))

    @cached_property
    def marked(self):
        """Return the areas to point out: those chosen, or else where the distance changed most."""
        if self.chosen.areas:
            return self.chosen.areas[:MOST_MARKED]
        ways = (Outcome.SMALLER, Outcome.LARGER)
        found = [course.area for way in ways for course in self.analysis.extremes(way)]
        return tuple(found[:MOST_MARKED]) or tuple(line.area for line in self.table.lines[:1])

    @cached_property
    def compared(self):
        """Return what the marked areas are compared with, from near to far."""
        lines = {line.area for line in self.table.beside}
        own = {course.comparator for course in self.courses if course.area in self.marked}
        wide = {area for area in lines if area.kind in (Area.Kind.GROUP, Area.Kind.COUNTRY)}
        named = {area for area in self.chosen.beside if area}
        return tuple(comparators.in_order((own | wide | named) & lines))

    @cached_property
    def sentences(self):
        """Return what the figures say, the counts first."""
        return telling.told(self.analysis) if self.analysis else []

    @property
    def of_areas(self):
        """Return pairs of a chosen area and what its figures say."""
        if not self.analysis or (self.chosen.group is None and len(self.courses) == 1):
            return []
        of_area = {course.area: course for course in self.courses}
        told = [of_area[area] for area in self.chosen.areas if area in of_area][:MOST_TOLD]
        pairs = [(course.area, in_words.table(course.table)) for course in told]
        return [(area, sentence) for area, sentence in pairs if sentence]

    @cached_property
    def notes(self):
        """Return what a reader must know to read the figures well."""
        if not self.analysis:
            return []
        itself = [_("Van de leden van deze groep zijn er geen cijfers, wel van de groep zelf.")]
        told = {each.area for each in self._breaks if each.reason == breaks.Reason.BORDERS}
        return [*(itself if self.is_of_group_itself else []), *telling.notes(self.analysis, told)]

    @cached_property
    def breaks(self):
        """Return in words where figures are hard to compare with those before, and what is new."""
        return [note for note in breaks.told(self._breaks) if note not in self.notes]

    @property
    def definitions(self):
        """Return in words where the definition changed between the figures that are shown."""
        return breaks.of_definitions(self._breaks)

    @cached_property
    def _breaks(self):
        found = []
        for line in self.table.all_lines:
            known = [cell for cell in line.cells if cell and cell.value is not None]
            for before, after in pairwise(known):
                found += breaks.between(self.collected, line.area, before, after)
        return found

    @cached_property
    def datasets(self):
        """Return the deliveries that the figures come from, each once."""
        return tuple({cell.dataset_id: cell.dataset for cell in self.table.cells}.values())

    @property
    def title(self):
        """Return what is shown, in one line."""
        chosen = self.chosen
        where = [area for area in (chosen.group, *chosen.areas) if area]
        return f"{chosen.indicator.name}: {telling.named(where)}"


def explore(choice, problems):
    """Answer a choice (at most eleven queries, however many areas, periods and indicators)."""
    listed = options.load(choice)
    chosen = options.choose(choice, listed, problems)
    empty = Exploration(chosen, listed, problems=chosen.problems)
    if chosen.indicator is None or not (chosen.group or chosen.areas):
        return empty
    members = collecting.members_of(chosen.group, listed.known) if chosen.group else []
    areas = list(dict.fromkeys([*(member.area for member in members), *chosen.areas]))
    # A report may tell of a group as a whole, and of none of its members.
    named = [area for area in (chosen.group, *chosen.beside) if area]
    collected = collecting.collect(chosen.indicator, areas, named)
    has_members = any(collected.of(member.area) for member in members)
    if chosen.group and collected.of(chosen.group) and not has_members:
        members, areas = [], [*dict.fromkeys([chosen.group, *chosen.areas])]
        empty = replace(empty, is_of_group_itself=True)
    return _answered(empty, collected, members, areas)


def _answered(empty, collected, members, areas):
    chosen = empty.chosen
    days = _days(collected, areas)
    problems = list(chosen.problems)
    first = _known(chosen.choice.first, days, FIRST, problems)
    last = _known(chosen.choice.last, days, LAST, problems)
    chosen = replace(chosen, choice=replace(chosen.choice, first=first, last=last))
    shown = {day: name for day, name in days.items() if (first or day) <= day <= (last or day)}
    benchmark = chosen.beside[0]
    inside = {member.area for member in members}
    loose = [Member(area) for area in areas if area not in inside]
    ends = (first, last)
    if members:
        main = analyse(collected, members, chosen.group, benchmark, ends)
        ends = (main.baseline, main.follow_up)
        apart = analyse(collected, loose, None, benchmark, ends) if loose else None
    else:
        main, apart = analyse(collected, loose, None, benchmark, ends), None
    return replace(
        empty,
        chosen=chosen,
        collected=collected,
        days=days,
        table=_table(chosen, collected, main, apart, shown),
        analysis=main,
        apart=apart,
        problems=tuple(problems),
    )


def _days(collected, areas):
    """Return the days on which areas have figures, in order, and what the sources call each."""
    names = {}
    for area in areas:
        for day, found in collected.of(area).items():
            names.setdefault(day, {})[found.period] = True
    return {day: " / ".join(names[day]) for day in sorted(names)}


def _known(day, days, parameter, problems):
    if day is None or day in days or not days:
        return day
    message = _("Van deze datum zijn er geen cijfers van deze gebieden. Kies er een uit de lijst.")
    problems.append(Problem(parameter, message))
    return None


def _table(chosen, collected, main, apart, days):
    courses = [*main.courses, *(apart.courses if apart else ())]
    areas = list(dict.fromkeys([*chosen.areas, *(course.area for course in courses)]))
    others = dict.fromkeys(
        area
        for area in (chosen.group, *chosen.beside, *(course.comparator for course in courses))
        if area and area not in areas and collected.of(area)
    )
    return Table(
        columns=tuple(Column(day, name) for day, name in days.items()),
        lines=tuple(_line(collected, area, days) for area in areas),
        beside=tuple(_line(collected, area, days) for area in comparators.in_order(others)),
    )


def _line(collected, area, days):
    found = collected.of(area)
    return Line(collected.indicator, area, tuple(found.get(day) for day in days))


def _how_far_behind(course):
    _before, after = course.lags
    return after is None, -(after or 0), course.area.full_name
