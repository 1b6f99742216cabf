from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlansConfig(AppConfig):
    name = "plans"
    verbose_name = _("Plannen")

    def ready(self):
        """Answer for what is kept of people."""
        from accounts import entries
        from accounts.privacy import Keeper, register
        from plans import privacy
        from plans.entries import ENTRIES

        register(Keeper("plans", privacy.export, privacy.erase))
        entries.register(*ENTRIES)
