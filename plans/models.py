"""Plans: what somebody collected from the site, with notes, in an order of their own."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import Experience
from indicators.models import IndicatorSnapshot

SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789"
KEY_LENGTH, TOKEN_LENGTH = 16, 32


def new_key():
    """Return a key that tells nothing and that nobody guesses."""
    return get_random_string(KEY_LENGTH, SIGNS)


def new_token():
    """Return a key that is itself the permission to read: longer."""
    return get_random_string(TOKEN_LENGTH, SIGNS)


class Plan(models.Model):
    """What one person collected for a plan of their own; private until it is shared by link."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("eigenaar"),
        on_delete=models.CASCADE,
        related_name="plans",
    )
    key = models.CharField(_("sleutel"), max_length=KEY_LENGTH, unique=True, default=new_key)
    title = models.CharField(_("naam van het plan"), max_length=150)
    introduction = models.TextField(_("inleiding"), max_length=5000, blank=True)
    token = models.CharField(
        _("sleutel van de link"), max_length=TOKEN_LENGTH, blank=True, editable=False
    )
    shown_name = models.CharField(_("naam bij het plan"), max_length=150, blank=True)
    created = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    changed = models.DateTimeField(_("gewijzigd op"), auto_now=True)

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plannen")
        ordering = ["-changed", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "owner", Lower("title"), name="one_plan_of_a_name_for_each_owner"
            ),
            models.UniqueConstraint(
                fields=["token"], condition=~Q(token=""), name="one_plan_for_each_link"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Return the address for the owner."""
        return reverse("plan", args=[self.key])

    @property
    def is_shared(self):
        """Tell whether who has the link may read the plan."""
        return bool(self.token)

    @property
    def shared_url(self):
        """Return the address for who has the link, or nothing."""
        return reverse("shared_plan", args=[self.token]) if self.token else ""


class PlanItem(models.Model):
    """One thing in a plan, with what its owner wrote with it.

    It points at one thing, of its own kind. A page or an experience may go: then it points at
    nothing any more and keeps the note. A snapshot stays for ever.
    """

    class Kind(models.TextChoices):
        PAGE = "page", _("pagina")
        FIGURE = "figure", _("vastgelegd cijfer")
        EXPERIENCE = "experience", _("ervaring")

    plan = models.ForeignKey(
        Plan, verbose_name=_("plan"), on_delete=models.CASCADE, related_name="items"
    )
    key = models.CharField(_("sleutel"), max_length=KEY_LENGTH, unique=True, default=new_key)
    position = models.PositiveIntegerField(_("plaats"))
    kind = models.CharField(_("soort"), max_length=12, choices=Kind)
    page = models.ForeignKey(
        Page,
        verbose_name=_("pagina"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    snapshot = models.ForeignKey(
        IndicatorSnapshot,
        verbose_name=_("vastgelegd cijfer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    experience = models.ForeignKey(
        Experience,
        verbose_name=_("ervaring"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(_("aantekening"), max_length=5000, blank=True)
    added = models.DateTimeField(_("toegevoegd op"), auto_now_add=True)

    class Meta:
        verbose_name = _("onderdeel van een plan")
        verbose_name_plural = _("onderdelen van plannen")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="page", snapshot=None, experience=None)
                | Q(kind="figure", page=None, snapshot__isnull=False, experience=None)
                | Q(kind="experience", page=None, snapshot=None),
                name="a_plan_item_points_at_one_thing_of_its_kind",
            ),
            models.UniqueConstraint(fields=["plan", "page"], name="one_page_once_in_a_plan"),
            models.UniqueConstraint(fields=["plan", "snapshot"], name="one_figure_once_in_a_plan"),
            models.UniqueConstraint(
                fields=["plan", "experience"], name="one_experience_once_in_a_plan"
            ),
        ]

    def __str__(self):
        return f"{self.plan}, {self.position}"
