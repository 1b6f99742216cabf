from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    name = "following"
    verbose_name = _("Volgen")

    def ready(self):
        """Listen to what happens."""
        from following import receivers

        receivers.connect()
