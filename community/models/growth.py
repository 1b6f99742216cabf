"""What grew out of an experience: a practice of its own, or a record of who did it too."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from .experiences import Experience


class Growth(models.Model):
    """A page that holds what a member told; keeps the credit, whatever editors do to the page."""

    class Kind(models.TextChoices):
        PRACTICE = "practice", _("Een praktijk")
        ADOPTION = "adoption", _("Een navolging bij een praktijk")

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="growths")
    page = models.ForeignKey(
        Page, verbose_name=_("praktijk"), on_delete=models.CASCADE, related_name="grown_from"
    )
    kind = models.CharField(_("soort"), max_length=10, choices=Kind)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemaakt door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    made = models.DateTimeField(_("gemaakt"), default=timezone.now)

    class Meta:
        verbose_name = _("wat uit een ervaring groeide")
        verbose_name_plural = _("wat uit ervaringen groeide")
        ordering = ["made", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["experience", "page"], name="grows_once_into_a_page")
        ]
