from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    name = "following"
    verbose_name = _("Volgen")

    def ready(self):
        """Listen to what happens, and answer for what is kept of people."""
        from accounts import entries
        from accounts.privacy import Keeper, register
        from following import privacy, receivers
        from following.entries import ENTRIES

        receivers.connect()
        register(Keeper("following", privacy.export, privacy.erase))
        entries.register(*ENTRIES)
