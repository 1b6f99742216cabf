"""Snapshots: figures as they stood when somebody quoted them."""

from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from content.models import Area, Unchanging

from .indicators import Indicator
from .measurements import Dataset, Figure, MissingReason


class Moment(NamedTuple):
    """An area and its comparator at one of the two moments of a snapshot, from one delivery."""

    period: str
    date: date
    area: Figure
    comparator: Figure | None
    dataset: Dataset

    @property
    def period_date(self):
        """Return the day, as a measurement does."""
        return self.date

    @property
    def dataset_id(self):
        """Return the number of the delivery, as a measurement does."""
        return self.dataset.pk


def _value():
    return models.DecimalField(max_digits=14, decimal_places=3, null=True)


def _missing():
    return models.CharField(max_length=20, choices=MissingReason, blank=True)


class IndicatorSnapshot(index.Indexed, Unchanging):
    """An area beside its comparator, before and after, as published at one moment.

    A snapshot never changes after it has been taken: `indicators.domain.take_snapshot` fills it
    from the measurements, and `hash` covers every value in it. It is the SHA-256 of `statement`,
    which is kept as it was: codes and titles may change later. When newer figures exist they are
    shown beside it. Values are in the unit of the indicator; a missing one has its reason.

    `dataset` is the delivery of the follow-up. That of the baseline is the same one unless
    `baseline_dataset` names another: many sources deliver a year at a time.
    """

    indicator = models.ForeignKey(
        Indicator, verbose_name=_("indicator"), on_delete=models.PROTECT, related_name="snapshots"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="snapshots"
    )
    comparator = models.ForeignKey(
        Area,
        verbose_name=_("vergeleken met"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="compared_snapshots",
    )
    dataset = models.ForeignKey(
        Dataset, verbose_name=_("dataset"), on_delete=models.PROTECT, related_name="snapshots"
    )
    baseline_dataset = models.ForeignKey(
        Dataset,
        verbose_name=_("dataset van het begin"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="baseline_snapshots",
    )
    baseline_period = models.CharField(_("beginperiode"), max_length=40)
    baseline_date = models.DateField(_("begin"))
    baseline_value = _value()
    baseline_missing = _missing()
    baseline_comparator_value = _value()
    baseline_comparator_missing = _missing()
    follow_up_period = models.CharField(_("vervolgperiode"), max_length=40)
    follow_up_date = models.DateField(_("vervolg"))
    follow_up_value = _value()
    follow_up_missing = _missing()
    follow_up_comparator_value = _value()
    follow_up_comparator_missing = _missing()
    provisional = models.BooleanField(_("voorlopig"), default=False)
    caveat = models.TextField(_("let op"), blank=True)
    taken_at = models.DateTimeField(_("vastgelegd op"))
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("vastgelegd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    statement = models.TextField(_("tekst van het controlegetal"))
    hash = models.CharField(_("controlegetal"), max_length=64, unique=True)

    unchanging = _("Een vastgelegd cijfer verandert niet. Leg een nieuw cijfer vast.")
    lasting = _("Een vastgelegd cijfer blijft bestaan: iemand kan ernaar verwijzen.")

    search_fields = [
        index.RelatedFields("indicator", [index.AutocompleteField("name")]),
        index.RelatedFields("area", [index.AutocompleteField("name")]),
    ]

    class Meta:
        verbose_name = _("vastgelegd cijfer")
        verbose_name_plural = _("vastgelegde cijfers")
        ordering = ["-taken_at"]

    def __str__(self):
        return (
            f"{self.indicator.short_name}, {self.area.name}, "
            f"{self.baseline_period} – {self.follow_up_period}"
        )

    def get_absolute_url(self):
        """Return the address under which this snapshot can be cited."""
        return reverse("snapshot", args=[self.hash[:16]])

    @property
    def moments(self):
        """Return the two moments of the snapshot, the baseline first."""
        return (
            self._moment("baseline", self.baseline_dataset or self.dataset),
            self._moment("follow_up", self.dataset),
        )

    @property
    def datasets(self):
        """Return the deliveries it comes from, each once and that of the baseline first."""
        return (self.baseline_dataset, self.dataset) if self.baseline_dataset else (self.dataset,)

    @property
    def origins(self):
        """Return pairs of a period and the delivery it comes from; of one delivery no period."""
        if self.baseline_dataset:
            return [(moment.period, moment.dataset) for moment in self.moments]
        return [("", self.dataset)]

    def _moment(self, name, dataset):
        def figure(kind):
            return Figure(getattr(self, f"{kind}_value"), getattr(self, f"{kind}_missing"))

        return Moment(
            getattr(self, f"{name}_period"),
            getattr(self, f"{name}_date"),
            figure(name),
            figure(f"{name}_comparator") if self.comparator_id else None,
            dataset,
        )
