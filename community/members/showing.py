"""What members show of themselves to others: the one place where that is decided."""

from dataclasses import dataclass

from community.models import Member, Profile

NOBODY, MEMBERS = Profile.ShownTo.NOBODY, Profile.ShownTo.MEMBERS


@dataclass(frozen=True)
class Shown:
    """A member as another person sees them."""

    member: Member
    name: str
    organisation: str
    job_title: str
    areas: list
    themes: list


def shown(member, viewer, *, together):
    """Return what somebody sees of a member; `together` tells whether both are members."""
    user = member.user
    profile = getattr(user, "profile", None)
    opened = profile is not None and _is_for(profile, viewer, together)
    return Shown(
        member=member,
        name=str(user),
        organisation=user.organisation,
        job_title=user.job_title,
        areas=list(profile.areas.all()) if opened else [],
        themes=list(profile.themes.all()) if opened else [],
    )


def _is_for(profile, viewer, together):
    if profile.user_id == viewer.user.pk:
        return True
    return profile.shown_to != NOBODY and (together or profile.shown_to != MEMBERS)
