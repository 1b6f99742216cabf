"""The form by which an editor has figures fetched where they are published."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.validators import FIRST_YEAR, LAST_YEAR
from indicators.importing import fetching
from indicators.sources import statline
from indicators.upload_forms import supersedable

WIJK, GEMEENTE = "leefbaarometer-wijk", "leefbaarometer-gemeente"
SOURCES = [
    (fetching.STATLINE, gettext_lazy("CBS, Kerncijfers wijken en buurten (StatLine)")),
    (fetching.STATLINE_V4, gettext_lazy("CBS, hetzelfde bij de nieuwe dienst van StatLine")),
    (WIJK, gettext_lazy("Leefbaarometer, wijken")),
    (GEMEENTE, gettext_lazy("Leefbaarometer, gemeenten")),
]


class FetchForm(forms.Form):
    """A source and a year, or the number of a table."""

    source = forms.ChoiceField(label=gettext_lazy("Bron"), choices=SOURCES)
    year = forms.IntegerField(
        label=gettext_lazy("Jaar"), min_value=FIRST_YEAR, max_value=LAST_YEAR, required=False
    )
    table = forms.RegexField(
        r"^[0-9A-Za-z_-]{4,20}$",
        label=gettext_lazy("Nummer van een andere tabel"),
        required=False,
        help_text=gettext_lazy("Alleen bij StatLine, zoals 85984NED. Dan is een jaar niet nodig."),
        error_messages={"invalid": gettext_lazy("Een nummer is bijvoorbeeld 85984NED.")},
    )
    boundary_year = forms.IntegerField(
        label=gettext_lazy("Grenzen van"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        required=False,
        help_text=gettext_lazy("Alleen bij de Leefbaarometer, die dat zelf niet zegt."),
    )
    supersedes = forms.ModelChoiceField(
        label=gettext_lazy("Vervangt"),
        queryset=None,
        required=False,
        help_text=gettext_lazy("De levering waarvan deze cijfers in de plaats komen."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supersedes"].queryset = supersedable()

    def clean(self):
        """Ask for a year of which there is a table, or for the number of one."""
        chosen = super().clean()
        year, is_statline = chosen.get("year"), chosen.get("source") in fetching.SERVICES
        if is_statline and not chosen.get("table") and "table" in chosen:
            if year is None:
                self.add_error("year", _("Vul een jaar in, of het nummer van een tabel."))
            elif year not in statline.KWB:
                self.add_error(
                    "year",
                    _("Van dit jaar kennen wij geen tabel. Vul het nummer van de tabel in."),
                )
        elif not is_statline and year is None and "year" not in self.errors:
            self.add_error("year", _("Vul een jaar in."))
        return chosen

    @property
    def asked(self):
        """Return what to ask, as `fetching.fetch` knows it."""
        chosen = self.cleaned_data
        if chosen["source"] in fetching.SERVICES:
            return {"source": chosen["source"], "table": chosen["table"] or str(chosen["year"])}
        return {
            "source": fetching.LEEFBAAROMETER,
            "level": chosen["source"].removeprefix("leefbaarometer-"),
            "year": chosen["year"],
            "boundary_year": chosen["boundary_year"],
        }
