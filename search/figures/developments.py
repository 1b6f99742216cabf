"""What became of areas beside their average, as something to choose areas by; pure."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from indicators.models import Outcome

# How each outcome is called in the querystring. “The same or better” is none of these: a report
# that says so does not say which of both.
CALLED = {
    Outcome.SMALLER: "dichterbij",
    Outcome.LARGER: "verder-weg",
    Outcome.SAME: "gelijk",
    Outcome.AT_OR_BETTER: "op-of-beter",
}
IN_WORDS = {
    Outcome.SMALLER: _("dichter bij het gemiddelde"),
    Outcome.LARGER: _("verder van het gemiddelde"),
    Outcome.SAME: _("even ver van het gemiddelde"),
    Outcome.AT_OR_BETTER: _("op het gemiddelde of beter"),
}
OUTCOMES = {called: outcome for outcome, called in CALLED.items()}


@dataclass(frozen=True)
class Development:
    """An indicator, by its code, and what became of the distance to the average."""

    indicator: str
    outcome: str

    @classmethod
    def parse(cls, text):
        """Return the development in `vsv:dichterbij`, or None when it is none."""
        indicator, _colon, called = text.rpartition(":")
        outcome = OUTCOMES.get(called)
        return cls(indicator, str(outcome)) if indicator and outcome else None

    @property
    def value(self):
        """Return how it stands in the querystring."""
        return f"{self.indicator}:{CALLED[Outcome(self.outcome)]}"

    @property
    def text(self):
        """Return what became of the distance, in words."""
        return IN_WORDS[Outcome(self.outcome)]


def by_indicator(developments):
    """Return developments by indicator: two of one indicator widen the question."""
    groups = {}
    for development in developments:
        groups.setdefault(development.indicator, []).append(development)
    return groups
