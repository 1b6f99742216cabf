"""What changes experiences and replies. May somebody do so? `community.permissions` knows.

Everything happens in one transaction with what follows from it: versions, signals, and through
those the index and what people are told.
"""

from django.db import transaction
from django.utils import timezone

from community import signals
from community.models import (
    Experience,
    ExperienceVersion,
    Reply,
    ReplyVersion,
    State,
    Thanks,
)

# What a version keeps of an experience.
TOLD = ("title", "body", "outcome", "audience")


class Stale(Exception):
    """Somebody, or another window, changed it since it was read."""


def start_experience(author, community, form=None, **fields):
    """Begin a draft; the same form sent twice begins one."""
    return _made_once(Experience, author, form, community=community, **fields)[0]


@transaction.atomic
def keep_draft(experience, typed, number):
    """Keep what the author typed so far and return its new number.

    `number` is what the window knew; raises Stale when something else was kept since.
    """
    kept = Experience.objects.filter(pk=experience.pk, draft_number=number)
    if not kept.update(pending=typed, draft_number=number + 1):
        raise Stale
    return number + 1


@transaction.atomic
def share_experience(experience, *, state=State.SHOWN, ties=None, **fields):
    """Place an experience for the first time, or what its author changed in it.

    `fields` are those of `TOLD`; `ties` holds what it is about: pages (`about`), `themes` and
    `areas`. In a state of waiting nobody but its author and the moderators reads it.
    """
    experience = Experience.objects.select_for_update().get(pk=experience.pk)
    first = experience.shown_since is None
    if not first and _differs(experience, fields):
        _keep_version(experience)
        experience.edited = timezone.now()
    for name, value in fields.items():
        setattr(experience, name, value)
    experience.pending = None
    experience.sent = experience.sent or timezone.now()
    experience.draft_number += 1
    if experience.state != State.HIDDEN:
        experience.state = state
    for name, tied in (ties or {}).items():
        getattr(experience, name).set(tied)
    experience.images.update(placed=True)
    experience.files.update(placed=True)
    return _place(experience, first)


def show_experience(experience, moderator):
    """Let others read an experience that waited or was hidden; the first time it is news.

    What its author did is told as done by the author; that it can be read again is told to the
    author, as done by the moderator.
    """
    first = experience.shown_since is None
    was_hidden = experience.state == State.HIDDEN
    experience.state, experience.hidden_because = State.SHOWN, ""
    experience.shown_since = experience.shown_since or timezone.now()
    experience.save()
    if was_hidden and not first:
        signals.experience_restored.send(Experience, instance=experience, actor=moderator)
    else:
        told = signals.experience_shared if first else signals.experience_changed
        told.send(Experience, instance=experience, actor=experience.author)
    return experience


def remove_experience(experience):
    """Remove an experience for good, with its replies, files and versions."""
    experience.delete()


@transaction.atomic
def reply(experience, author, body, *, form=None, asks_author=False, state=State.SHOWN):
    """Say something to an experience; the same form sent twice says it once."""
    fields = {"body": body, "asks_author": asks_author, "state": state}
    if state == State.SHOWN:
        fields["shown_since"] = timezone.now()
    made, is_new = _made_once(Reply, author, form, experience=experience, **fields)
    if is_new and made.is_shown:
        signals.reply_posted.send(Reply, instance=made, actor=author)
    return made


@transaction.atomic
def change_reply(reply, body, *, state=State.SHOWN):
    """Change what a reply says; what it said is kept. What is hidden stays hidden."""
    reply = Reply.objects.select_for_update().get(pk=reply.pk)
    if reply.body == body:
        return reply
    ReplyVersion.objects.create(reply=reply, body=reply.body)
    reply.body, reply.edited = body, timezone.now()
    if reply.state != State.HIDDEN:
        reply.state = state
    if reply.is_shown and reply.shown_since is None:
        return show_reply(reply)
    reply.save()
    return reply


def show_reply(reply):
    """Let others read a reply; those who should hear of it do so the first time."""
    first = reply.shown_since is None
    reply.state, reply.hidden_because = State.SHOWN, ""
    reply.shown_since = reply.shown_since or timezone.now()
    reply.save()
    told = signals.reply_posted if first else signals.reply_restored
    told.send(Reply, instance=reply, actor=reply.author)
    return reply


def remove_reply(reply):
    """Remove a reply for good."""
    reply.delete()


@transaction.atomic
def thank(experience, user):
    """Thank the author; twice is once."""
    thanks, is_new = Thanks.objects.get_or_create(experience=experience, user=user)
    if is_new:
        signals.thanks_given.send(Thanks, instance=thanks, actor=user)
    return thanks


def take_back_thanks(experience, user):
    """Take back the thanks."""
    Thanks.objects.filter(experience=experience, user=user).delete()


def _place(experience, first):
    if experience.is_shown and first:
        experience.shown_since = timezone.now()
    experience.save()
    if experience.is_shown:
        told = signals.experience_shared if first else signals.experience_changed
        told.send(Experience, instance=experience, actor=experience.author)
    return experience


def _differs(experience, fields):
    return any(fields[name] != getattr(experience, name) for name in TOLD if name in fields)


def _keep_version(experience):
    told = {name: getattr(experience, name) for name in TOLD}
    ExperienceVersion.objects.create(experience=experience, **told)


def _made_once(model, author, form, **fields):
    """Return the row of a form and whether it is new; two at once make one, and both get that."""
    if form is None:
        return model.objects.create(author=author, **fields), True
    return model.objects.get_or_create(author=author, form=form, defaults=fields)
