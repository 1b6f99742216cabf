"""What stands on the overview of an account; apps above this one add what is theirs."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Entry:
    """A link on the overview, with a sentence of what is behind it."""

    label: Promise
    text: Promise
    url_name: str


_ENTRIES = [
    Entry(_("Profiel"), _("Uw naam, uw organisatie, en wie wat van u ziet."), "account_profile"),
    Entry(
        _("E-mailadres"), _("Het adres waarmee u inlogt en waar wij u bereiken."), "account_email"
    ),
    Entry(_("Wachtwoord"), _("Een ander wachtwoord kiezen."), "account_change_password"),
    Entry(_("Tweede stap"), _("Een app of sleutel die uw account beschermt."), "mfa_index"),
    Entry(_("Apparaten"), _("Waar u bent ingelogd; u kunt overal uitloggen."), "usersessions_list"),
    Entry(_("Uw gegevens"), _("Meenemen wat wij van u bewaren, of weggaan."), "account_data"),
]


def register(*entries: Entry) -> None:
    """Add entries; an app does so once, when it is ready."""
    _ENTRIES.extend(entry for entry in entries if entry not in _ENTRIES)


def entries() -> tuple[Entry, ...]:
    """Return all entries: those of the account itself, then those that were added."""
    return tuple(_ENTRIES)
