"""What the pages about people show, each read in a fixed number of queries."""

from django.db.models import Prefetch, Q
from django.db.models.functions import Lower

from accounts.models import Audience
from community.models import CommunityPage, Invitation, Member, MembersRoomPage, Profile
from content.finding import LONGEST_WORD, MOST_WORDS
from content.paging import Parts
from content.queries import listed

MEMBERS_ON_A_PAGE = 24


def ways_in(community, viewer):
    """Return how somebody takes part in a community: what the page of it shows everybody.

    One query for who is not signed in. Nothing here is counted: that would tell of people.
    """
    if community.pk is None:
        # A community in preview has nothing yet, and nobody.
        return {}
    rooms = listed(MembersRoomPage.objects.child_of(community)).order_by("path")
    inside = viewer.may_see_room(community)
    return {
        "rooms": list(rooms),
        "membership": membership(community, viewer),
        "belongs": viewer.belongs_to(community),
        "sees_room": inside,
        "moderates": viewer.moderates(community),
    }


def membership(community, viewer):
    """Return how somebody stands to a community, or None when that person never did."""
    if not viewer.is_known:
        return None
    return Member.objects.filter(community=community, user=viewer.user).first()


def directory(community, viewer, text="", part=1):
    """Return a part of the members of a community, with what they show, that fit a text."""
    members = Member.objects.active().filter(community=community)
    for word in text.split()[:MOST_WORDS]:
        members = members.filter(_says(word[:LONGEST_WORD]))
    return Parts(_by_name(with_profile(members)), MEMBERS_ON_A_PAGE).get_page(part)


def management(community, part=1):
    """Return what somebody who looks after a community has to do, and whom it is about."""
    people = with_profile(Member.objects.filter(community=community))
    invitations = Invitation.objects.filter(community=community, used__isnull=True)
    return {
        "waiting": list(people.waiting()),
        "entries": Parts(_by_name(people.active()), MEMBERS_ON_A_PAGE).get_page(part),
        "outside": list(people.outside()),
        "invitations": list(invitations.select_related("invited_by")),
    }


def looked_after():
    """Return all communities, each with those who look after it as `coordinators`."""
    who = _by_name(Member.objects.coordinators().select_related("user"))
    ready = Prefetch("members", who, to_attr="coordinators")
    return CommunityPage.objects.order_by("title").prefetch_related(ready)


def with_profile(members):
    """Read along with members what each says of their work."""
    areas, themes = "user__profile__areas__parent", "user__profile__themes"
    return members.select_related("user__profile").prefetch_related(areas, themes)


def _by_name(members):
    return members.order_by(Lower("user__last_name"), Lower("user__first_name"), "pk")


def _says(word):
    """Return the condition under which a member shows a word."""
    shown = (Profile.ShownTo.MEMBERS, Profile.ShownTo.EVERYBODY)
    own = Profile.objects.filter(shown_to__in=shown)
    areas = own.filter(
        Q(areas__name__icontains=word) | Q(areas__parent__name__icontains=word)
    ).values("user")
    return (
        Q(user__first_name__icontains=word)
        | Q(user__last_name__icontains=word)
        | Q(user__organisation__icontains=word) & ~Q(user__organisation_shown_to=Audience.NOBODY)
        | Q(user__in=areas)
    )
