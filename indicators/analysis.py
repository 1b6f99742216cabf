"""What became of the distance to an average in every area of a group, worked out from figures.

The rule for one area is that of `indicators.developments` and `indicators.gaps`: this applies it
to many on the same two days.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from content.models import Area
from indicators import collecting, counting, developments, sentences, series
from indicators.models import Indicator, Outcome
from indicators.tables import FigureTable, Row

# A day on which fewer than this part of the areas has figures is no period of the group.
ENOUGH = 0.5


@dataclass(frozen=True)
class Course:
    """What became of one area between the two days.

    `table` holds the rows of those days that are known; `borders` the areas (itself, its
    comparator) that the figures count with other borders on the second day. `is_provisional` tells
    whether any of its figures, or of what it is compared with, may still change.
    """

    table: FigureTable
    before: Row | None
    after: Row | None
    borders: tuple[Area, ...] = ()
    is_provisional: bool = False

    @property
    def area(self):
        """Return the area itself."""
        return self.table.area

    @property
    def comparator(self):
        """Return the area it is compared with, or None when there is none."""
        return self.table.benchmark

    @cached_property
    def outcome(self):
        """Return what became of the distance; without both distances that cannot be said."""
        return developments.measured(self.table) or Outcome.NO_STATEMENT

    @cached_property
    def lags(self):
        """Return how far it was behind before and after; None where that is not known."""
        return tuple(
            None if row is None or row.distance is None else developments.lag(self.table, row)
            for row in (self.before, self.after)
        )

    @property
    def distances(self):
        """Return how much it was above its comparator before and after; None if not known."""
        return tuple(row.distance if row else None for row in (self.before, self.after))

    @property
    def growth(self):
        """Return how much the distance grew, below zero when it shrank, or None."""
        before, after = self.lags
        return None if before is None or after is None else after - before

    @property
    def reason(self):
        """Return in words why nothing can be said, or nothing when something can."""
        if self.outcome != Outcome.NO_STATEMENT:
            return ""
        if self.comparator is None:
            return _("er is geen gemiddelde om mee te vergelijken")
        return "; ".join(dict.fromkeys(filter(None, map(self._lack, (self.before, self.after)))))

    def _lack(self, row):
        if row is None:
            return _("geen cijfer")
        if row.figure.value is None:
            return str(row.figure.reason)
        (beside,) = row.comparators
        if beside is None:
            return _("geen cijfer van %(area)s") % {"area": self.comparator.full_name}
        return "" if beside.value is not None else f"{self.comparator.full_name}: {beside.reason}"


@dataclass(frozen=True)
class Analysis:
    """The courses of all areas between two days; without days there is nothing to compare.

    `comparator` is the one that all are compared with, None when each has its own. `gone` are
    areas that no longer belonged to the group in the last year.
    """

    indicator: Indicator
    group: Area | None
    comparator: Area | None
    baseline: date | None
    follow_up: date | None
    labels: tuple[str, str]
    courses: tuple[Course, ...]
    gone: tuple[Area, ...] = ()

    @property
    def is_comparison(self):
        """Tell whether there are two days to compare."""
        return None not in (self.baseline, self.follow_up) and self.baseline < self.follow_up

    @cached_property
    def counted(self):
        """Return in how many areas the distance took which course."""
        numbers = Counter(course.outcome for course in self.courses)
        moved = numbers[Outcome.SMALLER] + numbers[Outcome.LARGER]
        counts = tuple(
            counting.Count(self.indicator, outcome, numbers[outcome], *self.labels)
            for outcome in counting.ORDER
            if numbers[outcome] or (moved and outcome in (Outcome.SMALLER, Outcome.LARGER))
        )
        kinds = {course.area.kind for course in self.courses}
        kind = kinds.pop() if len(kinds) == 1 else ""
        return counting.Counted(self.group, counts, len(self.courses), kind, self.average)

    @property
    def average(self):
        """Return what the distance is counted to, in words: de G18, het stedelijk gemiddelde."""
        if self.comparator:
            return sentences.average_of(self.comparator)
        others = {course.comparator for course in self.courses} - {None}
        if len(others) == 1:
            return sentences.average_of(*others)
        return _("het stedelijk gemiddelde")

    def extremes(self, outcome):
        """Return the courses in which the distance shrank, or grew, the most: all that tie."""
        moved = [course for course in self.courses if course.outcome == outcome]
        if outcome not in (Outcome.SMALLER, Outcome.LARGER) or not moved:
            return ()
        most = max(abs(course.growth) for course in moved)
        return tuple(course for course in moved if abs(course.growth) == most)


def of_group(indicator, group, comparator=None, baseline=None, follow_up=None):
    """Return the analysis of the areas of a group (six queries, however many areas).

    Without a comparator each neighbourhood is compared with its own municipality. Without days
    those are the first and the last on which both are known.
    """
    members = collecting.members_of(group)
    areas = list(dict.fromkeys(member.area for member in members))
    collected = collecting.collect(indicator, areas, [comparator] if comparator else [])
    return analyse(collected, members, group, comparator, (baseline, follow_up))


def analyse(collected, members, group=None, comparator=None, days=(None, None)):
    """Return the analysis of members from figures that were read; pure."""
    beside = {member.area: _beside(collected, member.area, comparator) for member in members}
    first, last = _default_days(collected, beside, *days)
    baseline, follow_up = days[0] or first, days[1] or last
    # On a single day that nobody asked for, members of other years are all there is to see.
    if baseline and follow_up and (baseline < follow_up or any(days)):
        years = baseline.year, follow_up.year
        members = [member for member in members if member.within(*years)]
    areas = list(dict.fromkeys(member.area for member in members))
    return Analysis(
        indicator=collected.indicator,
        group=group,
        comparator=comparator,
        baseline=baseline,
        follow_up=follow_up,
        labels=(_label(collected, areas, baseline), _label(collected, areas, follow_up)),
        courses=tuple(
            _course(collected, area, beside[area], (baseline, follow_up)) for area in areas
        ),
        gone=_gone(members, areas, follow_up),
    )


def _beside(collected, area, comparator):
    # The size of a neighbourhood has no average: it is not behind its city by being smaller.
    if collected.indicator.is_size or comparator == area:
        return None
    return comparator or collected.surroundings(area)


def _default_days(collected, beside, earliest, latest):
    """Return the first and last day on which areas and what is beside them are known.

    Only days from the earliest up to the latest count, when those are chosen.
    """
    pairs = ((collected.of(area), collected.of(other)) for area, other in beside.items())
    known = Counter(
        day
        for own, average in pairs
        for day, found in own.items()
        if _has_value(found) and _has_value(average.get(day))
    )
    least = ENOUGH * max(known.values(), default=0)
    days = sorted(
        day
        for day, number in known.items()
        if number >= least and (earliest or day) <= day <= (latest or day)
    )
    return (days[0], days[-1]) if days else (None, None)


def _has_value(measurement):
    return measurement is not None and measurement.value is not None


def _label(collected, areas, day):
    """Return what the sources call a day, each name once."""
    found = (collected.of(area).get(day) for area in areas)
    return " / ".join(dict.fromkeys(each.period for each in found if each))


def _course(collected, area, other, days):
    own, beside = collected.of(area), collected.of(other)
    relevant = [other] if other else []
    rows = {
        day: series.row(own[day], [beside.get(day)] if other else [], relevant, other)
        for day in days
        if day in own
    }
    table = FigureTable(collected.indicator, area, tuple(relevant), other, tuple(rows.values()))
    borders = tuple(
        place
        for place, found in ((area, own), (other, beside))
        if place
        and all(day in found for day in days)
        and collected.borders_changed(place, *(found[day] for day in days))
    )
    before, after = (rows.get(day) for day in days)
    used = (found[day] for found in (own, beside) for day in days if day in found)
    provisional = any(found.is_provisional for found in used)
    return Course(table, before, after, borders, provisional)


def _gone(members, areas, follow_up):
    if follow_up is None:
        return ()
    year = follow_up.year
    present = {member.area for member in members if member.within(year, year)}
    joined = {member.area for member in members if (member.first_year or year) <= year}
    return tuple(area for area in areas if area in joined - present)
