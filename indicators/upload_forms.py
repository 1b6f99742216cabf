"""The form by which an editor hands over a file of figures."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content import scanning
from indicators.importing import arriving, moments, sheets
from indicators.models import Dataset

STATUS = [
    (Dataset.Status.FINAL, Dataset.Status.FINAL.label),
    (Dataset.Status.PROVISIONAL, Dataset.Status.PROVISIONAL.label),
]


def supersedable():
    """Return the deliveries that another may take the place of."""
    counting = Dataset.objects.filter(kind=Dataset.Kind.MEASURED)
    return counting.exclude(status__in=Dataset.COUNT_FOR_NOTHING)


class UploadForm(forms.ModelForm):
    """A file, and what is known of the delivery in it."""

    file = forms.FileField(
        label=gettext_lazy("Bestand"),
        help_text=gettext_lazy("CSV of XLSX, hoogstens 200 MB. Het wordt eerst nagekeken."),
        widget=forms.FileInput(attrs={"accept": ",".join(sheets.SUFFIXES)}),
    )
    period = forms.CharField(
        label=gettext_lazy("Periode"),
        required=False,
        max_length=40,
        help_text=gettext_lazy(
            "Waarover de cijfers gaan: 2022, 2024*, begin 2007 of 1-10-2012. "
            "Leeg als er een kolom is met de periode."
        ),
    )
    status_after = forms.ChoiceField(label=gettext_lazy("Status"), choices=STATUS)

    class Meta:
        model = Dataset
        fields = ["title", "source", "licence", "url", "boundary_year", "supersedes", "note"]
        help_texts = {
            "boundary_year": gettext_lazy(
                "Het jaar van de grenzen en codes. Een code telt alleen in haar eigen jaren."
            ),
            "supersedes": gettext_lazy(
                "De levering waarvan deze cijfers in de plaats komen. De oude blijft bewaard."
            ),
        }
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}

    field_order = ["file", "title", "source", "licence", "url", "period", "boundary_year"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["supersedes"].queryset = supersedable()

    def clean_file(self):
        """Refuse what cannot be a table, and a file that was loaded before."""
        file = self.cleaned_data["file"]
        if not file.name.lower().endswith(tuple(sheets.SUFFIXES)):
            raise ValidationError(_("Kies een CSV- of XLSX-bestand."))
        scanning.check(file)
        if before := arriving.already_loaded(arriving.fingerprint(file)):
            raise ValidationError(
                _("Precies dit bestand is al ingelezen, als ‘%(title)s’.") % {"title": before.title}
            )
        return file

    def clean_period(self):
        """Ask for a period that can be read."""
        period = self.cleaned_data["period"].strip()
        if period and moments.read(period) is None:
            raise ValidationError(_("Vul een periode in zoals 2022, begin 2007 of 1-10-2012."))
        return period
