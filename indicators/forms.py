"""The form by which an editor takes a snapshot."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from content.forms import TermForm
from indicators import domain, queries
from indicators.models import IndicatorSnapshot


class SnapshotForm(TermForm):
    """Takes a snapshot; the figures come from the measurements, so there are none to type."""

    baseline = forms.DateField(
        label=_("Begin"),
        required=False,
        widget=AdminDateInput,
        help_text=_("De peildatum van de eerste meting. Leeg: de eerste die er is."),
    )
    follow_up = forms.DateField(
        label=_("Vervolg"),
        required=False,
        widget=AdminDateInput,
        help_text=_("De peildatum van de laatste meting. Leeg: de laatste die er is."),
    )

    def clean(self):
        """Find the measurements, and say beside the field what is missing."""
        chosen = super().clean()
        if {"indicator", "area", "dataset", "baseline", "follow_up"} <= chosen.keys():
            self._find_measurements(chosen)
        return chosen

    @property
    def untaken(self):
        """Return the snapshot that would be taken; it is not stored."""
        return IndicatorSnapshot(**domain.snapshot_fields(**self._arguments))

    def save(self, commit=True):
        """Take the snapshot; taking one that exists returns it."""
        self.instance = domain.take_snapshot(**self._arguments, by=self.for_user)
        return self.instance

    def _find_measurements(self, chosen):
        days = queries.measured_days(chosen["indicator"], chosen["area"], chosen["dataset"])
        if not days:
            self.add_error(
                "area",
                _("In deze dataset staat geen meting van dit gebied voor deze indicator."),
            )
            return
        self._arguments = {
            "indicator": chosen["indicator"],
            "area": chosen["area"],
            "comparator": chosen.get("comparator"),
            "dataset": chosen["dataset"],
            "baseline": chosen["baseline"] or days[0],
            "follow_up": chosen["follow_up"] or days[-1],
            "caveat": chosen.get("caveat", ""),
        }
        try:
            domain.snapshot_fields(**self._arguments)
        except domain.SnapshotError as error:
            self.add_error(None, error)
