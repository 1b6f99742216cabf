"""What plans add to the overview of an account."""

from django.utils.translation import gettext_lazy as _

from accounts.entries import Entry

ENTRIES = (Entry(_("Uw plannen"), _("Wat u verzamelde voor uw eigen wijk."), "plans"),)
