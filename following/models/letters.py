"""The mails that go out, and how often somebody wants one."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .contacts import ContactQuestion
from .happenings import Happening


class Preference(models.Model):
    """How often somebody wants a mail; who never chose has no row and gets one every week."""

    class Often(models.TextChoices):
        DAILY = "daily", _("Elke dag")
        WEEKLY = "weekly", _("Elke week")
        NEVER = "never", _("Nooit")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie"),
        on_delete=models.CASCADE,
        related_name="mail_preference",
    )
    often = models.CharField(_("hoe vaak"), max_length=10, choices=Often, default=Often.WEEKLY)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("voorkeur voor mail")
        verbose_name_plural = _("voorkeuren voor mail")

    def __str__(self):
        return self.get_often_display()


class Letter(models.Model):
    """A mail to one person: a row before it is sent, its state after.

    `once` names it, so that there is one of each, whatever crashes. What it says is put together
    when it is sent. A letter to a member has a `user`; one to the contact of a practice has an
    `address`, which is wiped once it is sent. `found` holds, by the number of a followed search,
    the numbers of the pages that were new.
    """

    class Kind(models.TextChoices):
        DIGEST = "digest", _("Overzicht")
        CHANGED = "changed", _("Een praktijk is gewijzigd")
        CONFIRM = "confirm", _("Klopt dit contact nog?")
        REMIND = "remind", _("Klopt dit contact nog? (tweede keer)")

    class State(models.TextChoices):
        WAITING = "waiting", _("Wacht")
        SENDING = "sending", _("Wordt verstuurd")
        SENT = "sent", _("Verstuurd")
        EMPTY = "empty", _("Niets te melden")
        FAILED = "failed", _("Opgegeven")

    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    once = models.CharField(max_length=150, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("aan wie"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    address = models.EmailField(_("e-mailadres"), blank=True)
    happening = models.ForeignKey(
        Happening,
        verbose_name=_("gebeurtenis"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    question = models.ForeignKey(
        ContactQuestion,
        verbose_name=_("vraag"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="letters",
    )
    found = models.JSONField(default=dict, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    error = models.CharField(_("fout"), max_length=200, blank=True)
    created = models.DateTimeField(_("gemaakt"), default=timezone.now)
    changed = models.DateTimeField(_("veranderd"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "id"])]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"
