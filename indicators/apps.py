from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = _("Indicatoren")

    def ready(self):
        """Note what changes of figures and of what is told with them."""
        from indicators import changes

        changes.connect()
