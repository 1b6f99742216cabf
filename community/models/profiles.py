"""What members say of their work, besides what their account says."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from content.models import Area, Theme


class Profile(models.Model):
    """The areas and themes that somebody works on."""

    class ShownTo(models.TextChoices):
        """Who sees them."""

        NOBODY = "nobody", _("Niemand")
        MEMBERS = "members", _("Leden van mijn communities")
        EVERYBODY = "everybody", _("Iedereen die is ingelogd")

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="profile",
    )
    areas = models.ManyToManyField(Area, verbose_name=_("gebieden"), blank=True, related_name="+")
    themes = models.ManyToManyField(Theme, verbose_name=_("thema's"), blank=True, related_name="+")
    shown_to = models.CharField(
        _("wie ziet uw gebieden en thema's"),
        max_length=10,
        choices=ShownTo,
        default=ShownTo.MEMBERS,
    )

    class Meta:
        verbose_name = _("profiel van een lid")
        verbose_name_plural = _("profielen van leden")

    def __str__(self):
        return str(self.user)
