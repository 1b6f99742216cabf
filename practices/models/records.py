"""What hangs on a practice: partners, lessons, adoptions, evidence and figures."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from content.models import Area, Organisation
from content.validators import strange_moments
from indicators.models import IndicatorSnapshot


class Partner(Orderable):
    """An organisation with its role in a practice."""

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        on_delete=models.PROTECT,
        related_name="partnerships",
    )
    role = models.CharField(_("rol"), max_length=150)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")


class Lesson(Orderable):
    """What was learned, typed: it worked, it did not, or it depends."""

    class Kind(models.TextChoices):
        WORKED = "worked", _("Werkte")
        DID_NOT_WORK = "did-not-work", _("Werkte niet")
        DEPENDS = "depends", _("Hangt ervan af")

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="lessons")
    kind = models.CharField(_("soort les"), max_length=15, choices=Kind)
    text = models.TextField(_("les"))

    class Meta(Orderable.Meta):
        verbose_name = _("les")
        verbose_name_plural = _("lessen")


class Adoption(Orderable):
    """Somebody else did it too: who, where, what was kept and changed, what came of it."""

    class Outcome(models.TextChoices):
        WORKED = "worked", _("Het werkte hier ook")
        PARTLY = "partly", _("Het werkte hier ten dele")
        DID_NOT_WORK = "did-not-work", _("Het werkte hier niet")
        UNKNOWN = "unknown", _("De uitkomst is nog niet bekend")

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="adoptions")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("wie deed dit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="adoptions",
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("waar"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="adoptions",
    )
    year = models.PositiveSmallIntegerField(_("sinds"), null=True, blank=True)
    kept = models.TextField(_("wat bleef hetzelfde"), blank=True)
    changed = models.TextField(_("wat ging anders"), blank=True)
    outcome = models.CharField(
        _("uitkomst"), max_length=15, choices=Outcome, default=Outcome.UNKNOWN
    )
    result = models.TextField(_("wat kwam ervan"), blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("navolging")
        verbose_name_plural = _("navolgingen")

    def clean(self):
        """Ask who did it or where; without either nobody can look it up."""
        errors = strange_moments(self, "year")
        if not self.organisation_id and not self.area_id:
            errors["organisation"] = _("Kies wie dit deed, of hieronder waar.")
        if errors:
            raise ValidationError(errors)


class Evidence(Orderable):
    """A study that says something about a practice."""

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="evidence")
    research = models.ForeignKey(
        "practices.ResearchPage",
        verbose_name=_("onderzoek"),
        on_delete=models.PROTECT,
        related_name="evidence_for",
    )
    note = models.TextField(_("wat zegt dit onderzoek over de praktijk"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("onderzoek als bewijs")
        verbose_name_plural = _("onderzoek als bewijs")


class PracticeFigure(Orderable):
    """A snapshot of an indicator that a practice shows."""

    page = ParentalKey("practices.PracticePage", on_delete=models.CASCADE, related_name="figures")
    snapshot = models.ForeignKey(
        IndicatorSnapshot,
        verbose_name=_("vastgelegd cijfer"),
        on_delete=models.PROTECT,
        related_name="practice_figures",
    )
    note = models.TextField(_("hoe hoort dit cijfer bij de praktijk"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("cijfer bij de praktijk")
        verbose_name_plural = _("cijfers bij de praktijk")
