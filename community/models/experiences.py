"""Experiences: what a member tried, with what, where, and whether it worked."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content.models import Area, Theme

from .communities import CommunityPage
from .posts import Post, PostKind


class Outcome(models.TextChoices):
    """What came of it, in the words of the lessons of practices."""

    WORKED = "worked", _("Het werkte")
    DID_NOT_WORK = "did-not-work", _("Het werkte niet")
    DEPENDS = "depends", _("Het hangt ervan af")


class Audience(models.TextChoices):
    """Who may read it."""

    MEMBERS = "members", _("Alleen leden van de community")
    EVERYBODY = "everybody", _("Iedereen")


class Experience(Post):
    """A story of one member, tied to practices, methods, themes or areas.

    `pending` holds what the author typed since it was last placed: a dict of the fields of
    `community.experiences.forms.ExperienceForm`, as they were typed. `sent` is when its author
    first sent it in, whether or not it had to wait for a moderator.
    """

    kind = PostKind.EXPERIENCE

    community = models.ForeignKey(
        CommunityPage,
        verbose_name=_("community"),
        on_delete=models.PROTECT,
        related_name="experiences",
    )
    audience = models.CharField(
        _("wie mag dit lezen"), max_length=10, choices=Audience, default=Audience.MEMBERS
    )
    title = models.CharField(_("titel"), max_length=150, blank=True)
    outcome = models.CharField(_("werkte het"), max_length=15, choices=Outcome, blank=True)
    about = models.ManyToManyField(Page, verbose_name=_("over"), blank=True, related_name="told_in")
    themes = models.ManyToManyField(
        Theme, verbose_name=_("thema's"), blank=True, related_name="experiences"
    )
    areas = models.ManyToManyField(
        Area, verbose_name=_("gebieden"), blank=True, related_name="experiences"
    )
    pending = models.JSONField(_("nog niet geplaatst"), null=True, blank=True)
    sent = models.DateTimeField(_("ingestuurd"), null=True, blank=True)
    # Goes up with everything that is kept: two windows on one draft do not undo each other.
    draft_number = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("ervaring")
        verbose_name_plural = _("ervaringen")
        ordering = ["-shown_since", "-pk"]
        indexes = [models.Index(fields=["state", "audience", "-shown_since"])]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form"],
                name="one_experience_per_form",
                condition=Q(form__isnull=False),
            )
        ]

    def __str__(self):
        return self.title or str(_("Ervaring zonder titel"))

    def get_absolute_url(self):
        """Return the address, which stays when the title changes."""
        return reverse("experience", args=[self.key])

    @property
    def working_title(self):
        """Return the title as its author last typed it."""
        return (self.pending or {}).get("title") or str(self)

    @property
    def is_for_members(self):
        """Tell whether only members of the community may read it."""
        return self.audience != Audience.EVERYBODY


class ExperienceVersion(models.Model):
    """What an experience said before it was changed."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="versions")
    title = models.CharField(_("titel"), max_length=150)
    body = models.TextField(_("tekst"))
    outcome = models.CharField(_("werkte het"), max_length=15, choices=Outcome, blank=True)
    audience = models.CharField(_("wie mocht dit lezen"), max_length=10, choices=Audience)
    until = models.DateTimeField(_("tot"), default=timezone.now)

    class Meta:
        verbose_name = _("eerdere versie")
        verbose_name_plural = _("eerdere versies")
        ordering = ["-until", "-pk"]

    def __str__(self):
        return self.title


class Thanks(models.Model):
    """Somebody thanks the author of an experience, once."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="thanks")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="given_thanks"
    )
    created = models.DateTimeField(_("gegeven"), default=timezone.now)

    class Meta:
        verbose_name = _("bedankje")
        verbose_name_plural = _("bedankjes")
        constraints = [models.UniqueConstraint(fields=["experience", "user"], name="thanks_once")]
