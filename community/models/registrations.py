"""Who comes to a meeting, and the addresses of people's own calendars."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .events import EventPage
from .members import TOKEN_LENGTH, make_token
from .posts import KEY_LENGTH, make_key


class RegistrationQuerySet(models.QuerySet):
    """Registrations by what they are worth."""

    def seated(self):
        """Keep those with a seat."""
        return self.filter(state=Registration.State.SEATED)

    def waiting(self):
        """Keep those on the waiting list, in order."""
        return self.filter(state=Registration.State.WAITING).order_by("turn")

    def coming(self):
        """Keep those with a seat and those that wait for one, in order."""
        states = (Registration.State.SEATED, Registration.State.WAITING)
        return self.filter(state__in=states).order_by("turn")


class Registration(models.Model):
    """A person and a meeting: one row for each pair, whatever happens between them.

    `turn` is the place in the row of all who registered for the meeting: it goes up, and who
    comes back stands at the end again. `mail_failed` tells the organisers of somebody who got a
    seat and could not be told.
    """

    class State(models.TextChoices):
        SEATED = "seated", _("Aangemeld")
        WAITING = "waiting", _("Op de wachtlijst")
        CANCELLED = "cancelled", _("Afgemeld")
        REMOVED = "removed", _("Van de lijst gehaald")

    event = models.ForeignKey(
        EventPage,
        verbose_name=_("bijeenkomst"),
        on_delete=models.CASCADE,
        related_name="registrations",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="registrations",
    )
    key = models.CharField(max_length=KEY_LENGTH, default=make_key, unique=True)
    state = models.CharField(_("stand"), max_length=10, choices=State, default=State.WAITING)
    turn = models.PositiveIntegerField(_("volgorde"))
    note = models.TextField(_("dieet of toegankelijkheid"), blank=True, max_length=500)
    mail_failed = models.BooleanField(_("mail kwam niet aan"), default=False)
    changed = models.DateTimeField(_("veranderd"), default=timezone.now)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("aanmelding")
        verbose_name_plural = _("aanmeldingen")
        ordering = ["turn"]
        constraints = [
            models.UniqueConstraint(fields=["event", "user"], name="one_registration_per_person"),
            models.UniqueConstraint(fields=["event", "turn"], name="one_registration_per_turn"),
        ]

    def __str__(self):
        return f"{self.user}, {self.get_state_display()}"

    @property
    def has_seat(self):
        """Tell whether this person can come."""
        return self.state == self.State.SEATED

    @property
    def waits(self):
        """Tell whether this person waits for a seat."""
        return self.state == self.State.WAITING

    @property
    def is_coming(self):
        """Tell whether this person has a seat or waits for one."""
        return self.has_seat or self.waits


class CalendarAddress(models.Model):
    """The secret address at which a person's own calendar reads the meetings; one at a time."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="calendar_address",
    )
    token = models.CharField(max_length=TOKEN_LENGTH, default=make_token, unique=True)
    created = models.DateTimeField(_("gemaakt"), default=timezone.now)

    class Meta:
        verbose_name = _("adres van een eigen agenda")
        verbose_name_plural = _("adressen van eigen agenda's")

    def __str__(self):
        return str(self.user)
