"""What members show of themselves to others in communities, as each of them chose."""

from dataclasses import dataclass

from accounts.permissions import shown_fields
from community.models import Member, Profile

NOBODY, MEMBERS = Profile.ShownTo.NOBODY, Profile.ShownTo.MEMBERS


@dataclass(frozen=True)
class Shown:
    """A member as another person sees them."""

    member: Member
    name: str
    organisation: str
    job_title: str
    about: str
    email: str
    areas: list
    themes: list


def shown(member, viewer, *, together):
    """Return what somebody sees of a member; `together` tells whether both are members."""
    user = member.user
    fields = shown_fields(user, viewer.user, share_community=together)
    profile = getattr(user, "profile", None)
    opened = profile is not None and _is_for(profile, viewer, together)
    return Shown(
        member=member,
        name=fields["name"],
        organisation=fields.get("organisation", ""),
        job_title=fields.get("job_title", ""),
        about=fields.get("about", ""),
        email=fields.get("email", ""),
        areas=list(profile.areas.all()) if opened else [],
        themes=list(profile.themes.all()) if opened else [],
    )


def _is_for(profile, viewer, together):
    if profile.user_id == viewer.user.pk:
        return True
    return profile.shown_to != NOBODY and (together or profile.shown_to != MEMBERS)
