"""Publishing a report makes an edition of it."""

from django.db import transaction
from wagtail.signals import page_published

from programmes.domain import make_edition
from programmes.models import ProgressReportPage
from programmes.reporting import pdf, preparing


def connect():
    """Listen; called once, when the app is ready."""
    page_published.connect(
        _keep_what_was_published, sender=ProgressReportPage, dispatch_uid="programmes-edition"
    )


def _keep_what_was_published(instance, revision, **kwargs):
    """Make the edition; a copy that is published at once and a scheduled report come here too."""
    edition = make_edition(instance, by=revision.user if revision else None)
    if pdf.is_available():
        # By the time that somebody asks for it, it is there.
        transaction.on_commit(lambda: pdf.kept(edition) or preparing.begin(edition))
