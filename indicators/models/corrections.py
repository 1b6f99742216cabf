"""That a figure was changed on its own, outside a delivery."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Correction(models.Model):
    """A measurement was made, corrected or removed by hand; a file has its delivery to tell of it.

    What is worked out of all figures and kept can see by their number whether it is out of date,
    without reading a million figures.
    """

    at = models.DateTimeField(_("gewijzigd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("correctie")
        verbose_name_plural = _("correcties")

    def __str__(self):
        return f"{self.at:%d-%m-%Y %H:%M}"
