"""Files of figures on their way in, and how their columns were understood."""

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .measurements import Dataset

# A process that gave no sign of life for this long was stopped by somebody.
DEAD_AFTER = timedelta(minutes=3)


def _deliveries():
    return storages["deliveries"]


class ColumnMapping(models.Model):
    """How the columns of a kind of file are read, kept for the next file of that kind.

    `data` is an `indicators.importing.mapping.Mapping` as plain data.
    """

    name = models.CharField(_("naam"), max_length=150, unique=True)
    data = models.JSONField(_("kolommen"))
    used_at = models.DateTimeField(_("het laatst gebruikt"))

    class Meta:
        verbose_name = _("indeling van kolommen")
        verbose_name_plural = _("indelingen van kolommen")
        ordering = ["-used_at"]

    def __str__(self):
        return self.name


class FileImport(models.Model):
    """A file of figures on its way in: it is checked first, and loaded when it is right.

    Its dataset counts for nothing until the last figure is in; `status_after` is what it becomes
    then. `problems` holds the first of what is wrong, the `report` all of it. One that is fetched
    holds what was `asked` (`indicators.importing.fetching`), and no file until that came.
    """

    class State(models.TextChoices):
        FETCHING = "fetching", _("wordt opgehaald")
        UPLOADED = "uploaded", _("kies de kolommen")
        CHECKING = "checking", _("wordt nagekeken")
        CHECKED = "checked", _("nagekeken")
        LOADING = "loading", _("wordt ingelezen")
        LOADED = "loaded", _("ingelezen")
        FAILED = "failed", _("mislukt")

    BUSY = (State.FETCHING, State.CHECKING, State.LOADING)

    file = models.FileField(
        _("bestand"), storage=_deliveries, upload_to="%Y/%m", max_length=200, blank=True
    )
    name = models.CharField(_("bestand"), max_length=200)
    size = models.PositiveBigIntegerField(_("grootte in bytes"), default=0)
    asked = models.JSONField(_("gevraagd aan de bron"), default=dict, blank=True)
    dataset = models.OneToOneField(
        Dataset, verbose_name=_("dataset"), on_delete=models.CASCADE, related_name="file_import"
    )
    status_after = models.CharField(
        _("status"), max_length=20, choices=Dataset.Status, default=Dataset.Status.FINAL
    )
    period = models.CharField(_("periode"), max_length=40, blank=True)
    mapping = models.JSONField(_("kolommen"), default=dict, blank=True)
    state = models.CharField(
        _("stand"), max_length=20, choices=State, default=State.UPLOADED, editable=False
    )
    lines = models.PositiveIntegerField(_("regels"), default=0)
    done = models.PositiveIntegerField(_("regels gedaan"), default=0)
    values = models.PositiveIntegerField(_("cijfers"), default=0)
    missing = models.PositiveIntegerField(_("zonder cijfer, met reden"), default=0)
    wrong = models.PositiveIntegerField(_("fouten"), default=0)
    left_out = models.PositiveIntegerField(_("overgeslagen"), default=0)
    problems = models.JSONField(_("fouten"), default=list, blank=True)
    sample = models.JSONField(_("voorbeeld"), default=list, blank=True)
    report = models.FileField(
        _("verslag"), storage=_deliveries, upload_to="%Y/%m", max_length=200, blank=True
    )
    error = models.TextField(_("wat er misging"), blank=True)
    alive_at = models.DateTimeField(_("laatste teken van leven"), null=True, blank=True)
    created_at = models.DateTimeField(_("geüpload op"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("geüpload door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("ingelezen bestand")
        verbose_name_plural = _("ingelezen bestanden")
        ordering = ["-created_at"]

    def __str__(self):
        return self.name

    @property
    def is_busy(self):
        """Tell whether something is being done with the file now."""
        return self.state in self.BUSY and not self.is_dead

    @property
    def is_dead(self):
        """Tell whether what was being done was broken off without a word."""
        return self.state in self.BUSY and timezone.now() - self.alive_at > DEAD_AFTER

    @property
    def is_ready(self):
        """Tell whether the file was found right, so that it can be loaded."""
        return self.state == self.State.CHECKED and not self.wrong and self.readings > 0

    @property
    def may_be_loaded(self):
        """Tell whether loading can begin, or begin again after it was broken off."""
        return self.is_ready or (self.state == self.State.LOADING and self.is_dead)

    @property
    def counts(self):
        """Tell whether its figures count now."""
        return self.dataset.status not in Dataset.COUNT_FOR_NOTHING

    @property
    def readings(self):
        """Return how many figures there are, with those that are missing for a reason."""
        return self.values + self.missing
