"""One indicator over one area or group, as plain data: what a report shows, and keeps.

Everything is text, or a number written out, so that it can be stored and compared: what was
published stays readable when figures, names and rules of writing have changed.
"""

from dataclasses import dataclass
from datetime import date

from content.models import Area
from indicators import (
    collecting,
    comparators,
    current,
    definitions,
    plain,
    queries,
    sentences,
    series,
    telling,
)
from indicators.analysis import Analysis, analyse
from indicators.collecting import Collected
from indicators.models import Indicator, Outcome
from indicators.tables import FigureTable

# Of so many members the figures stand beside those of the group; of more, where most changed.
MOST_MEMBERS = 8


@dataclass(frozen=True)
class Choice:
    """What an overview is of; without days those are the first and the last that are known.

    Without a comparator each neighbourhood is compared with its own municipality.
    """

    indicator: Indicator
    area: Area
    comparator: Area | None = None
    baseline: date | None = None
    follow_up: date | None = None

    def holds(self, day):
        """Tell whether a day lies between both."""
        return (self.baseline or day) <= day <= (self.follow_up or day)


def of(choice):
    """Return the overview of a choice (at most twelve queries, however many areas).

    `table` has a line for the area, for what it is compared with, for the groups inside it and
    for members; `counts` tells in how many members the distance took which course, `named` which
    areas a report names by that. They are None or empty when there is nothing of the kind.
    """
    found = _find(choice)
    outcomes = _outcomes(found)
    return {
        "indicator": plain.indicator(choice.indicator),
        "area": plain.area(choice.area),
        "sentences": _sentences(found, [each for each in outcomes if each.area == choice.area]),
        "table": plain.table(choice, found.lines, found.beside),
        "counts": [plain.counts(part) for part in found.counted],
        "named": plain.named([each for each in outcomes if each.area != choice.area]),
        "notes": _notes(found),
        "sources": [plain.source(dataset) for dataset in _deliveries(found, outcomes)],
    }


@dataclass(frozen=True)
class _Found:
    """What there is of a choice; `lines` are pairs of an area and its measurements by day."""

    choice: Choice
    collected: Collected
    analysis: Analysis
    inside: tuple[Area, ...]
    beside: Area | None
    counted: list
    lines: list

    @property
    def is_worked_out(self):
        """Tell whether the members were counted from their figures."""
        return not all(map(plain.is_reported, self.counted))

    @property
    def areas(self):
        """Return the groups inside the area, and its members."""
        return [*self.inside, *(course.area for course in self.analysis.courses)]


def _find(choice):
    members = collecting.members_of(choice.area)
    inside = _inside(choice.area)
    areas = list(dict.fromkeys(member.area for member in members))
    # What a neighbourhood by itself stands beside is read along, as it is for a member.
    own = choice.area.parent if choice.area.kind == Area.Kind.NEIGHBOURHOOD else None
    others = [area for area in (choice.area, own, *inside, choice.comparator) if area]
    collected = collecting.collect(choice.indicator, areas, others)
    days = (choice.baseline, choice.follow_up)
    analysis = analyse(collected, members, choice.area, choice.comparator, days)
    beside = choice.comparator or collected.surroundings(choice.area)
    return _Found(
        choice=choice,
        collected=collected,
        analysis=analysis,
        inside=tuple(inside),
        beside=beside,
        counted=_counted(choice, analysis),
        lines=_lines(choice, collected, [choice.area, beside, *inside, *_shown(analysis)]),
    )


def _inside(area):
    """Return the groups that hold some of the members of a group (two queries)."""
    if area.kind != Area.Kind.GROUP:
        return []
    numbers = comparators.Comparators.load().inside(area)
    return list(Area.objects.filter(pk__in=numbers).order_by("name"))


def _is_worked_out(analysis):
    return analysis.is_comparison and len(analysis.courses) > 1


def _counted(choice, analysis):
    """Return what was counted over the members, worked out or as reports tell it.

    A report that gives the figures of some members counted over more of them.
    """
    reported = queries.counted_over(choice.indicator, choice.area)
    if not _is_worked_out(analysis) or not analysis.counted.counts:
        return reported
    told = sum(course.outcome != Outcome.NO_STATEMENT for course in analysis.courses)
    over = max((sum(count.count for count in part.counts) for part in reported), default=0)
    return [analysis.counted] if told >= over else reported


def _shown(analysis):
    """Return the members to show: those with figures, or of many where the most changed."""
    measured = [course.area for course in analysis.courses if course.table.rows]
    if len(measured) <= MOST_MEMBERS:
        return measured
    ways = (Outcome.SMALLER, Outcome.LARGER)
    most = [course.area for way in ways for course in analysis.extremes(way)]
    return most[:MOST_MEMBERS]


def _lines(choice, collected, areas):
    lines = []
    for area in dict.fromkeys(filter(None, areas)):
        cells = {day: cell for day, cell in collected.of(area).items() if choice.holds(day)}
        if cells:
            lines.append((area, cells))
    return lines


def _outcomes(found):
    """Return what reports say of this area and those inside it (one query)."""
    numbers = [area.pk for area in (found.choice.area, *found.areas)]
    return list(current.outcomes().filter(indicator=found.choice.indicator, area__in=numbers))


def _sentences(found, outcomes):
    table = _own_table(found)
    told = [sentences.table(table)] if table.rows else []
    if not table.has_distances:
        # Where figures show the distance, they say what became of it.
        told += [_in_words(outcome) for outcome in outcomes]
    if found.is_worked_out:
        return told + telling.told(found.analysis)
    told += [part.sentence for part in found.counted]
    if not told and any(course.table.rows for course in found.analysis.courses):
        # The members have figures that say nothing of the whole: a reader is told why.
        return telling.told(found.analysis)
    return told


def _notes(found):
    """Return what a reader must know, of the table first; each once."""
    days = [day for _area, cells in found.lines for day in cells]
    changes = definitions.between(found.choice.indicator, min(days), max(days)) if days else ()
    of_members = telling.notes(found.analysis) if found.is_worked_out else []
    return list(dict.fromkeys([*definitions.notes(changes), *of_members]))


def _in_words(outcome):
    return f"{sentences.outcome(outcome)} {outcome.note}".strip()


def _own_table(found):
    """Return the figures of the area itself beside what it is compared with."""
    choice, beside = found.choice, found.beside
    relevant = [beside] if beside and not choice.indicator.is_size else []
    benchmark = relevant[0] if relevant else None
    others = found.collected.of(beside)
    own = dict(found.lines).get(choice.area, {})
    rows = tuple(
        series.row(cell, [others.get(day)] if relevant else [], relevant, benchmark)
        for day, cell in sorted(own.items())
    )
    return FigureTable(choice.indicator, choice.area, tuple(relevant), benchmark, rows)


def _deliveries(found, outcomes):
    """Return the deliveries that all of it comes from, each once."""
    cells = [cell for _area, cells in found.lines for cell in cells.values()]
    counts = [part.first for part in found.counted if plain.is_reported(part)]
    return list(dict.fromkeys(row.dataset for row in (*cells, *counts, *outcomes)))
