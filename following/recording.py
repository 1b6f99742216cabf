"""Writes down what happens, in the transaction in which it happens, and wakes who tells it."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from community.models import PostKind
from following import delivering
from following.models import Happening
from search.waking import Workers

KIND = Happening.Kind


def page_published(page, actor):
    """Note that a page can be read for the first time."""
    record(KIND.PUBLISHED, f"{page.pk}", actor, page_id=page.pk)


def page_changed(page, actor):
    """Note that a page was published again: once a day, however often that is done."""
    record(KIND.CHANGED, f"{page.pk}:{_today()}", actor, page_id=page.pk)


def newer_figures(page, mark):
    """Note that newer figures stand beside those of a practice; `mark` names those figures."""
    record(KIND.FIGURES, f"{page.pk}:{mark}", None, page_id=page.pk)


def experience_placed(experience, actor):
    """Note that an experience can be read for the first time."""
    record(KIND.SHARED, f"{experience.pk}", actor, experience=experience)


def experience_rewritten(experience, actor):
    """Note that an experience was changed: once a day, however often that is done."""
    record(KIND.REWRITTEN, f"{experience.pk}:{_today()}", actor, experience=experience)


def experience_judged(kind, experience, actor):
    """Note that a moderator hid an experience, or showed it again."""
    once = f"{experience.pk}:{timezone.now().isoformat()}"
    record(kind, once, actor, experience=experience)


def replied(reply, actor):
    """Note that somebody said something to an experience."""
    record(KIND.REPLIED, f"{reply.pk}", actor, experience_id=reply.experience_id, reply=reply)


def reply_hidden(reply, actor):
    """Note that a moderator hid a reply."""
    once = f"{reply.pk}:{timezone.now().isoformat()}"
    record(KIND.REPLY_HIDDEN, once, actor, experience_id=reply.experience_id, reply=reply)


def thanked(thanks, actor):
    """Note that somebody thanked the author of an experience; once, also after taking it back."""
    once = f"{thanks.experience_id}:{thanks.user_id}"
    record(KIND.THANKED, once, actor, experience_id=thanks.experience_id)


def member_changed(kind, member, actor):
    """Note that somebody asks to join a community, was let in, refused or put out."""
    once = f"{member.pk}:{member.changed.isoformat()}"
    record(kind, once, actor, page_id=member.community_id, person_id=member.user_id)


def report_answered(report, actor):
    """Note that a moderator decided about what somebody reported; what was decided stays there."""
    once, about = f"{report.pk}", _of_post(report.post)
    record(KIND.REPORT_ANSWERED, once, actor, person_id=report.reporter_id, **about)


def appeal_answered(appeal, actor):
    """Note that a moderator answered the appeal of an author."""
    once, about = f"{appeal.pk}", _of_post(appeal.post)
    record(KIND.APPEAL_ANSWERED, once, actor, person_id=appeal.post.author_id, **about)


def called_off(event, person, has_page):
    """Note that a meeting does not happen that somebody would come to."""
    once = f"{event.translation_key}:{person.pk}:{timezone.now().isoformat()}"
    about = {"page_id": event.pk} if has_page else {}
    record(KIND.CALLED_OFF, once, None, person=person, **about)


def left_alone(community):
    """Note that the last coordinator of a community left the site."""
    once = f"{community.pk}:{timezone.now().isoformat()}"
    record(KIND.LEFT_ALONE, once, None, page_id=community.pk)


def record(kind, once, actor, **things):
    """Write a happening; one that is there under the same name stays as it is."""
    happening = Happening(kind=kind, once=f"{kind}:{once}", actor=actor, **things)
    Happening.objects.bulk_create([happening], ignore_conflicts=True)
    transaction.on_commit(wake)


def wake():
    """Have it told in the background; `following_deliver` does so as well."""
    if settings.FOLLOWING_DELIVERS_ITSELF:
        workers.wake()


def _of_post(post):
    """Return what a happening holds of an experience, or of a reply to one."""
    if post.kind == PostKind.EXPERIENCE:
        return {"experience_id": post.pk}
    return {"experience_id": post.experience_id, "reply_id": post.pk}


def _today():
    return timezone.localdate().isoformat()


def _deliver(_name):
    delivering.deliver()


workers = Workers("following-deliver", lambda: ["everything"], _deliver)
