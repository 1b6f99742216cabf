"""What must still be indexed, and how the index of each engine is doing."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexState(models.Model):
    """What goes on with the index of one engine.

    `rebuilding_at` is the last sign of life of a rebuild that goes on, or empty. Until
    `silent_until` nobody asks the engine anything, because it failed `failures` times in a row.
    """

    engine = models.CharField(_("zoekmachine"), max_length=40, unique=True)
    rebuilding_at = models.DateTimeField(_("teken van leven van de opbouw"), null=True)
    failures = models.PositiveSmallIntegerField(_("mislukt na elkaar"), default=0)
    silent_until = models.DateTimeField(_("niet vragen tot"), null=True)

    class Meta:
        verbose_name = _("stand van een index")
        verbose_name_plural = _("standen van indexen")

    def __str__(self):
        return self.engine


class Version(models.Model):
    """A number the database gives out once: what carries a higher one was read later.

    It comes from a sequence, never from a clock, so two servers cannot disagree about it.
    """

    created = models.DateTimeField(_("uitgegeven op"), default=timezone.now)

    class Meta:
        verbose_name = _("versie")
        verbose_name_plural = _("versies")

    def __str__(self):
        return str(self.pk)


class Change(models.Model):
    """Something that may have changed and must be indexed again: who, never what.

    Rows are only added, in the transaction of the change itself. A row that is `done` was
    indexed while a rebuild went on and waits for the new index; one that is `dead` was refused
    by the engine for good and waits for somebody to look at `error`.
    """

    engine = models.CharField(_("zoekmachine"), max_length=40)
    key = models.CharField(_("wat"), max_length=200)
    created = models.DateTimeField(_("gewijzigd op"), default=timezone.now)
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    next_attempt_at = models.DateTimeField(_("volgende poging"), default=timezone.now)
    error = models.TextField(_("fout"), blank=True)
    dead = models.BooleanField(_("mislukt"), default=False)
    done = models.BooleanField(_("wacht op de nieuwe index"), default=False)

    class Meta:
        verbose_name = _("wijziging voor zoeken")
        verbose_name_plural = _("wijzigingen voor zoeken")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["engine", "dead", "done", "next_attempt_at"], name="changes_due")
        ]

    def __str__(self):
        return self.key
