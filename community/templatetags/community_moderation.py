"""What templates may ask of moderation, for the reader who looks; nothing is asked for a stranger.

`{% post_standing post %}` tells the author why others do not see a post, and how to appeal: two
queries for the author of a hidden post, none otherwise. `{% post_ways post %}` gives the links
below a post: earlier versions, report, decide, and the answer to an appeal when the page says in
`answered` that there is one. It reads nothing; the post must come with its community
(`select_related`).
"""

from django import template
from django.urls import reverse

from community.models import PostKind, State
from community.moderation import limits, queries
from community.permissions import Viewer

register = template.Library()
HISTORY = {PostKind.EXPERIENCE: "post_history", PostKind.REPLY: "reply_history"}
REPORT = {PostKind.EXPERIENCE: "report_experience", PostKind.REPLY: "report_reply"}


@register.inclusion_tag("community/moderation/standing.html", takes_context=True)
def post_standing(context, post):
    """Tell who may read a post that is not shown why it is not."""
    is_own = Viewer.of(context["request"]).may_change(post)
    asked = is_own and post.state == State.HIDDEN
    return {
        "post": post,
        "is_own": is_own,
        "waits": limits.WAITS,
        "made": queries.present_appeal(post) if asked else None,
    }


@register.inclusion_tag("community/moderation/ways.html", takes_context=True)
def post_ways(context, post):
    """Give the links to earlier versions, to report a post and to decide about it."""
    viewer = Viewer.of(context["request"])
    # A stranger is asked to sign in first.
    may_report = viewer.may_report(post) or (post.is_shown and not viewer.is_known)
    is_placed = post.state != State.DRAFT
    return {
        "edited": post.edited,
        "history": viewer.may_see_versions(post) and reverse(HISTORY[post.kind], args=[post.key]),
        "report": may_report and reverse(REPORT[post.kind], args=[post.key]),
        "decide": is_placed
        and viewer.decides_about(post)
        and reverse("moderated_post", args=[post.kind, post.key]),
        "answer": post.key in context.get("answered", ())
        and reverse("appeal", args=[post.kind, post.key]),
    }


@register.filter
def lives_in(action, living):
    """Tell whether the post that an action was about is still there."""
    return (action.post_kind, action.post_key) in living
