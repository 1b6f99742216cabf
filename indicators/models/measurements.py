"""Deliveries of figures and the figures themselves."""

from decimal import Decimal
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Area
from content.validators import strange_moments

from .indicators import Indicator


class MissingReason(models.TextChoices):
    """Why there is no figure; never stored as zero."""

    SUPPRESSED = "suppressed", _("te weinig mensen om iets over te zeggen")
    NOT_SURVEYED = "not-surveyed", _("niet onderzocht")
    NOT_PUBLISHED = "not-published", _("nog niet gepubliceerd")
    NOT_REPORTED = "not-reported", _("niet genoemd in het rapport")
    OTHER_BORDERS = "other-borders", _("de bron telt met veel ruimere grenzen")


class Figure(NamedTuple):
    """A value, or the reason why there is none."""

    value: Decimal | None
    missing: str = ""

    @property
    def reason(self):
        """Return in words why there is no value; empty when there is one."""
        return str(MissingReason(self.missing).label) if self.missing else ""


class Dataset(models.Model):
    """One delivery of figures: who made it, when it came in, what may be done with it.

    A later delivery supersedes an earlier one and never overwrites it. One that was withdrawn, or
    is not loaded to its end, counts for nothing.
    """

    class Kind(models.TextChoices):
        REPORTED = "reported", _("zoals een rapport het meldt")
        MEASURED = "measured", _("levering van de bron")
        EXAMPLE = "example", _("voorbeeld, geen echte cijfers")

    class Status(models.TextChoices):
        PROVISIONAL = "provisional", _("voorlopig")
        FINAL = "final", _("definitief")
        WITHDRAWN = "withdrawn", _("ingetrokken")
        INCOMING = "incoming", _("wordt ingelezen")

    COUNT_FOR_NOTHING = (Status.WITHDRAWN, Status.INCOMING)

    title = models.CharField(_("titel"), max_length=200, unique=True)
    source = models.CharField(_("bron"), max_length=200)
    licence = models.CharField(_("licentie"), max_length=100)
    url = models.URLField(_("webadres"), blank=True)
    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.FINAL)
    boundary_year = models.PositiveSmallIntegerField(_("grenzen van"), null=True, blank=True)
    retrieved_at = models.DateField(_("opgehaald op"), null=True, blank=True)
    file_hash = models.CharField(_("SHA-256 van het bestand"), max_length=64, blank=True)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("vervangt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
    )
    note = models.TextField(_("toelichting"), blank=True)

    class Meta:
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")
        ordering = ["title"]

    def __str__(self):
        return self.title

    @property
    def replaced_by(self):
        """Return the delivery that counts in the place of this one, or None."""
        return self.superseded_by.exclude(status__in=self.COUNT_FOR_NOTHING).first()

    @property
    def why_it_stays(self):
        """Return in words why it cannot be withdrawn; empty when it can.

        What it superseded would count again, beside what it was itself superseded by.
        """
        if not (self.pk and self.supersedes_id and self.replaced_by):
            return ""
        message = _("Deze cijfers zijn al vervangen door ‘%(title)s’. Draai eerst die terug.")
        return message % {"title": self.replaced_by.title}

    @property
    def _earlier(self):
        """Yield what this superseded, and what that superseded, as far back as that goes."""
        found, seen = self.supersedes, set()
        while found and found.pk not in seen:
            yield found
            seen.add(found.pk)
            found = found.supersedes

    @property
    def _was_incoming(self):
        """Tell whether the figures are not all in yet: by hand nobody can say that they are."""
        stored = Dataset.objects.filter(pk=self.pk, status=self.Status.INCOMING)
        return self.pk is not None and stored.exists()

    @property
    def _returns(self):
        """Tell whether figures of a file are to count again: that is told after looking at them."""
        stored = Dataset.objects.filter(pk=self.pk, status=self.Status.WITHDRAWN)
        counts = self.status not in self.COUNT_FOR_NOTHING
        return counts and self.pk is not None and stored.filter(file_import__isnull=False).exists()

    def clean(self):
        """Ask for days that can be, and for another delivery to supersede."""
        errors = strange_moments(self, "boundary_year", "retrieved_at")
        if self.pk and self in self._earlier:
            errors["supersedes"] = _("Een dataset kan zichzelf niet vervangen.")
        if self._was_incoming != (self.status == self.Status.INCOMING):
            errors["status"] = _("Deze status verandert alleen door een bestand in te lezen.")
        elif self.status == self.Status.WITHDRAWN and self.why_it_stays:
            errors["status"] = self.why_it_stays
        elif self._returns:
            errors["status"] = _(
                "Deze cijfers kwamen uit een bestand. Laat ze weer meetellen bij ‘Cijfers inlezen’."
            )
        if errors:
            raise ValidationError(errors)


class Measurement(models.Model):
    """The value of an indicator for an area in a period, as one dataset gives it.

    `period` is what the source calls it ("oktober 2006", "begin 2013"); `period_date` is the
    day it stands for and is what measurements are put in order by. Either `value` is filled,
    in the unit of the indicator, or `missing` says why it is not.
    """

    # Both have an index below that begins with them; a million rows are slow to keep in more.
    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        on_delete=models.PROTECT,
        related_name="measurements",
        db_index=False,
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("gebied"),
        on_delete=models.PROTECT,
        related_name="measurements",
        db_index=False,
    )
    dataset = models.ForeignKey(
        Dataset, verbose_name=_("dataset"), on_delete=models.CASCADE, related_name="measurements"
    )
    period = models.CharField(_("periode"), max_length=40)
    period_date = models.DateField(_("peildatum"))
    value = models.DecimalField(_("waarde"), max_digits=14, decimal_places=3, null=True, blank=True)
    missing = models.CharField(
        _("geen waarde omdat"), max_length=20, choices=MissingReason, blank=True
    )
    provisional = models.BooleanField(_("voorlopig"), default=False)
    locator = models.CharField(_("plaats in de bron"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("meting")
        verbose_name_plural = _("metingen")
        ordering = ["indicator", "area", "period_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "period_date", "dataset"], name="one_measurement"
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False, missing="")
                | (models.Q(value__isnull=True) & ~models.Q(missing="")),
                name="value_or_reason",
                violation_error_message=_("Vul een waarde in, of kies waarom die er niet is."),
            ),
        ]
        indexes = [models.Index(fields=["area", "indicator", "period_date"], name="by_area")]

    def __str__(self):
        return f"{self.indicator.short_name}, {self.area}, {self.period}"

    @property
    def is_provisional(self):
        """Tell whether the value may still change, as it or its whole delivery says."""
        return self.provisional or self.dataset.status == Dataset.Status.PROVISIONAL

    def clean(self):
        """Name the field when there is no value and no reason, or both, or an impossible share."""
        errors = strange_moments(self, "period_date")
        if self.value is None and not self.missing:
            errors["value"] = _("Vul een waarde in, of kies waarom die er niet is.")
        if self.value is not None and self.missing:
            errors["missing"] = _("Er is een waarde. Laat dit leeg, of haal de waarde weg.")
        if self.indicator_id is not None and self.indicator.hides(self.value):
            errors["value"] = _(
                "Dit is minder dan de kleinste groep. Laat dit leeg en kies ‘te weinig mensen’."
            )
        if self.value is not None and self._is_share and not 0 <= self.value <= 100:
            errors["value"] = _("Een percentage ligt tussen 0 en 100.")
        if errors:
            raise ValidationError(errors)

    @property
    def _is_share(self):
        return self.indicator_id is not None and self.indicator.unit == "%"
