"""What this app listens to: pages that are published."""

from wagtail.signals import page_published

from content.models import BasePage
from following import contacts, recording
from practices.models import PracticePage


def connect():
    """Listen; called once, when the app is ready."""
    page_published.connect(_page_published, dispatch_uid="following-page-published")


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
