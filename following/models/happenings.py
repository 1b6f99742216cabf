"""What happened, and whom it was told to."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .follows import Follow


class Happening(models.Model):
    """Something happened to something, written in the transaction in which it did.

    It says what and to what, never what that says: title and permission are read when it is told.
    `once` names it, so that the same thing is written one time, whoever reports it.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Nieuw")
        CHANGED = "changed", _("Gewijzigd")
        FIGURES = "figures", _("Nieuwere cijfers")

    kind = models.CharField(_("wat gebeurde er"), max_length=20, choices=Kind)
    page = models.ForeignKey(
        Page, verbose_name=_("pagina"), on_delete=models.CASCADE, related_name="happenings"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie deed het"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    once = models.CharField(max_length=120, unique=True)
    created = models.DateTimeField(_("wanneer"), default=timezone.now)
    delivered_at = models.DateTimeField(_("verteld op"), null=True, blank=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["pk"]
        indexes = [models.Index(fields=["delivered_at", "id"])]

    def __str__(self):
        return self.once


class Notification(models.Model):
    """A happening as it was told to one person, once."""

    class Reason(models.TextChoices):
        FOLLOWS = "follows", _("U volgt dit")
        OWN = "own", _("Dit is van u")
        LINKED = "linked", _("U gebruikt dit")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("voor wie"),
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    happening = models.ForeignKey(
        Happening,
        verbose_name=_("gebeurtenis"),
        on_delete=models.CASCADE,
        related_name="notifications",
    )
    reason = models.CharField(_("waarom"), max_length=10, choices=Reason, default=Reason.FOLLOWS)
    follow = models.ForeignKey(
        Follow,
        verbose_name=_("door te volgen"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    letter = models.ForeignKey(
        "following.Letter",
        verbose_name=_("in welke mail"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="notifications",
    )
    read_at = models.DateTimeField(_("gelezen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["-happening__created", "-pk"]
        indexes = [models.Index(fields=["user", "read_at"])]
        constraints = [
            models.UniqueConstraint(fields=["user", "happening"], name="told_once_per_person")
        ]

    def __str__(self):
        return f"{self.happening_id} voor {self.user_id}"
