"""Finds what an address names, or answers as if it does not exist."""

from django.http import Http404

from community.models import PostKind, State
from community.permissions import experience_or_404, reply_or_404

FIND = {PostKind.EXPERIENCE: experience_or_404, PostKind.REPLY: reply_or_404}


def post_or_404(viewer, kind, key):
    """Return an experience or a reply that somebody may read."""
    if kind not in FIND:
        raise Http404
    return FIND[kind](viewer, key)


def moderated_post_or_404(viewer, kind, key):
    """Return a post of others that somebody moderates, or an own one in the same community."""
    post = post_or_404(viewer, kind, key)
    if post.state == State.DRAFT or not viewer.moderates(post.community):
        raise Http404
    return post


def versioned_post_or_404(viewer, kind, key):
    """Return a post of which somebody may read what it said before."""
    post = post_or_404(viewer, kind, key)
    if not viewer.may_see_versions(post):
        raise Http404
    return post
