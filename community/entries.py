"""What communities add to the overview of an account."""

from django.utils.translation import gettext_lazy as _

from accounts.entries import Entry

ENTRIES = (
    Entry(
        _("Uw gebieden en thema's"),
        _("Waar u werkt en waaraan, voor wie dat mag zien."),
        "own_subjects",
    ),
    Entry(
        _("Uw ervaringen"), _("Een ervaring delen, of verder met een concept."), "begin_experience"
    ),
    Entry(
        _("Uw agenda"),
        _("De bijeenkomsten van uw communities, ook in uw eigen agenda."),
        "own_agenda",
    ),
    Entry(_("Wat u meldde"), _("Wat moderatoren deden met wat u meldde."), "own_reports"),
)
