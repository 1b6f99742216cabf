"""Letters that let people in. May somebody write them? `community.permissions` knows."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community.domain import members
from community.models import Invitation


@transaction.atomic
def invite(community, email, actor, text=""):
    """Make an invitation for somebody; an older one for the same address no longer holds."""
    Invitation.objects.filter(community=community, email__iexact=email, used__isnull=True).delete()
    return Invitation.objects.create(community=community, email=email, invited_by=actor, text=text)


def withdraw(invitation):
    """Take back an invitation that nobody used."""
    Invitation.objects.filter(pk=invitation.pk, used__isnull=True).delete()


def open_invitations():
    """Return the invitations that can still be used."""
    return Invitation.objects.filter(
        used__isnull=True, created__gt=timezone.now() - Invitation.LASTS
    )


def forget():
    """Remove the invitations that can no longer be used, and return how many there were."""
    return Invitation.objects.exclude(pk__in=open_invitations().values("pk")).delete()[0]


@transaction.atomic
def accept(invitation, user):
    """Use an invitation, which works once; it does not let back in who was put out."""
    member = members.who_may_come(invitation.community, user)
    taken = open_invitations().filter(pk=invitation.pk)
    if not taken.update(used=timezone.now(), used_by=user):
        raise members.Refused(_("Deze uitnodiging is al gebruikt of is verlopen."))
    return members.let_in(member, actor=invitation.invited_by)
