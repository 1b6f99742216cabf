"""How much somebody may post, and when a post waits for a moderator first.

`community.moderation.posting` asks both when a member sends something. A change of a post that was
sent before is not one more. A post in `State.WAITING` tells its author `WAITS`. A view that is
told `TooMany` shows it beside the form with what was typed, and answers with `too_many`.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy

from community.models import BlockedWord, Experience, Member, Reply, State
from community.moderation import words
from community.permissions import Viewer

# Who has fewer posts that stand, or takes part for a shorter time, is new.
SETTLED_POSTS = 3
SETTLED_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Limit:
    """At most so many of a kind of post within a time; `moment` is the field that counts."""

    kind: type
    moment: str
    at_most: int
    within: timedelta
    newcomers_only: bool
    message: str


LIMITS = (
    Limit(
        Experience,
        "sent",
        3,
        timedelta(days=1),
        True,
        gettext_lazy(
            "U bent hier nog nieuw. Daarom kunt u op één dag 3 ervaringen plaatsen. "
            "Morgen kunt u verder. Wat u schreef, staat er nog."
        ),
    ),
    Limit(
        Reply,
        "created",
        10,
        timedelta(days=1),
        True,
        gettext_lazy(
            "U bent hier nog nieuw. Daarom kunt u op één dag 10 reacties plaatsen. "
            "Morgen kunt u verder. Wat u schreef, staat er nog."
        ),
    ),
    Limit(
        Reply,
        "created",
        30,
        timedelta(hours=1),
        False,
        gettext_lazy(
            "U plaatste in een uur 30 reacties. Dat is het meeste dat kan. "
            "Probeer het straks opnieuw. Wat u schreef, staat er nog."
        ),
    ),
)

# Told to the author of a post that waits; which word was found is not told.
WAITS = gettext_lazy(
    "Uw bericht wacht op een moderator. Dat gebeurt als er een woord in staat dat wij eerst willen "
    "bekijken, of als u hier nieuw bent en een webadres noemt. Alleen u en de moderators lezen het."
)


class TooMany(Exception):
    """Somebody posts more than is allowed; says so in Dutch, and after how many seconds it may."""

    def __init__(self, limit, retry_after):
        super().__init__(str(limit.message))
        self.limit = limit
        self.retry_after = retry_after


def too_many(response, refusal):
    """Return an answer that says after how many seconds the next post may come."""
    response.status_code = 429
    response["Retry-After"] = str(refusal.retry_after)
    return response


def refuse_if_too_many(author, kind):
    """Raise TooMany when one more post of a kind, `Experience` or `Reply`, is too many.

    Call it in the transaction that stores the post: it holds the author, so that two posts at once
    are counted one after the other.
    """
    get_user_model().objects.select_for_update(no_key=True).get(pk=author.pk)
    is_new = None
    for limit in LIMITS:
        if limit.kind is not kind:
            continue
        wait = _wait(author, limit)
        if wait and limit.newcomers_only:
            is_new = is_newcomer(author) if is_new is None else is_new
        if wait and (is_new or not limit.newcomers_only):
            raise TooMany(limit, wait)


def state_for(author, community, text):
    """Return `State.SHOWN`, or `State.WAITING` when a moderator looks at it first.

    `text` is everything that others would read, title and body. It waits when it holds a blocked
    word of the community or the site, or when a newcomer puts a web address in it.
    """
    if blocked_in(community, text):
        return State.WAITING
    if words.holds_address(text) and is_newcomer(author, community):
        return State.WAITING
    return State.SHOWN


def blocked_in(community, text):
    """Return the blocked words of a community and of the site that stand in a text, as compared."""
    known = BlockedWord.objects.filter(Q(community=community) | Q(community__isnull=True))
    return words.found(text, set(known.values_list("folded", flat=True)))


def is_newcomer(author, community=None):
    """Tell whether somebody is new here: few posts that stand, or a member since this week.

    It counts everywhere alike: an old hand is not new in another community. Whoever moderates is
    not new either, or nobody could let that person's posts through.
    """
    viewer = Viewer(author)
    if viewer.moderates_all or (viewer.moderates(community) if community else viewer.coordinated):
        return False
    since = timezone.now() - SETTLED_AFTER
    if not Member.objects.active().filter(user=author, joined__lte=since).exists():
        return True
    return sum(_standing(kind, author) for kind in (Experience, Reply)) < SETTLED_POSTS


def _standing(kind, author):
    return kind.objects.filter(author=author, state=State.SHOWN)[:SETTLED_POSTS].count()


def _wait(author, limit):
    """Return how many seconds it takes until one more is allowed; nothing when it is now."""
    now = timezone.now()
    counted = limit.kind.objects.filter(
        **{"author": author, f"{limit.moment}__gt": now - limit.within}
    )
    moments = counted.order_by(f"-{limit.moment}").values_list(limit.moment, flat=True)
    if len(newest := moments[: limit.at_most]) < limit.at_most:
        return 0
    return max(1, ceil((newest[limit.at_most - 1] + limit.within - now).total_seconds()))
