"""What the pages of an account say when something was done, or could not be."""

from django.utils.translation import gettext_lazy as _

TOO_OFTEN = _("U hebt het te vaak geprobeerd. Wacht een paar minuten en probeer het dan weer.")
WRONG_LOGIN = _("Dit e-mailadres of deze gebruikersnaam hoort niet bij dit wachtwoord.")
WRONG_CODE = _("Deze code klopt niet, of is niet meer geldig.")
NO_MAIL = _("Wij kunnen nu geen e-mail versturen. Probeer het later nog eens.")

ERRORS = {
    "account_inactive": _("Dit account is niet meer in gebruik."),
    "duplicate_email": _("Dit e-mailadres hoort al bij uw account."),
    "email_password_mismatch": WRONG_LOGIN,
    "username_password_mismatch": WRONG_LOGIN,
    "invalid_login": WRONG_LOGIN,
    "email_taken": _("Dit e-mailadres kunt u niet gebruiken."),
    "enter_current_password": _("Dit is niet uw wachtwoord van nu."),
    "incorrect_code": WRONG_CODE,
    "incorrect_password": _("Dit wachtwoord klopt niet."),
    "too_many_login_attempts": TOO_OFTEN,
    "rate_limited": TOO_OFTEN,
    "same_as_current": _("Dit is al uw e-mailadres."),
}
PROVIDER_ERRORS = {
    "email_taken": _("Dit e-mailadres kunt u niet gebruiken. Log eerst in met uw account (%s)."),
    "invalid_token": _("Het inloggen is niet gelukt. Probeer het nog eens."),
    "no_password": _("Stel eerst een wachtwoord in; anders kunt u niet meer inloggen."),
    "no_verified_email": _("Bevestig eerst uw e-mailadres."),
    "disconnect_last": _("Dit is uw enige manier om in te loggen."),
    "connected_other": _("Deze aanmelding hoort al bij een ander account."),
}
STEP_ERRORS = {
    "cannot_delete_authenticator": _(
        "U werkt in het beheer, dus u houdt minstens één tweede stap. Voeg eerst een andere toe."
    ),
    "cannot_generate_recovery_codes": _("Herstelcodes horen bij een tweede stap. Kies die eerst."),
    "incorrect_code": WRONG_CODE,
    "unverified_email": _("Bevestig eerst uw e-mailadres."),
}
# Ways to confirm that it is still you.
METHODS = {
    "reauthenticate": _("Met uw wachtwoord"),
    "reauthenticate_by_code": _("Met een code in uw e-mail"),
    "mfa_reauthenticate": _("Met een code van uw app of een herstelcode"),
    "mfa_reauthenticate:webauthn": _("Met uw sleutel"),
}
DONE = {
    "account/messages/password_changed.txt": _(
        "Uw wachtwoord is veranderd. Op andere apparaten bent u uitgelogd."
    ),
    "account/messages/password_set.txt": _("Uw wachtwoord is ingesteld."),
    "account/messages/email_confirmed.txt": _("Uw e-mailadres is bevestigd."),
    "account/messages/email_confirmation_failed.txt": _("Dit e-mailadres kunt u niet gebruiken."),
    "account/messages/email_deleted.txt": _("Het e-mailadres is weggehaald."),
    "account/messages/primary_email_set.txt": _("Uw e-mailadres is veranderd."),
    "mfa/messages/totp_activated.txt": _("De app is gekoppeld."),
    "mfa/messages/totp_deactivated.txt": _("De app is losgekoppeld."),
    "mfa/messages/recovery_codes_generated.txt": _(
        "U hebt nieuwe herstelcodes. Bewaar ze op een veilige plek."
    ),
    "mfa/messages/webauthn_added.txt": _("De sleutel is toegevoegd."),
    "mfa/messages/webauthn_removed.txt": _("De sleutel is weggehaald."),
    "usersessions/messages/sessions_logged_out.txt": _("Op andere apparaten bent u uitgelogd."),
    "socialaccount/messages/account_connected.txt": _("De aanmelding is gekoppeld."),
    "socialaccount/messages/account_connected_updated.txt": _("De aanmelding is gekoppeld."),
    "socialaccount/messages/account_connected_other.txt": PROVIDER_ERRORS["connected_other"],
    "socialaccount/messages/account_disconnected.txt": _("De aanmelding is losgekoppeld."),
}
