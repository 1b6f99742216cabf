from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Site")

    def ready(self):
        """Tell search of the pages of the site itself, and following of the owners of plans."""
        from cms import findable
        from following.circles import also_tell
        from following.models import Notification
        from plans.queries import owners_with

        findable.connect()
        also_tell(Notification.Reason.PLAN, owners_with)
