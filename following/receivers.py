"""What this app listens to: pages that are published, and what happens in communities."""

from wagtail.signals import page_published

from community import signals
from content.models import BasePage
from following import contacts, recording
from following.models import Happening
from practices.models import PracticePage

KIND = Happening.Kind


def connect():
    """Listen; called once, when the app is ready."""
    page_published.connect(_page_published, dispatch_uid="following-page-published")
    handlers = {
        signals.experience_shared: _placed,
        signals.experience_changed: _rewritten,
        signals.experience_hidden: _hidden,
        signals.experience_restored: _restored,
        signals.reply_posted: _replied,
        signals.reply_hidden: _reply_hidden,
        signals.thanks_given: _thanked,
        signals.report_answered: _report_answered,
        signals.appeal_answered: _appeal_answered,
        signals.meeting_called_off: _called_off,
        signals.community_left_alone: _left_alone,
        signals.member_asked: _asked,
        signals.member_joined: _admitted,
        signals.member_refused: _refused,
        signals.member_expelled: _expelled,
    }
    for signal, handler in handlers.items():
        signal.connect(handler, dispatch_uid=f"following{handler.__name__}")


def _page_published(instance, revision=None, **kwargs):
    # Wagtail sends this for a page that is to be published later as well.
    if not isinstance(instance, BasePage) or not instance.live:
        return
    if isinstance(instance, PracticePage):
        contacts.keep_confirmation(instance)
    actor = revision.user if revision else None
    if instance.first_published_at == instance.last_published_at:
        recording.page_published(instance, actor)
    else:
        recording.page_changed(instance, actor)


def _placed(instance, actor, **kwargs):
    recording.experience_placed(instance, actor)


def _rewritten(instance, actor, **kwargs):
    recording.experience_rewritten(instance, actor)


def _hidden(instance, actor, **kwargs):
    recording.experience_judged(KIND.HIDDEN, instance, actor)


def _restored(instance, actor, **kwargs):
    recording.experience_judged(KIND.RESTORED, instance, actor)


def _replied(instance, actor, **kwargs):
    recording.replied(instance, actor)


def _reply_hidden(instance, actor, **kwargs):
    recording.reply_hidden(instance, actor)


def _thanked(instance, actor, **kwargs):
    recording.thanked(instance, actor)


def _report_answered(instance, actor, **kwargs):
    if instance.reporter_id:
        recording.report_answered(instance, actor)


def _appeal_answered(instance, actor, **kwargs):
    if instance.post.author_id:
        recording.appeal_answered(instance, actor)


def _called_off(instance, people, has_page, **kwargs):
    for person in people:
        recording.called_off(instance, person, has_page)


def _left_alone(instance, **kwargs):
    recording.left_alone(instance)


def _asked(instance, actor, **kwargs):
    recording.member_changed(KIND.ASKED, instance, actor)


def _admitted(instance, actor, **kwargs):
    recording.member_changed(KIND.ADMITTED, instance, actor)


def _refused(instance, actor, **kwargs):
    recording.member_changed(KIND.REFUSED, instance, actor)


def _expelled(instance, actor, **kwargs):
    recording.member_changed(KIND.EXPELLED, instance, actor)
