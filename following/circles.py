"""Whom a happening is told to: who follows something around it, and who is linked to it."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from community.models import Experience, Member, Reply, State
from community.moderators import moderators
from following import surroundings
from following.models import Follow, Happening, Notification

KIND = Happening.Kind
REASON = Notification.Reason
TO_THE_PERSON = {
    *(KIND.ADMITTED, KIND.REFUSED, KIND.EXPELLED, KIND.CALLED_OFF),
    *(KIND.REPORT_ANSWERED, KIND.APPEAL_ANSWERED),
}
TO_THE_AUTHOR = {KIND.HIDDEN, KIND.RESTORED, KIND.THANKED}
# Functions by which other apps name who is linked to a page, with the reason they give.
_LINKED = []


@dataclass(frozen=True)
class Listener:
    """Somebody to tell it to, and why."""

    user_id: int
    reason: str
    follow_id: int | None = None


def also_tell(reason, users_of):
    """Let another app name the people linked to a page: `users_of(page)` gives their numbers."""
    _LINKED.append((reason, users_of))


def listeners(happening):
    """Return the people to tell a happening, each once and never who did it."""
    found = {}
    for listener in _all(happening):
        # The first is the nearest: who follows a page reads that, and not that it has a theme.
        found.setdefault(listener.user_id, listener)
    found.pop(happening.actor_id, None)
    people = get_user_model().objects.filter(pk__in=found, is_active=True)
    present = set(people.values_list("pk", flat=True))
    return [listener for number, listener in found.items() if number in present]


def _all(happening):
    if happening.kind in TO_THE_PERSON:
        return _each(REASON.OWN, [happening.person_id])
    if happening.experience_id:
        return _of_experience(happening)
    if happening.kind == KIND.ASKED:
        leading = Member.objects.coordinators().filter(community=happening.page_id)
        return _each(REASON.LEADS, leading.values_list("user", flat=True))
    if happening.kind == KIND.LEFT_ALONE:
        return _each(REASON.MODERATES, moderators().values_list("pk", flat=True))
    around = surroundings.of_page(happening.page.specific)
    return [*_followers(happening, around), *_linked(happening.page)]


def _of_experience(happening):
    experience = happening.experience
    if happening.kind in TO_THE_AUTHOR:
        return _each(REASON.OWN, [experience.author_id])
    if happening.kind == KIND.REPLY_HIDDEN:
        return _each(REASON.OWN, [happening.reply.author_id])
    talking = Reply.objects.filter(experience=experience, state=State.SHOWN)
    talkers = _each(REASON.TALKS, talking.values_list("author", flat=True))
    if happening.kind == KIND.REPLIED:
        return [*_each(REASON.OWN, [experience.author_id]), *talkers]
    if happening.kind == KIND.REWRITTEN:
        return talkers
    members = _members(experience)
    followers = _followers(happening, surroundings.of_experience(experience))
    if experience.is_for_members:
        # The others may not read it: nothing is kept for them.
        followers = [each for each in followers if each.user_id in members]
    return [*followers, *_each(REASON.MEMBER, members)]


def _followers(happening, around):
    """Return who follows something around it, those of the thing itself and of pages first."""
    follows = Follow.objects.filter(around.followed, created__lte=happening.created)
    rows = follows.values_list("user", "pk", "page")
    nearest = sorted(rows, key=lambda row: (row[2] != around.own, row[2] is None, row[1]))
    return [Listener(user, REASON.FOLLOWS, number) for user, number, _page in nearest]


def _linked(page):
    """Return who wrote about a page, and whom other apps name."""
    wrote = Experience.objects.filter(about=page, state=State.SHOWN)
    found = _each(REASON.WROTE, wrote.order_by().values_list("author", flat=True))
    for reason, users_of in _LINKED:
        found += _each(reason, users_of(page))
    return found


def _members(experience):
    active = Member.objects.active().filter(community=experience.community_id)
    return set(active.values_list("user", flat=True))


def _each(reason, users):
    # An author who left the site is nobody.
    return [Listener(user, reason) for user in users if user]
