"""Places what members write, within the limits, and lets it wait for a moderator where it must.

What members send comes in here. `community.domain.posts` places it; only content that the site
brings along goes there directly.
"""

from django.db import transaction

from community.domain import posts
from community.models import Experience, Reply
from community.moderation.limits import TooMany, refuse_if_too_many, state_for


@transaction.atomic
def share(experience, *, ties=None, **fields):
    """Place an experience, or what its author changed in it; raises TooMany."""
    experience = Experience.objects.select_for_update().get(pk=experience.pk)
    if experience.sent is None:
        refuse_if_too_many(experience.author, Experience)
    text = f"{fields['title']}\n{fields['body']}"
    state = state_for(experience.author, experience.community, text)
    return posts.share_experience(experience, state=state, ties=ties, **fields)


@transaction.atomic
def reply(experience, author, body, *, form=None, **fields):
    """Place a reply; raises TooMany. The same form sent twice is never one too many."""
    try:
        refuse_if_too_many(author, Reply)
    except TooMany:
        made = Reply.objects.filter(author=author, form=form).first() if form else None
        if made is None:
            raise
        return made
    state = state_for(author, experience.community, body)
    return posts.reply(experience, author, body, form=form, state=state, **fields)


@transaction.atomic
def change_reply(reply, body):
    """Change a reply; what it says now may have to wait."""
    state = state_for(reply.author, reply.community, body)
    return posts.change_reply(reply, body, state=state)
