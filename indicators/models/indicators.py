"""What is measured, in which unit, and how to read it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.search import index

from content.models import Organisation, Theme
from content.validators import strange_moments

# As many as a measurement keeps.
DECIMALS = 3
# Pages that stand beside those of indicators.
TAKEN = {"verkennen"}
# Units that count people, so that a low figure itself may tell who they are.
PEOPLE = {"inwoners", "personen"}
# The condition on measurements that their value counts so few people that it may not be shown;
# `Indicator.hides` says the same of a value at hand.
FEW_PEOPLE = Q(
    indicator__unit__in=sorted(PEOPLE),
    value__gt=0,
    value__lt=F("indicator__minimum_group"),
)
# Units of a size: that a neighbourhood has fewer of them than its city says nothing about it.
SIZES = {"inwoners", "huishoudens", "woningen", "personen"}


class Indicator(index.Indexed, ClusterableModel):
    """A figure that areas are followed by.

    `tolerance` is in the unit of the indicator: two gaps that differ by no more are called
    about the same. `minimum_group` is the number of people below which nothing is shown.
    """

    class Direction(models.TextChoices):
        HIGHER = "higher", _("hoger is beter")
        LOWER = "lower", _("lager is beter")
        NEUTRAL = "neutral", _("hoger of lager is niet beter of slechter")

    code = models.SlugField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("naam"), max_length=150)
    short_name = models.CharField(_("korte naam"), max_length=60)
    abbreviation = models.CharField(_("afkorting"), max_length=20, blank=True)
    theme = models.ForeignKey(
        Theme, verbose_name=_("thema"), on_delete=models.PROTECT, related_name="indicators"
    )
    unit = models.CharField(
        _("eenheid"),
        max_length=30,
        blank=True,
        help_text=_("%, €, index, klasse. Laat leeg als de bron geen eenheid noemt."),
    )
    decimals = models.PositiveSmallIntegerField(_("decimalen"), default=0)
    direction = models.CharField(_("richting"), max_length=10, choices=Direction)
    definition = models.TextField(_("definitie"))
    method = models.TextField(_("hoe wordt dit gemeten"), blank=True)
    caveat = models.TextField(_("let op"), blank=True)
    source = models.CharField(_("bron"), max_length=200)
    publisher = models.ForeignKey(
        Organisation,
        verbose_name=_("uitgever"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="indicators",
    )
    minimum_group = models.PositiveIntegerField(_("kleinste groep"), null=True, blank=True)
    tolerance = models.DecimalField(
        _("marge voor vrijwel gelijk"), max_digits=10, decimal_places=3, default=0
    )
    next_update = models.DateField(_("volgende cijfers"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.AutocompleteField("short_name"),
        index.AutocompleteField("abbreviation"),
        index.FilterField("theme"),
        index.FilterField("direction"),
    ]

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicatoren")
        ordering = ["position", "name"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Return the definition page of the indicator."""
        return reverse("indicator", args=[self.code])

    @cached_property
    def changes(self):
        """Return the changes of its definition, in order (a query, unless they were prefetched)."""
        return tuple(self.definition_changes.all())

    def clean(self):
        """Ask for no more decimals than figures are kept with, and for a day that can be."""
        errors = strange_moments(self, "next_update")
        if self.code in TAKEN:
            errors["code"] = _("Dit is het adres van een andere pagina. Kies een andere code.")
        if self.decimals is not None and self.decimals > DECIMALS:
            errors["decimals"] = _("Hoogstens %(number)s decimalen.") % {"number": DECIMALS}
        if self.tolerance is not None and self.tolerance < 0:
            errors["tolerance"] = _("Een marge is nul of meer.")
        errors |= self._said_otherwise()
        if errors:
            raise ValidationError(errors)

    def _said_otherwise(self):
        """Refuse what would make snapshots say something else than when they were quoted."""
        before = Indicator.objects.filter(pk=self.pk, snapshots__isnull=False).first()
        errors = {}
        if before and before.unit != self.unit:
            errors["unit"] = _(
                "In deze eenheid zijn cijfers vastgelegd. Maak een nieuwe indicator."
            )
        if before and self.decimals is not None and self.decimals < before.decimals:
            errors["decimals"] = _("Zo zijn cijfers vastgelegd. Minder decimalen kan niet meer.")
        return errors

    def hides(self, value):
        """Tell whether a value counts so few people that it may not be shown."""
        counts_people = self.unit in PEOPLE and self.minimum_group
        return bool(counts_people) and value is not None and 0 < value < self.minimum_group

    @property
    def is_size(self):
        """Tell whether it is a number of things, which has no average to be near to."""
        return self.unit in SIZES
