"""What moderators look at, each read in a fixed number of queries."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Coalesce

from community.models import (
    Appeal,
    BlockedWord,
    Experience,
    ModerationAction,
    PostKind,
    Reply,
    Report,
    State,
)
from community.moderation import domain
from content.paging import Parts

ON_A_PAGE = 20
MODELS = {PostKind.EXPERIENCE: Experience, PostKind.REPLY: Reply}
COMMUNITY = {PostKind.EXPERIENCE: "community", PostKind.REPLY: "experience__community"}
WITH = {
    PostKind.EXPERIENCE: ("author", "community"),
    PostKind.REPLY: ("author", "experience__community"),
}
# What weighs when somebody wrote something again.
MEASURES = (
    ModerationAction.Kind.HIDDEN,
    ModerationAction.Kind.REFUSED,
    ModerationAction.Kind.EXPELLED,
)


@dataclass
class Waiting:
    """A post that asks for a decision, with why."""

    post: object
    since: object
    reports: list = field(default_factory=list)
    appeal: object = None
    measures: int = 0


def queue(viewer, number, community=None):
    """Return a part of the posts that wait for a decision of this viewer, longest first.

    A post stands there once, since the first reason that it has: reports, an appeal, or its state.
    """
    places = [community.pk] if community else None if viewer.moderates_all else viewer.coordinated
    since = {}
    for kind, key, moment in _reasons(places):
        since.setdefault((kind, key), moment)
    part = Parts(list(since.items()), ON_A_PAGE).get_page(number)
    part.object_list = _waiting(viewer, part.object_list)
    return part


def _reasons(places):
    """Return kind, number and moment of everything that waits, in one query, oldest first."""
    found = []
    for kind, model in MODELS.items():
        name = model._meta.model_name
        moments = ("edited", "sent", "created") if model is Experience else ("edited", "created")
        waiting = model.objects.filter(state=State.WAITING)
        found.append(_tuples(waiting, places, kind, COMMUNITY[kind], "pk", Coalesce(*moments)))
        for about in (Report, Appeal):
            open_ones = about.objects.filter(handled__isnull=True, **{f"{name}__isnull": False})
            place = f"{name}__{COMMUNITY[kind]}"
            found.append(_tuples(open_ones, places, kind, place, f"{name}_id", F("created")))
    return found[0].union(*found[1:], all=True).order_by("moment", "of_kind", "number")


def _tuples(rows, places, kind, place, number, moment):
    if places is not None:
        rows = rows.filter(**{f"{place}__in": places})
    rows = rows.annotate(
        of_kind=Value(str(kind), output_field=CharField()), number=F(number), moment=moment
    )
    return rows.order_by().values_list("of_kind", "number", "moment")


def _waiting(viewer, entries):
    """Return what waits with its post, reports, appeal and how often its author was told before."""
    numbers = {kind: [key for (of, key), _ in entries if of == kind] for kind in MODELS}
    found = {
        (kind, post.pk): post
        for kind, model in MODELS.items()
        for post in model.objects.filter(pk__in=numbers[kind]).select_related(*WITH[kind])
    }
    told = {key: Waiting(found[key], since) for key, since in entries if key in found}
    here = Q(experience__in=numbers[PostKind.EXPERIENCE]) | Q(reply__in=numbers[PostKind.REPLY])
    for report in Report.objects.filter(here, handled__isnull=True).select_related("reporter"):
        told[_key(report)].reports.append(report)
    for appeal in Appeal.objects.filter(here, handled__isnull=True):
        told[_key(appeal)].appeal = appeal
    authors = [waiting.post.author_id for waiting in told.values()]
    before = Counter(_measures(viewer, authors).values_list("about_id", flat=True))
    for waiting in told.values():
        waiting.measures = before[waiting.post.author_id]
    return list(told.values())


def _key(about):
    if about.experience_id:
        return PostKind.EXPERIENCE, about.experience_id
    return PostKind.REPLY, about.reply_id


def log_of(viewer):
    """Return what was done in the communities that this viewer moderates."""
    actions = ModerationAction.objects.select_related("actor", "about", "community")
    return actions if viewer.moderates_all else actions.filter(community__in=viewer.coordinated)


def _measures(viewer, authors):
    return log_of(viewer).order_by().filter(about__in=authors, kind__in=MEASURES)


def dossier(viewer, post):
    """Return all that is known of a post, and of its author where this viewer moderates."""
    here = {"experience" if post.kind == PostKind.EXPERIENCE else "reply": post}
    reports = list(Report.objects.filter(**here).select_related("reporter"))
    appeals = list(Appeal.objects.filter(**here).select_related("against"))
    measures = _measures(viewer, [post.author_id]).exclude(post_key=post.key)
    return {
        "open_reports": [report for report in reports if report.is_open],
        "answered_reports": [report for report in reports if not report.is_open],
        "appeals": appeals,
        "open_appeal": next((appeal for appeal in appeals if appeal.is_open), None),
        "done": list(log_of(viewer).filter(post_kind=post.kind, post_key=post.key)),
        "measures": list(measures.order_by("-moment", "-pk")) if post.author_id else [],
        "versions": post.versions.count(),
    }


def own_reports(user):
    """Return what somebody reported, newest first, with the community but not the post."""
    reports = Report.objects.filter(reporter=user).order_by("-created", "-pk")
    return reports.select_related("experience__community", "reply__experience__community")


def present_appeal(post):
    """Return the appeal against what hid a post the last time, or None.

    Of a post that is shown again: the last that got its way, while its words are kept.
    """
    if post.is_shown:
        return _granted().filter(**domain.about(post)).last()
    against = domain.hidden_by(post)
    return Appeal.objects.filter(against=against).first() if against else None


def answered_appeals(viewer, experience, replies):
    """Return the keys of own posts that are shown again and of which an answer can be read.

    One query for who wrote any of them, none otherwise.
    """
    own = [post.pk for post in replies if viewer.may_change(post)]
    mine = Q(reply__in=own)
    if viewer.may_change(experience):
        mine |= Q(experience=experience)
    elif not own:
        return frozenset()
    found = _granted().filter(mine).select_related("experience", "reply")
    return frozenset(appeal.post.key for appeal in found if appeal.post.is_shown)


def _granted():
    return Appeal.objects.filter(granted=True).exclude(answer="")


def blocked_words(community):
    """Return the words of a community alone, in order."""
    return BlockedWord.objects.filter(community=community)


def living_posts(actions):
    """Return the kind and key of the posts in part of the log that are still there."""
    keys = {kind: {a.post_key for a in actions if a.post_kind == kind} for kind in MODELS}
    return {
        (kind, key)
        for kind, model in MODELS.items()
        for key in model.objects.filter(key__in=keys[kind]).values_list("key", flat=True)
    }
