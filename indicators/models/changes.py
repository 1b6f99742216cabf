"""That something changed which pages of figures are made of."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Change(models.Model):
    """A record that figures are shown with was made, changed or removed; `of` is its model.

    What is worked out of all figures and kept can see by the number of changes whether it is out
    of date, without reading a million figures. A file of figures tells of itself by its dataset.
    """

    of = models.CharField(_("soort"), max_length=40, db_index=True)
    at = models.DateTimeField(_("gewijzigd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("wijziging van cijfers")
        verbose_name_plural = _("wijzigingen van cijfers")

    def __str__(self):
        return f"{self.of}, {self.at:%d-%m-%Y %H:%M}"
