"""Words of which a moderator wants to see the post first."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .communities import CommunityPage


class BlockedWord(models.Model):
    """A word or a few; without a community it holds for the whole site.

    `folded` is the word as it is compared: `community.moderation.words.fold`.
    """

    word = models.CharField(_("woord"), max_length=60)
    folded = models.CharField(max_length=120, editable=False)
    community = models.ForeignKey(
        CommunityPage,
        verbose_name=_("community"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="blocked_words",
        help_text=_("Laat leeg voor de hele site."),
    )
    note = models.CharField(_("waarom"), max_length=200, blank=True)
    created = models.DateTimeField(_("toegevoegd"), default=timezone.now)

    class Meta:
        verbose_name = _("geblokkeerd woord")
        verbose_name_plural = _("geblokkeerde woorden")
        ordering = ["folded", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["folded", "community"],
                name="blocked_once_per_community",
                condition=Q(community__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["folded"],
                name="blocked_once_for_the_site",
                condition=Q(community__isnull=True),
            ),
        ]

    def __str__(self):
        return self.word
