"""The people that practices are meant for."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class TargetGroup(index.Indexed, models.Model):
    """People a practice is meant for."""

    name = models.CharField(_("naam"), max_length=80, unique=True)
    slug = models.SlugField(_("deel van het webadres"), max_length=80, unique=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("doelgroep")
        verbose_name_plural = _("doelgroepen")
        ordering = ["name"]

    def __str__(self):
        return self.name
