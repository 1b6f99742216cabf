from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommunityConfig(AppConfig):
    name = "community"
    verbose_name = _("Communities")

    def ready(self):
        """Listen to what could open what is closed, and answer for what is kept of people."""
        from accounts import entries
        from accounts.privacy import Keeper, register
        from community import moderators, privacy, receivers
        from community.entries import ENTRIES
        from community.moderation import journal
        from content import closing

        receivers.connect()
        journal.connect()
        closing.also_let_in(moderators.reading_along)
        register(Keeper("communities", privacy.export, privacy.erase, privacy.unsettled))
        entries.register(*ENTRIES)
