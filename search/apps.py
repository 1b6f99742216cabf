from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Zoeken")

    def ready(self):
        """Listen to changes and add the system check."""
        from search import checks, receivers
        from search.attachments import receivers as attachment_receivers

        checks.connect()
        attachment_receivers.connect()
        receivers.connect()
