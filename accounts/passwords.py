"""What a password must be, where Django says it in English alone."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Refuses a short password, in Dutch."""

    def get_error_message(self):
        """Return what is said of a short password."""
        return _("Dit wachtwoord is te kort. Gebruik minstens %d tekens.") % self.min_length

    def get_help_text(self):
        """Return what is said beforehand."""
        return _("Minstens %(number)d tekens.") % {"number": self.min_length}
