"""What a report says of the distance to the city average, without giving the figures."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Area

from .indicators import Indicator
from .measurements import Dataset


class Outcome(models.TextChoices):
    """What became of the distance between an area and the average it is compared with."""

    SMALLER = "smaller", _("afstand kleiner")
    LARGER = "larger", _("afstand groter")
    SAME = "same", _("vrijwel gelijk")
    AT_OR_BETTER = "at-or-better", _("op of beter dan het gemiddelde")
    SAME_OR_BETTER = "same-or-better", _("vrijwel gelijk, of beter dan het gemiddelde")
    NO_STATEMENT = "no-statement", _("geen uitspraak mogelijk")


class Comparison(models.Model):
    """A reported comparison of an area's distance to the average at two moments."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="%(class)ss")
    dataset = models.ForeignKey(Dataset, on_delete=models.CASCADE, related_name="%(class)ss")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="%(class)ss")
    outcome = models.CharField(_("uitkomst"), max_length=20, choices=Outcome)
    baseline = models.CharField(_("van"), max_length=40)
    follow_up = models.CharField(_("tot"), max_length=40)
    note = models.CharField(_("toelichting"), max_length=300, blank=True)

    class Meta:
        abstract = True


class ReportedCount(Comparison):
    """In how many areas of a group the distance took one course, as counted by the report."""

    count = models.PositiveSmallIntegerField(_("aantal gebieden"))

    class Meta:
        verbose_name = _("telling uit een rapport")
        verbose_name_plural = _("tellingen uit rapporten")
        ordering = ["indicator", "outcome"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "dataset", "area", "outcome"], name="one_count_per_outcome"
            )
        ]

    def __str__(self):
        return f"{self.indicator.short_name}: {self.count} {self.get_outcome_display()}"


class ReportedOutcome(Comparison):
    """The course of one area that the report names."""

    class Meta:
        verbose_name = _("uitkomst uit een rapport")
        verbose_name_plural = _("uitkomsten uit rapporten")
        ordering = ["indicator", "area"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "dataset", "area"], name="one_outcome_per_area"
            )
        ]

    def __str__(self):
        return f"{self.indicator.short_name}, {self.area}: {self.get_outcome_display()}"
