"""What changes who belongs to a community. May somebody do so? `community.permissions` knows."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community import signals
from community.models import CommunityPage, Member, MembersGroup
from content.queries import listed

STATE = Member.State


class Refused(Exception):
    """What was asked cannot be done; says to the person why, in Dutch."""


@transaction.atomic
def join(community, user):
    """Let somebody in at once; who was put out stays out."""
    return let_in(who_may_come(community, user), actor=user)


@transaction.atomic
def ask_to_join(community, user, motivation=""):
    """Ask the coordinators to be let in; asking twice is asking once, in other words."""
    member = who_may_come(community, user)
    if member.state == STATE.ASKED:
        member.motivation = motivation
        member.save(update_fields=["motivation"])
    elif not member.is_active:
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
    member = _locked(member)
    if member.state == STATE.LEFT:
        raise Refused(_("Dit lid is zelf weggegaan, en kan alleen zelf terugkomen."))
    return let_in(member, actor)


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
def leave(member):
    """Let somebody go who wants to; going twice is going once."""
    member = _with_the_others(member)
    if member.is_active:
        _needs_another_coordinator(member)
        _change(member, state=STATE.LEFT, role=Member.Role.MEMBER)
    return member


@transaction.atomic
def expel(member, actor, reason):
    """Put somebody out, with the reason that this person reads."""
    member = _with_the_others(member)
    if not member.is_active:
        raise Refused(_("Dit lid hoort er al niet meer bij."))
    if member.user_id == actor.pk:
        raise Refused(_("U kunt uzelf er niet uit zetten. Weggaan kan wel."))
    _needs_another_coordinator(member)
    _change(member, state=STATE.EXPELLED, role=Member.Role.MEMBER, reason=reason)
    signals.member_expelled.send(Member, instance=member, actor=actor)
    return member


@transaction.atomic
def appoint(member, role, actor=None):
    """Make a member coordinator, or a coordinator member."""
    member = _with_the_others(member)
    if not member.is_active:
        raise Refused(_("Dit lid hoort er niet meer bij."))
    if role != Member.Role.COORDINATOR:
        _needs_another_coordinator(member)
    if role != member.role:
        _change(member, role=role)
        signals.member_appointed.send(Member, instance=member, actor=actor)
    return member


@transaction.atomic
def name_coordinator(community, user, actor):
    """Let somebody look after a community, a member already or not."""
    member = who_may_come(community, user)
    if not member.is_active:
        let_in(member, actor)
    return appoint(member, Member.Role.COORDINATOR)


def who_may_come(community, user):
    """Return the row of a person and a community, locked; who was put out stays out."""
    # Two windows at once give one row: the second waits for the first, and finds it.
    Member.objects.get_or_create(community=community, user=user, defaults={"state": STATE.LEFT})
    member = _locked(Member.objects.get(community=community, user=user))
    if member.state == STATE.EXPELLED:
        raise Refused(_("U bent uit deze community gezet. De coördinator kan u weer toelaten."))
    return member


def let_in(member, actor):
    """Let somebody belong from now on; letting in a member changes nothing."""
    if not member.is_active:
        _change(member, state=STATE.ACTIVE, reason="", joined=timezone.now())
        signals.member_joined.send(Member, instance=member, actor=actor)
    return member


def last_coordinated(user):
    """Return the communities in which others take part and only this person is coordinator.

    One that is not published can be managed by nobody, so nobody can be asked to hand it over.
    """
    own = Member.objects.coordinators().filter(user=user).values("community")
    others = Member.objects.exclude(user=user)
    communities = listed(CommunityPage.objects.filter(pk__in=own))
    inhabited = communities.filter(pk__in=others.active().values("community"))
    return inhabited.exclude(pk__in=others.coordinators().values("community")).order_by("title")


def _locked(member):
    found = Member.objects.select_for_update(of=("self",)).select_related("user", "community")
    return found.get(pk=member.pk)


def _with_the_others(member):
    """Return a member, locked, while nobody else goes from the same community."""
    list(MembersGroup.objects.select_for_update().filter(community=member.community_id))
    return _locked(member)


def _change(member, **fields):
    for name, value in fields.items():
        setattr(member, name, value)
    member.changed = timezone.now()
    member.mail_failed = False
    member.save()


def _needs_another_coordinator(member):
    """Refuse to take away the last coordinator: nobody could let anybody in any more."""
    others = Member.objects.coordinators().filter(community=member.community_id)
    if member.is_coordinator and not others.exclude(pk=member.pk).exists():
        raise Refused(_("Dit is de laatste coördinator. Maak eerst iemand anders coördinator."))
