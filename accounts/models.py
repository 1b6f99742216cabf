"""The people who sign in: editors, and members of communities."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who sees a part of a profile."""

    NOBODY = "nobody", _("Niemand")
    MEMBERS = "members", _("Leden van mijn communities")
    EVERYBODY = "everybody", _("Iedereen die is ingelogd")


def _audience(label, default):
    return models.CharField(label, max_length=10, choices=Audience.choices, default=default)


class User(AbstractUser):
    """Somebody who can sign in; the mail address is the one thing that must be unique."""

    # Each part of a profile with the choice who sees it.
    AUDIENCES = {
        "email": "email_shown_to",
        "organisation": "organisation_shown_to",
        "job_title": "job_title_shown_to",
        "about": "about_shown_to",
    }

    email = models.EmailField(_("e-mailadres"), unique=True)
    organisation = models.CharField(_("organisatie"), max_length=200, blank=True)
    job_title = models.CharField(_("functie"), max_length=200, blank=True)
    about = models.TextField(_("over u"), max_length=1000, blank=True)
    email_shown_to = _audience(_("wie ziet uw e-mailadres"), Audience.NOBODY)
    organisation_shown_to = _audience(_("wie ziet uw organisatie"), Audience.MEMBERS)
    job_title_shown_to = _audience(_("wie ziet uw functie"), Audience.MEMBERS)
    about_shown_to = _audience(_("wie ziet wat u over uzelf schrijft"), Audience.MEMBERS)

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")

    def __str__(self):
        return self.get_full_name() or self.get_username()
