"""What mails about an account say, by the name that the package that sends them has for them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Mail:
    """The words of one mail; around them stands the same for all."""

    subject: Promise
    text: Promise
    # Where its one link leads, and what that says.
    leads_to: str = ""
    button: Promise | str = ""
    # Tells of a change: when, from where, and what to do when it was not you.
    tells: bool = False

    def link(self, address):
        """Return the whole address of its link."""
        return f"{address}{reverse(self.leads_to)}" if self.leads_to else ""


def _change(subject, text):
    return Mail(subject, text, "account_reset_password", _("Nieuw wachtwoord kiezen"), tells=True)


_CODE = _("Vul deze code in op de pagina die openstaat in uw browser:")
_CONFIRM = Mail(_("Uw code om uw e-mailadres te bevestigen"), _CODE)
MAILS = {
    "email_confirmation_signup": Mail(_("Uw code om u aan te melden"), _CODE),
    "email_confirmation": _CONFIRM,
    "password_reset_code": Mail(_("Uw code voor een nieuw wachtwoord"), _CODE),
    "login_code": Mail(_("Uw code om te bevestigen dat u het bent"), _CODE),
    "account_already_exists": Mail(
        _("U hebt al een account"),
        _(
            "Iemand wilde zich aanmelden met dit e-mailadres. Er is al een account met dit adres. "
            "Weet u uw wachtwoord niet meer? Kies dan een nieuw."
        ),
        "account_reset_password",
        _("Nieuw wachtwoord kiezen"),
    ),
    "unknown_account": Mail(
        _("Er is geen account met dit adres"),
        _(
            "Iemand vroeg een nieuw wachtwoord voor dit e-mailadres. Wij kennen geen account met "
            "dit adres. Misschien hebt u zich aangemeld met een ander adres."
        ),
        "account_signup",
        _("Een account maken"),
    ),
    "password_changed": _change(_("Uw wachtwoord is veranderd"), _("Uw wachtwoord is veranderd.")),
    "password_set": _change(_("U hebt een wachtwoord"), _("Uw wachtwoord is ingesteld.")),
    "password_reset": _change(
        _("Uw wachtwoord is vernieuwd"), _("Er is een nieuw wachtwoord gekozen voor uw account.")
    ),
    "email_changed": _change(
        _("Uw e-mailadres is veranderd"), _("Uw account heeft een ander e-mailadres gekregen.")
    ),
    "email_confirm": _change(_("Uw e-mailadres is bevestigd"), _("Uw e-mailadres is bevestigd.")),
    "email_deleted": _change(
        _("Een e-mailadres is weggehaald"), _("Er is een e-mailadres weggehaald van uw account.")
    ),
    "totp_activated": _change(
        _("Er is een app gekoppeld"), _("Uw account vraagt voortaan een code van een app.")
    ),
    "totp_deactivated": _change(
        _("De app is losgekoppeld"), _("Uw account vraagt geen code van een app meer.")
    ),
    "recovery_codes_generated": _change(
        _("U hebt nieuwe herstelcodes"),
        _("Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer."),
    ),
    "webauthn_added": _change(
        _("Er is een sleutel toegevoegd"), _("Met een nieuwe sleutel kunt u nu inloggen.")
    ),
    "webauthn_removed": _change(
        _("Er is een sleutel weggehaald"), _("Een sleutel van uw account is weggehaald.")
    ),
    "account_connected": _change(
        _("Er is een aanmelding gekoppeld"),
        _("U kunt nu ook inloggen met een account van een andere organisatie."),
    ),
    "account_disconnected": _change(
        _("Een aanmelding is losgekoppeld"),
        _("U kunt niet meer inloggen met het account van een andere organisatie."),
    ),
}
