"""In how many areas of a group the distance to an average took which course, in one sentence.

The counts are those of a report, or are worked out from figures (`indicators.analysis`).
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.models import Area
from indicators.models import Indicator, Outcome
from indicators.sentences import better_side

# The order in which outcomes are told and drawn.
ORDER = (
    Outcome.SMALLER,
    Outcome.LARGER,
    Outcome.SAME,
    Outcome.AT_OR_BETTER,
    Outcome.SAME_OR_BETTER,
    Outcome.NO_STATEMENT,
)


@dataclass(frozen=True)
class Count:
    """A number of areas with one outcome, worked out; a `ReportedCount` is what a report says."""

    indicator: Indicator
    outcome: Outcome
    count: int
    baseline: str
    follow_up: str
    note: str = ""

    def get_outcome_display(self):
        """Return the outcome in words, as that of a reported count."""
        return self.outcome.label


@dataclass(frozen=True)
class Counted:
    """The counts of one indicator over one group; `size` is the number of areas in the group.

    `average` is what the distance is counted to, in words; of the report it is the city average.
    """

    area: Area | None
    counts: tuple
    size: int
    kind: str
    average: str = ""

    @property
    def first(self):
        """Return one of the counts: they share indicator, dataset and periods."""
        return self.counts[0]

    @property
    def heading(self):
        """Return what is counted, as the head of a column."""
        return _("Afstand tot %(average)s") % {"average": self._average}

    @property
    def uncounted(self):
        """Return over how many areas of the group the report says nothing."""
        return max(0, self.size - sum(count.count for count in self.counts))

    @property
    def sentence(self):
        """Return the counts in words.

        In 23 wijken werd de afstand tot het stedelijk gemiddelde groter, in 12 kleiner, in 4
        bleef die vrijwel gelijk; 1 wijk ligt op of boven het gemiddelde.
        """
        clauses = "; ".join([*self._of_the_distance(), *self._of_the_rest()])
        told = f"{clauses[:1].upper()}{clauses[1:]}." if clauses else ""
        return " ".join(part for part in (told, self._of_the_uncounted()) if part)

    def of(self, number):
        """Return a number of these areas: 23 wijken, 1 wijk, geen enkele wijk."""
        # Dutch says "geen enkele wijk" in the singular, and "0 wijken".
        return f"{number or _('geen enkele')} {self.noun(number or 1)}"

    def noun(self, number):
        """Return what these areas are called: wijk or wijken."""
        if self.kind == Area.Kind.NEIGHBOURHOOD:
            return ngettext("wijk", "wijken", number)
        if self.kind == Area.Kind.MUNICIPALITY:
            return ngettext("gemeente", "gemeenten", number)
        return ngettext("gebied", "gebieden", number)

    @property
    def _average(self):
        return self.average or _("het stedelijk gemiddelde")

    def _number(self, outcome):
        return next((row.count for row in self.counts if row.outcome == outcome), None)

    def _of_the_distance(self):
        """Return the clause on larger, smaller and the same, the largest number first."""
        moved = [(self._number(kind), kind) for kind in (Outcome.LARGER, Outcome.SMALLER)]
        moved = sorted((pair for pair in moved if pair[0] is not None), key=lambda pair: -pair[0])
        same = self._number(Outcome.SAME)
        told = [*moved, (same, Outcome.SAME)] if same is not None else moved
        clauses = [
            self._full(number, kind) if place == 0 else self._short(number, kind)
            for place, (number, kind) in enumerate(told)
        ]
        return [", ".join(clauses)] if clauses else []

    def _full(self, number, outcome):
        message = {
            Outcome.LARGER: _("in %(areas)s werd de afstand tot %(average)s groter"),
            Outcome.SMALLER: _("in %(areas)s werd de afstand tot %(average)s kleiner"),
            Outcome.SAME: _("in %(areas)s bleef de afstand tot %(average)s vrijwel gelijk"),
        }[outcome]
        return message % {"areas": self.of(number), "average": self._average}

    def _short(self, number, outcome):
        message = {
            Outcome.LARGER: _("in %(number)s groter"),
            Outcome.SMALLER: _("in %(number)s kleiner"),
            Outcome.SAME: _("in %(number)s bleef die vrijwel gelijk"),
        }[outcome]
        return message % {"number": number or _("geen enkele")}

    def _of_the_rest(self):
        side = better_side(self.first.indicator)
        for outcome in (Outcome.AT_OR_BETTER, Outcome.SAME_OR_BETTER, Outcome.NO_STATEMENT):
            number = self._number(outcome)
            if number is not None:
                yield self._rest(number, outcome, side)

    def _rest(self, number, outcome, side):
        words = {"areas": self.of(number), "side": side}
        if outcome == Outcome.AT_OR_BETTER:
            return (
                ngettext(
                    "%(areas)s ligt %(side)s het gemiddelde",
                    "%(areas)s liggen %(side)s het gemiddelde",
                    number or 1,
                )
                % words
            )
        if outcome == Outcome.SAME_OR_BETTER:
            return (
                _(
                    "in %(areas)s bleef de afstand vrijwel gelijk of ligt het cijfer "
                    "%(side)s het gemiddelde"
                )
                % words
            )
        return _("over %(areas)s is geen uitspraak mogelijk") % words

    def _of_the_uncounted(self):
        if not self.uncounted:
            return ""
        return _("Over de andere %(areas)s geeft het rapport geen telling.") % {
            "areas": self.noun(1) if self.uncounted == 1 else self.of(self.uncounted)
        }
