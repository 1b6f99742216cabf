"""What following adds to the overview of an account."""

from django.utils.translation import gettext_lazy as _

from accounts.entries import Entry

ENTRIES = (
    Entry(_("Wat u volgt"), _("Thema's, gebieden, pagina's en zoekvragen."), "followed"),
    Entry(_("Mail"), _("Hoe vaak u een overzicht krijgt."), "notification_settings"),
)
