"""What changes who belongs to a community. May somebody do so? `community.permissions` knows."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community import signals
from community.models import Invitation, Member

STATE = Member.State
INVITATION_LASTS = timedelta(days=30)


class Refused(Exception):
    """What was asked cannot be done; says to the person why, in Dutch."""


@transaction.atomic
def join(community, user):
    """Let somebody in at once; who was put out stays out."""
    member = _row(community, user)
    if member.state == STATE.EXPELLED:
        raise Refused(_("U bent uit deze community gezet. De coördinator kan u weer toelaten."))
    return _let_in(member, actor=user)


@transaction.atomic
def ask_to_join(community, user, motivation=""):
    """Ask the coordinators to be let in; asking twice is asking once."""
    member = _row(community, user)
    if member.state == STATE.EXPELLED:
        raise Refused(_("U bent uit deze community gezet. De coördinator kan u weer toelaten."))
    if not member.is_active:
        _change(member, state=STATE.ASKED, motivation=motivation, reason="")
        signals.member_asked.send(Member, instance=member, actor=user)
    return member


@transaction.atomic
def withdraw(member):
    """Take back that one asked to be let in."""
    member = _locked(member)
    if member.state == STATE.ASKED:
        member.delete()


@transaction.atomic
def admit(member, actor):
    """Let in somebody who asked, or who was refused or put out before."""
    return _let_in(_locked(member), actor)


@transaction.atomic
def refuse(member, actor, reason):
    """Do not let in somebody who asked, and say why."""
    member = _locked(member)
    if member.state != STATE.ASKED:
        raise Refused(_("Deze vraag is al beantwoord."))
    _change(member, state=STATE.REFUSED, reason=reason)
    signals.member_refused.send(Member, instance=member, actor=actor)
    return member


@transaction.atomic
def leave(community, user):
    """Let somebody go who wants to."""
    member = _row(community, user)
    _needs_another_coordinator(member)
    if member.is_active:
        _change(member, state=STATE.LEFT, role=Member.Role.MEMBER)
        signals.member_left.send(Member, instance=member, actor=user)
    return member


@transaction.atomic
def expel(member, actor, reason):
    """Put somebody out, with the reason that this person reads."""
    member = _locked(member)
    _needs_another_coordinator(member)
    if not member.is_active:
        raise Refused(_("Dit lid hoort er al niet meer bij."))
    _change(member, state=STATE.EXPELLED, role=Member.Role.MEMBER, reason=reason)
    signals.member_expelled.send(Member, instance=member, actor=actor)
    return member


@transaction.atomic
def appoint(member, role, actor=None):
    """Make a member coordinator, or a coordinator member."""
    member = _locked(member)
    if not member.is_active:
        raise Refused(_("Dit lid hoort er niet meer bij."))
    if role != Member.Role.COORDINATOR:
        _needs_another_coordinator(member)
    if role != member.role:
        _change(member, role=role)
        signals.member_appointed.send(Member, instance=member, actor=actor)
    return member


def invite(community, email, actor):
    """Make an invitation for somebody; an older one for the same address no longer holds."""
    with transaction.atomic():
        open_ones = Invitation.objects.filter(
            community=community, email__iexact=email, used__isnull=True
        )
        open_ones.delete()
        return Invitation.objects.create(community=community, email=email, invited_by=actor)


def open_invitations():
    """Return the invitations that can still be used."""
    return Invitation.objects.filter(
        used__isnull=True, created__gt=timezone.now() - INVITATION_LASTS
    )


@transaction.atomic
def accept(invitation, user):
    """Use an invitation, which works once."""
    taken = open_invitations().filter(pk=invitation.pk)
    if not taken.update(used=timezone.now(), used_by=user):
        raise Refused(_("Deze uitnodiging is al gebruikt of is verlopen."))
    return _let_in(_row(invitation.community, user), actor=invitation.invited_by)


def _row(community, user):
    """Return the row of a person and a community, locked; a new one is stored when it changes."""
    found = Member.objects.select_for_update().filter(community=community, user=user).first()
    return found or Member(community=community, user=user, state=STATE.LEFT)


def _locked(member):
    return Member.objects.select_for_update().get(pk=member.pk)


def _let_in(member, actor):
    if not member.is_active:
        _change(member, state=STATE.ACTIVE, reason="", joined=timezone.now())
        signals.member_joined.send(Member, instance=member, actor=actor)
    return member


def _change(member, **fields):
    for name, value in fields.items():
        setattr(member, name, value)
    member.changed = timezone.now()
    member.save()


def _needs_another_coordinator(member):
    """Refuse to take away the last coordinator: nobody could let anybody in any more."""
    others = Member.objects.coordinators().filter(community=member.community_id)
    if member.is_coordinator and not others.exclude(pk=member.pk).exists():
        raise Refused(_("Dit is de laatste coördinator. Maak eerst iemand anders coördinator."))
