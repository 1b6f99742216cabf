"""What happened, and whom it was told to."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import Experience, Reply

from .follows import Follow


class Happening(models.Model):
    """Something happened to a page or to an experience, written in the transaction in which it did.

    It says what and to what, never what that says: title and permission are read when it is told.
    `reply` is what was said to the experience; `person` is whom it is about, when that is told to
    one person alone. A meeting that was taken off the site leaves no page to tell of: that is told
    of nothing but the person. `once` names it, so that the same thing is written one time, whoever
    reports it.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Nieuw")
        CHANGED = "changed", _("Gewijzigd")
        FIGURES = "figures", _("Nieuwere cijfers")
        SHARED = "shared", _("Nieuwe ervaring")
        REWRITTEN = "rewritten", _("Gewijzigde ervaring")
        HIDDEN = "hidden", _("Verborgen")
        RESTORED = "restored", _("Weer te lezen")
        REPLIED = "replied", _("Reactie")
        REPLY_HIDDEN = "reply-hidden", _("Reactie verborgen")
        THANKED = "thanked", _("Bedankt")
        ASKED = "asked", _("Iemand wil meedoen")
        ADMITTED = "admitted", _("U doet mee")
        REFUSED = "refused", _("U bent niet toegelaten")
        EXPELLED = "expelled", _("U doet niet meer mee")
        CALLED_OFF = "called-off", _("Bijeenkomst gaat niet door")
        REPORT_ANSWERED = "report-answered", _("Besluit over wat u meldde")
        APPEAL_ANSWERED = "appeal-answered", _("Antwoord op uw bezwaar")
        LEFT_ALONE = "left-alone", _("Community zonder coördinator")

    kind = models.CharField(_("wat gebeurde er"), max_length=20, choices=Kind)
    page = models.ForeignKey(
        Page,
        verbose_name=_("pagina"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="happenings",
    )
    experience = models.ForeignKey(
        Experience,
        verbose_name=_("ervaring"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="happenings",
    )
    reply = models.ForeignKey(
        Reply,
        verbose_name=_("reactie"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="happenings",
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("over wie"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
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

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["pk"]
        indexes = [models.Index(fields=["delivered_at", "id"])]
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(page__isnull=False, experience=None, reply=None)
                    | Q(page=None, experience__isnull=False)
                    | Q(page=None, experience=None, reply=None, person__isnull=False)
                ),
                name="happens_to_one_thing",
            )
        ]

    def __str__(self):
        return self.once


class Notification(models.Model):
    """A happening as it was told to one person, once."""

    class Reason(models.TextChoices):
        FOLLOWS = "follows", _("U volgt dit")
        OWN = "own", _("Dit gaat over u of over wat u schreef")
        WROTE = "wrote", _("U schreef hierover")
        TALKS = "talks", _("U praat hier mee")
        MEMBER = "member", _("U doet mee in de community")
        LEADS = "leads", _("U bent coördinator")
        PLAN = "plan", _("Dit staat in een plan van u")
        MODERATES = "moderates", _("U modereert de site")

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

    wagtail_reference_index_ignore = True

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
