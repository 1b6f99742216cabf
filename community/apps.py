from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunityConfig(AppConfig):
    name = "community"
    verbose_name = _("Communities")

    def ready(self):
        """Listen to what could open what is closed."""
        from community import receivers
        from community.moderation import journal

        receivers.connect()
        journal.connect()
