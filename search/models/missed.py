"""Questions that found nothing, for editors who wonder what is missing on the site."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class MissedQuestion(models.Model):
    """Words that were looked for and not found; never who asked, and never the rest of it.

    `partly` tells that the last answer held pages with some of the words, or words like them.
    """

    text = models.CharField(_("zoekvraag"), max_length=100, unique=True)
    times = models.PositiveIntegerField(_("hoe vaak"), default=0)
    partly = models.BooleanField(_("deels gevonden"), default=False)
    first_asked = models.DateField(_("voor het eerst"), default=timezone.localdate)
    last_asked = models.DateField(_("voor het laatst"), default=timezone.localdate)

    class Meta:
        verbose_name = _("vraag zonder antwoord")
        verbose_name_plural = _("vragen zonder antwoord")
        ordering = ["-times", "text"]

    def __str__(self):
        return self.text

    @property
    def found(self):
        """Return in words what was found the last time."""
        return _("alleen een deel") if self.partly else _("niets")
