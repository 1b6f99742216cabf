from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Site")

    def ready(self):
        """Tell search about the pages of the site itself."""
        from cms import findable

        findable.connect()
