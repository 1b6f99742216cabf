"""What moderators do with posts, and what members ask of them.

May somebody do so? `community.permissions` knows. Every verb holds the row it decides about, so
that of two moderators at once the second is told that it was done already. `seen` is the `mark` of
the text that somebody decided about: what its author changed meanwhile is looked at again.
"""

from hashlib import sha256

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from community import signals
from community.domain import posts
from community.models import (
    Appeal,
    BlockedWord,
    ModerationAction,
    PostKind,
    Report,
    State,
)
from community.moderation import words
from community.moderation.journal import write

Kind = ModerationAction.Kind
PUT_AWAY = (Kind.HIDDEN, Kind.REFUSED)


class Overtaken(Exception):
    """Somebody was quicker: another moderator, or the author; says so in Dutch."""


def mark(post):
    """Return a short mark of what a post says now."""
    told = f"{getattr(post, 'title', '')}\n{post.body}"
    return sha256(told.encode()).hexdigest()[:16]


@transaction.atomic
def report(post, reporter, why, text=""):
    """Tell the moderators that something is wrong with a post; twice is once."""
    return Report.objects.get_or_create(
        reporter=reporter, **about(post), defaults={"why": why, "text": text}
    )[0]


@transaction.atomic
def let_stand(post, actor, reason="", seen=None):
    """Dismiss the reports of a post; those who made them read the reason."""
    post = _held(post, set(State), seen)
    if not _answer_reports(post, actor, Report.Outcome.STANDS, reason):
        raise Overtaken(_("Deze meldingen zijn al beantwoord door een andere moderator."))
    write(Kind.STANDS, actor, community=post.community, post=post, reason=reason)
    return post


@transaction.atomic
def hide(post, actor, reason, seen=None):
    """Take a post from the readers; its author reads why, and may appeal."""
    return _put_away(_held(post, {State.SHOWN}, seen), actor, reason, Kind.HIDDEN)


@transaction.atomic
def refuse(post, actor, reason, seen=None):
    """Do not let a post through that waited; its author reads why, and may appeal."""
    return _put_away(_held(post, {State.WAITING}, seen), actor, reason, Kind.REFUSED)


@transaction.atomic
def approve(post, actor, reason="", seen=None):
    """Let a post through that waited: from now on it is as new for everybody."""
    post = _held(post, {State.WAITING}, seen)
    write(Kind.APPROVED, actor, community=post.community, post=post, reason=reason)
    return _show(post, actor)


@transaction.atomic
def restore(post, actor, reason="", seen=None):
    """Show again what was hidden; an appeal that waits has got its way, without an answer.

    The reason is for the log of the moderators alone.
    """
    post = _held(post, {State.HIDDEN}, seen)
    for appeal in Appeal.objects.filter(handled__isnull=True, **about(post)):
        _answer_appeal(appeal, actor, True, "")
    write(Kind.RESTORED, actor, community=post.community, post=post, reason=reason)
    return _show(post, actor)


def hidden_by(post):
    """Return the action that hid a post the last time, or None."""
    actions = ModerationAction.objects.filter(post_kind=post.kind, post_key=post.key)
    return actions.filter(kind__in=PUT_AWAY).order_by("-moment", "-pk").first()


@transaction.atomic
def appeal(post, text):
    """Ask in the name of the author to look again at a hidden post; twice is once."""
    post = _held(post, {State.HIDDEN})
    against = hidden_by(post)
    if against is None:
        raise Overtaken(_("Dit bericht is niet door een moderator verborgen."))
    fields = {"text": text, **about(post)}
    return Appeal.objects.get_or_create(against=against, defaults=fields)[0]


@transaction.atomic
def answer_appeal(appeal, actor, granted, reason, seen=None):
    """Give an author right, and show the post again, or not; the author reads why."""
    post = _held(appeal.post, {State.HIDDEN}, seen)
    appeal = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if not appeal.is_open:
        raise Overtaken(_("Dit bezwaar is al beantwoord door een andere moderator."))
    _answer_appeal(appeal, actor, granted, reason)
    kind = Kind.APPEAL_GRANTED if granted else Kind.APPEAL_REFUSED
    write(kind, actor, community=post.community, post=post, reason=reason)
    return _show(post, actor) if granted else post


def is_blocked(word, community=None):
    """Tell whether a word is on the list of a community, or on that of the site."""
    return BlockedWord.objects.filter(folded=words.tell(word), community=community).exists()


@transaction.atomic
def block_word(word, actor, community=None, note=""):
    """Let posts with a word wait from now on; blocking it twice is once."""
    fields = {"word": word, "note": note}
    blocked, is_new = BlockedWord.objects.get_or_create(
        folded=words.tell(word), community=community, defaults=fields
    )
    if is_new:
        write(Kind.WORD_ADDED, actor, community=community, reason=word)
    return blocked


@transaction.atomic
def unblock_word(blocked, actor):
    """Let a word be as any other again."""
    if BlockedWord.objects.filter(pk=blocked.pk).delete()[0]:
        write(Kind.WORD_REMOVED, actor, community=blocked.community, reason=blocked.word)


@transaction.atomic
def forget(moment):
    """Forget reports that were answered before a moment, and the words of appeals.

    That there was an appeal stays known: an author makes one against each time a post was hidden.
    """
    reports, _by_kind = Report.objects.filter(handled__lt=moment).delete()
    worded = Appeal.objects.filter(handled__lt=moment).exclude(text="", answer="")
    return reports, worded.update(text="", answer="")


def about(post):
    """Return the field, with its value, by which a report or an appeal names a post."""
    return {"experience" if post.kind == PostKind.EXPERIENCE else "reply": post}


def _held(post, states, seen=None):
    """Return a post as it is now, locked; Overtaken when somebody decided about another."""
    held = type(post).objects.select_for_update().filter(pk=post.pk).first()
    if held is None:
        raise Overtaken(_("De schrijver heeft dit bericht intussen weggehaald."))
    if held.state not in states:
        raise Overtaken(_("Een andere moderator heeft hier al over beslist."))
    if seen is not None and seen != mark(held):
        raise Overtaken(_("De schrijver heeft de tekst intussen gewijzigd. Lees die eerst."))
    return held


def _put_away(post, actor, reason, kind):
    post.state, post.hidden_because = State.HIDDEN, reason
    post.save()
    _answer_reports(post, actor, Report.Outcome.HIDDEN)
    write(kind, actor, community=post.community, post=post, reason=reason)
    is_experience = post.kind == PostKind.EXPERIENCE
    told = signals.experience_hidden if is_experience else signals.reply_hidden
    told.send(type(post), instance=post, actor=actor)
    return post


def _show(post, actor):
    if post.kind == PostKind.EXPERIENCE:
        return posts.show_experience(post, actor)
    return posts.show_reply(post)


def _answer_reports(post, actor, outcome, answer=""):
    """Answer the reports of a post that are open, and return how many there were."""
    waiting = list(Report.objects.select_for_update().filter(handled__isnull=True, **about(post)))
    for found in waiting:
        found.outcome, found.answer = outcome, answer
        found.handled, found.handled_by = timezone.now(), actor
        found.save()
        signals.report_answered.send(Report, instance=found, actor=actor)
    return len(waiting)


def _answer_appeal(appeal, actor, granted, answer):
    appeal.granted, appeal.answer = granted, answer
    appeal.handled, appeal.handled_by = timezone.now(), actor
    appeal.save()
    signals.appeal_answered.send(Appeal, instance=appeal, actor=actor)
