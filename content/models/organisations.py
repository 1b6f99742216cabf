"""Organisations: who takes part, pays, researches or publishes."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class Organisation(index.Indexed, models.Model):
    """A party in neighbourhood work, named once and referred to everywhere."""

    class Kind(models.TextChoices):
        NATIONAL = "national", _("Rijksoverheid")
        MUNICIPALITY = "municipality", _("Gemeente")
        HOUSING = "housing", _("Woningcorporatie")
        WELFARE = "welfare", _("Welzijn en zorg")
        EDUCATION = "education", _("Onderwijs")
        POLICE = "police", _("Politie en justitie")
        COMPANY = "company", _("Bedrijf")
        RESIDENTS = "residents", _("Bewonersorganisatie")
        KNOWLEDGE = "knowledge", _("Kennisinstituut")
        ASSOCIATION = "association", _("Vereniging of fonds")

    name = models.CharField(_("naam"), max_length=150, unique=True)
    slug = models.SlugField(_("deel van het webadres"), max_length=150, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    abbreviation = models.CharField(_("afkorting"), max_length=30, blank=True)
    description = models.TextField(_("wat doet deze organisatie"), blank=True)
    website = models.URLField(_("website"), blank=True)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("abbreviation"),
        index.AutocompleteField("abbreviation"),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ["name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Return the page that gathers what the organisation takes part in."""
        return reverse("organisation", args=[self.slug])
