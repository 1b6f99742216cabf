"""Finds people and invitations for who may see them; `community.permissions` says who may."""

from django.http import Http404

from community.domain.invitations import open_invitations
from community.members.queries import with_profile
from community.models import CommunityPage, Invitation, Member
from content.queries import listed


def member_or_404(viewer, community, key):
    """Return somebody who belongs to a community now, for who may see its members."""
    if not viewer.may_see_room(community):
        raise Http404
    return _found(Member.objects.active(), community, key)


def moderated_member_or_404(viewer, community, key):
    """Return a person and a community that somebody moderates, however they stand."""
    if not viewer.moderates(community):
        raise Http404
    return _found(Member.objects.all(), community, key)


def moderated_invitation_or_404(viewer, community, key):
    """Return an invitation that nobody used, to a community that somebody moderates."""
    if not viewer.moderates(community):
        raise Http404
    return _found(Invitation.objects.filter(used__isnull=True), community, key)


def invitation_or_404(token):
    """Return an invitation that can be used: who holds its token may."""
    communities = listed(CommunityPage.objects.all()).values("pk")
    found = open_invitations().select_related("community", "invited_by")
    return _or_404(found.filter(token=token, community__in=communities))


def _found(rows, community, key):
    if rows.model is Member:
        rows = with_profile(rows)
    return _or_404(rows.select_related("community").filter(community=community, key=key))


def _or_404(rows):
    row = rows.first()
    if row is None:
        raise Http404
    return row
