"""That an indicator counts something else than before."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from content.validators import strange_moments

from .indicators import Indicator


class DefinitionChange(models.Model):
    """The day from which figures of an indicator are counted in a new way, and what is new.

    It holds for every area and every delivery: figures before and after it are not to be compared
    without saying so (`indicators.definitions`).
    """

    indicator = ParentalKey(Indicator, on_delete=models.CASCADE, related_name="definition_changes")
    since = models.DateField(
        _("geteld op de nieuwe manier vanaf"),
        help_text=_("De eerste peildatum die anders telt, bijvoorbeeld 1 januari 2011."),
    )
    what = models.CharField(
        _("wat er veranderde"),
        max_length=300,
        help_text=_("Kort, voor lezers. Bijvoorbeeld: studenten tellen voortaan mee."),
    )

    class Meta:
        verbose_name = _("verandering van de definitie")
        verbose_name_plural = _("veranderingen van de definitie")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["indicator", "since"], name="one_change_on_a_day")
        ]

    def __str__(self):
        return f"{self.since:%d-%m-%Y}: {self.what}"

    def clean(self):
        """Refuse a day that no figure can be of."""
        errors = strange_moments(self, "since")
        if errors:
            raise ValidationError(errors)
