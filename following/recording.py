"""Writes down what happens, in the transaction in which it happens, and wakes who tells it."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from following import delivering
from following.models import Happening
from search.waking import Workers

KIND = Happening.Kind


def page_published(page, actor):
    """Note that a page can be read for the first time."""
    record(KIND.PUBLISHED, page, actor, f"published:{page.pk}")


def page_changed(page, actor):
    """Note that a page was published again: once a day, however often that is done."""
    record(KIND.CHANGED, page, actor, f"changed:{page.pk}:{timezone.localdate().isoformat()}")


def newer_figures(page, mark):
    """Note that newer figures stand beside those of a practice; `mark` names those figures."""
    record(KIND.FIGURES, page, None, f"figures:{page.pk}:{mark}")


def record(kind, page, actor, once):
    """Write a happening; one that is there under the same name stays as it is."""
    happening = Happening(kind=kind, page_id=page.pk, actor=actor, once=once)
    Happening.objects.bulk_create([happening], ignore_conflicts=True)
    transaction.on_commit(wake)


def wake():
    """Have it told in the background; `following_deliver` does so as well."""
    if settings.FOLLOWING_DELIVERS_ITSELF:
        workers.wake()


def _deliver(_name):
    delivering.deliver()


workers = Workers("following-deliver", lambda: ["everything"], _deliver)
