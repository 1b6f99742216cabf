"""Writes down what moderators and coordinators do; `ModerationAction` keeps it for good."""

from community import signals
from community.models import Member, ModerationAction

Kind = ModerationAction.Kind


def write(kind, actor, *, community, about=None, post=None, reason=""):
    """Write down what somebody did."""
    return ModerationAction.objects.create(
        kind=kind,
        actor=actor,
        about=about or (post and post.author),
        community=community,
        post_kind=post.kind if post else "",
        post_key=post.key if post else "",
        reason=reason,
    )


def connect():
    """Listen to what happens with members; called once, when the app is ready."""
    for signal, receiver in (
        (signals.member_joined, _member_joined),
        (signals.member_refused, _member_refused),
        (signals.member_expelled, _member_expelled),
        (signals.member_appointed, _member_appointed),
    ):
        signal.connect(receiver, dispatch_uid=f"journal{receiver.__name__}")


def _member_joined(instance, actor, **kwargs):
    # Who walks into an open community was let in by nobody.
    if actor is not None and actor.pk != instance.user_id:
        _write_of(instance, actor, Kind.ADMITTED)


def _member_refused(instance, actor, **kwargs):
    _write_of(instance, actor, Kind.NOT_ADMITTED)


def _member_expelled(instance, actor, **kwargs):
    _write_of(instance, actor, Kind.EXPELLED)


def _member_appointed(instance, actor, **kwargs):
    is_coordinator = instance.role == Member.Role.COORDINATOR
    _write_of(instance, actor, Kind.APPOINTED if is_coordinator else Kind.DISMISSED)


def _write_of(member, actor, kind):
    write(kind, actor, community=member.community, about=member.user, reason=member.reason)
