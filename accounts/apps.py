from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        """Listen to what the package that signs people in tells."""
        from accounts import receivers  # noqa: F401
