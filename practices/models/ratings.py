"""Ratings: who judged a practice on what, when, why and for how long that holds.

Four kinds are given by a person; the fifth, how complete the description is, is computed
(`practices.completeness`).
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from content.models import Theme
from content.validators import strange_moments


class Level(models.TextChoices):
    """Every level of every kind of rating; the part before the colon is the kind."""

    EVIDENCE_EXPERIENCE = "evidence:experience", _("Praktijkervaring")
    EVIDENCE_DESCRIBED = "evidence:described", _("Goed beschreven")
    EVIDENCE_REASONED = "evidence:reasoned", _("Goed onderbouwd met theorie of literatuur")
    EVIDENCE_FIRST = "evidence:first", _("Eerste aanwijzingen voor effect")
    EVIDENCE_GOOD = "evidence:good", _("Goede aanwijzingen voor effect")
    EVIDENCE_STRONG = "evidence:strong", _("Sterke aanwijzingen voor effect")
    EVIDENCE_NONE = "evidence:no-effect", _("Onderzocht, geen effect gevonden")
    EFFECT_IMPROVED = "effect:improved", _("Verbeterd")
    EFFECT_UNCHANGED = "effect:unchanged", _("Niet veranderd")
    EFFECT_WORSENED = "effect:worsened", _("Verslechterd")
    EFFECT_UNKNOWN = "effect:unknown", _("Niet bekend")
    COST_LOW = "cost:low", _("Laag: minder dan € 10.000")
    COST_MIDDLE = "cost:middle", _("Midden: € 10.000 tot € 100.000")
    COST_HIGH = "cost:high", _("Hoog: € 100.000 tot € 1 miljoen")
    COST_VERY_HIGH = "cost:very-high", _("Zeer hoog: meer dan € 1 miljoen")
    TRANSFER_BOUND = "transfer:bound", _("Gebonden aan plek of persoon")
    TRANSFER_ADAPT = "transfer:adapt", _("Over te nemen met aanpassing")
    TRANSFER_CONDITIONS = "transfer:conditions", _("Over te nemen onder voorwaarden")
    TRANSFER_READY = "transfer:ready", _("Klaar om over te nemen")

    @property
    def kind(self):
        """Return the kind this level belongs to: evidence, effect, cost or transfer."""
        return self.value.partition(":")[0]


class Kind(models.TextChoices):
    """What a rating is about."""

    EVIDENCE = "evidence", _("Onderbouwing")
    EFFECT = "effect", _("Effect")
    COST = "cost", _("Kosten")
    TRANSFER = "transfer", _("Overdraagbaarheid")


# The levels that go up step by step, lowest first. "No effect found" stands beside the ladder of
# evidence, and effects are directions, not steps.
LADDERS = {
    Kind.EVIDENCE: (
        Level.EVIDENCE_EXPERIENCE,
        Level.EVIDENCE_DESCRIBED,
        Level.EVIDENCE_REASONED,
        Level.EVIDENCE_FIRST,
        Level.EVIDENCE_GOOD,
        Level.EVIDENCE_STRONG,
    ),
    Kind.COST: (Level.COST_LOW, Level.COST_MIDDLE, Level.COST_HIGH, Level.COST_VERY_HIGH),
    Kind.TRANSFER: (
        Level.TRANSFER_BOUND,
        Level.TRANSFER_ADAPT,
        Level.TRANSFER_CONDITIONS,
        Level.TRANSFER_READY,
    ),
}
GROUPED_LEVELS = [
    (kind.label, [(level.value, level.label) for level in Level if level.kind == kind.value])
    for kind in Kind
]


class Rating(Orderable):
    """One judgement of a practice."""

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="ratings")
    level = models.CharField(_("oordeel"), max_length=30, choices=GROUPED_LEVELS)
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("thema"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Alleen bij effect: op welk thema?"),
    )
    unit = models.CharField(
        _("per"), max_length=60, blank=True, help_text=_("Alleen bij kosten: per jaar, per gezin.")
    )
    assessor = models.CharField(_("beoordeeld door"), max_length=150)
    assessed_on = models.DateField(_("beoordeeld op"), default=timezone.localdate)
    reason = models.TextField(_("waarom dit oordeel"))
    expires_on = models.DateField(
        _("geldig tot"), null=True, blank=True, help_text=_("Daarna vragen wij een nieuw oordeel.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("beoordeling")
        verbose_name_plural = _("beoordelingen")

    def __str__(self):
        return f"{self.kind_label}: {self.get_level_display()}"

    @property
    def kind(self):
        """Return the kind: evidence, effect, cost or transfer."""
        return self.level.partition(":")[0]

    @property
    def kind_label(self):
        """Return the kind in words."""
        return Kind(self.kind).label

    @property
    def grade(self):
        """Return the level within its kind: `good`, `improved`, `low`."""
        return self.level.partition(":")[2]

    @property
    def ladder(self):
        """Return for each step of the ladder whether the level reaches it; empty without steps."""
        steps = LADDERS.get(self.kind, ())
        if self.level not in steps:
            return []
        return [number <= steps.index(self.level) for number in range(len(steps))]

    @property
    def step(self):
        """Return the step of the ladder that the level reaches, 0 without steps."""
        return sum(self.ladder)

    @property
    def is_expired(self):
        """Tell whether the judgement is past its date."""
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    def clean(self):
        """Ask an effect for its theme, keep the unit to costs, and the dates in order."""
        errors = strange_moments(self, "assessed_on", "expires_on")
        if self.kind == Kind.EFFECT and not self.theme_id:
            errors["theme"] = _("Kies het thema waarop dit effect er is.")
        if self.kind != Kind.EFFECT and self.theme_id:
            errors["theme"] = _("Een thema hoort alleen bij een oordeel over effect.")
        if self.kind != Kind.COST and self.unit:
            errors["unit"] = _("Dit hoort alleen bij een oordeel over kosten.")
        if self.expires_on and self.assessed_on and self.expires_on <= self.assessed_on:
            errors["expires_on"] = _("Kies een dag na de dag van het oordeel.")
        if errors:
            raise ValidationError(errors)
