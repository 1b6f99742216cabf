"""Publishing a report makes an edition of it."""

from django.dispatch import receiver
from wagtail.signals import page_published

from programmes.domain import make_edition
from programmes.models import ProgressReportPage


@receiver(page_published, sender=ProgressReportPage)
def keep_what_was_published(instance, revision, **kwargs):
    """Make the edition; a copy that is published at once and a scheduled report come here too."""
    make_edition(instance, by=revision.user if revision else None)
