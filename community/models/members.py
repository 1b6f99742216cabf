"""Who belongs to a community: people, the group that Wagtail knows them by, and invitations."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from .communities import CommunityPage
from .posts import KEY_LENGTH, make_key

TOKEN_LENGTH = 32


def make_token():
    """Return a word that nobody guesses (190 bits)."""
    return get_random_string(TOKEN_LENGTH)


class MemberQuerySet(models.QuerySet):
    """Members by what they may do."""

    def active(self):
        """Keep those who belong to a community now."""
        return self.filter(state=Member.State.ACTIVE, user__is_active=True)

    def coordinators(self):
        """Keep those who look after a community now."""
        return self.active().filter(role=Member.Role.COORDINATOR)

    def waiting(self):
        """Keep those who asked to be let in, longest ago first."""
        return self.filter(state=Member.State.ASKED).order_by("changed", "pk")

    def outside(self):
        """Keep those who were not let in or were put out, latest first."""
        states = (Member.State.REFUSED, Member.State.EXPELLED)
        return self.filter(state__in=states).order_by("-changed", "-pk")


class Member(models.Model):
    """A person and a community: one row for each pair, whatever happens between them.

    `key` is what addresses call it by: a number would tell how many members there are.
    """

    class Role(models.TextChoices):
        MEMBER = "member", _("Lid")
        COORDINATOR = "coordinator", _("Coördinator")

    class State(models.TextChoices):
        ASKED = "asked", _("Heeft gevraagd om mee te doen")
        ACTIVE = "active", _("Doet mee")
        REFUSED = "refused", _("Is niet toegelaten")
        LEFT = "left", _("Is weggegaan")
        EXPELLED = "expelled", _("Is uit de community gezet")

    key = models.CharField(max_length=KEY_LENGTH, default=make_key, unique=True, editable=False)
    community = models.ForeignKey(
        CommunityPage,
        verbose_name=_("community"),
        on_delete=models.CASCADE,
        related_name="members",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="memberships",
    )
    role = models.CharField(_("rol"), max_length=15, choices=Role, default=Role.MEMBER)
    state = models.CharField(_("stand"), max_length=10, choices=State)
    motivation = models.TextField(_("waarom"), blank=True, max_length=1000)
    reason = models.TextField(_("reden"), blank=True, max_length=1000)
    joined = models.DateTimeField(_("doet mee sinds"), null=True, blank=True)
    changed = models.DateTimeField(_("veranderd"), default=timezone.now)
    mail_failed = models.BooleanField(_("mail niet verstuurd"), default=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("lid")
        verbose_name_plural = _("leden")
        ordering = ["user__last_name", "user__first_name", "user__pk"]
        constraints = [
            models.UniqueConstraint(fields=["community", "user"], name="one_membership_per_person")
        ]
        permissions = [("moderate_communities", _("Kan alle communities modereren"))]

    def __str__(self):
        return f"{self.user}, {self.get_state_display()}"

    @property
    def is_active(self):
        """Tell whether this person belongs to the community now."""
        return self.state == self.State.ACTIVE

    @property
    def is_coordinator(self):
        """Tell whether this person looks after the community now."""
        return self.is_active and self.role == self.Role.COORDINATOR


class MembersGroup(models.Model):
    """The group of users that stands for the members of a community in Wagtail's own rules.

    Wagtail closes pages and files to groups. Who is in the group follows from the members
    (`community.receivers`), and never the other way round. It hangs beside the page, not on it:
    a copy of the page must not get the same group.
    """

    community = models.OneToOneField(
        CommunityPage, on_delete=models.CASCADE, related_name="members_group"
    )
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="community_group")

    class Meta:
        verbose_name = _("groep van leden")
        verbose_name_plural = _("groepen van leden")

    def __str__(self):
        return self.group.name


class Invitation(models.Model):
    """A letter that lets one person in, once; whoever holds the token may use it.

    `key` is what those who look after the community call it by: the token is for who is invited.
    """

    LASTS = timedelta(days=30)

    key = models.CharField(max_length=KEY_LENGTH, default=make_key, unique=True, editable=False)
    community = models.ForeignKey(
        CommunityPage, on_delete=models.CASCADE, related_name="invitations"
    )
    email = models.EmailField(_("e-mailadres"))
    token = models.CharField(max_length=TOKEN_LENGTH, default=make_token, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgenodigd door"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("bericht"), blank=True, max_length=1000)
    created = models.DateTimeField(_("gemaakt"), default=timezone.now)
    mail_failed = models.BooleanField(_("mail niet verstuurd"), default=False)
    used_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gebruikt door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    used = models.DateTimeField(_("gebruikt"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-created", "-pk"]

    def __str__(self):
        return self.email

    @property
    def is_open(self):
        """Tell whether it can still be used."""
        return self.used is None and self.created > timezone.now() - self.LASTS
