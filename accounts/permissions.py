"""Who may enter the admin, who took the second step, and who sees what of a member."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator

from accounts.models import Audience

# What counts as a second step; recovery codes come with one of these and go with the last.
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def may_enter_admin(user):
    """Tell whether somebody may open the admin at all."""
    return user.is_active and user.has_perm("wagtailadmin.access_admin")


def second_steps(user):
    """Return the apps and keys with which somebody takes the second step."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=STEPS)


def took_second_step(request):
    """Tell whether this session was begun, or gone on with, by a second step."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


def may_remove(authenticator):
    """Tell whether an app or key may go: who enters the admin keeps one."""
    if not may_enter_admin(authenticator.user):
        return True
    return second_steps(authenticator.user).exclude(pk=authenticator.pk).exists()


def shown_fields(owner, viewer, share_community):
    """Return what `viewer` may see of `owner`, by the name of the field.

    The name stands with everything a member writes, so it is no secret. `share_community` tells
    whether both are members of one community; what a member chose decides the rest.
    """
    shown = {"name": str(owner)}
    for field, choice in owner.AUDIENCES.items():
        value = getattr(owner, field)
        if value and _is_for(getattr(owner, choice), owner, viewer, share_community):
            shown[field] = value
    return shown


def _is_for(audience, owner, viewer, share_community):
    if not viewer.is_authenticated:
        return False
    if viewer.pk == owner.pk or audience == Audience.EVERYBODY:
        return True
    return audience == Audience.MEMBERS and share_community
