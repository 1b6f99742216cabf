"""The forms of meetings: registering, and what coordinators make, change and report."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from community.meetings import files, prose, publishing
from community.models import EventPage, LearningMaterialPage

LONGEST_TEXT = 20_000
MARKUP = _(
    "Een lege regel begint een nieuwe alinea. Een regel met ### ervoor wordt een kop, met - ervoor "
    "een punt in een lijst. **Vet**, *cursief* en [tekst](https://adres) kunnen ook."
)
CLOSED = [
    ("closed", _("Alleen leden van de community")),
    ("open", _("Iedereen")),
]


class SeveralFiles(forms.FileInput):
    """A field in which several files can be chosen at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Files, each of them checked."""

    def __init__(self, label):
        super().__init__(
            label=label,
            required=False,
            widget=SeveralFiles,
            max_length=200,
            help_text=_("Pdf, tekst, presentatie of tabel. Hoogstens 20 MB per bestand."),
        )

    def clean(self, data, initial=None):
        """Return the uploads that are what they say they are."""
        uploads = [super(FilesField, self).clean(one, initial) for one in data or [] if one]
        if len(uploads) > files.MOST_FILES:
            message = _("Kies hoogstens %(most)s bestanden tegelijk.") % {"most": files.MOST_FILES}
            raise forms.ValidationError(message)
        problems = []
        for upload in uploads:
            try:
                files.check(upload)
            except forms.ValidationError as problem:
                problems += problem.messages
        if problems:
            raise forms.ValidationError(" ".join([*problems, str(_("Kies de bestanden opnieuw."))]))
        return uploads


class TextField(forms.CharField):
    """Text with a little markup that becomes the blocks of a page."""

    def __init__(self, label, required=False):
        super().__init__(
            label=label,
            required=required,
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 12}),
            help_text=MARKUP,
        )


class RegistrationForm(forms.Form):
    """What somebody tells the organisers."""

    note = forms.CharField(
        label=_("Dieet of toegankelijkheid"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Alleen de organisatie leest dit. Het verdwijnt als u zich afmeldt."),
    )


class MadePageForm(forms.ModelForm):
    """What the forms of meetings and material share.

    `number` tells what the page was when the form was opened, `key` which new page it makes.
    """

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    audience_choice = forms.ChoiceField(
        label=_("Wie mag dit zien?"), choices=CLOSED, widget=forms.RadioSelect
    )
    uploads = FilesField(_("Bestanden erbij"))
    without = forms.TypedMultipleChoiceField(
        label=_("Bestanden weghalen"),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, community, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = self.instance
        self.community = community
        offered = publishing.places(community, type(page))
        words = [choice for choice in CLOSED if (choice[0] == "closed") in offered]
        self.fields["audience_choice"].choices = words
        self.fields["text"].label = self.text_label
        shown = [block.value for block in page.files if block.value]
        self.fields["without"].choices = [(document.pk, document.title) for document in shown]
        if not shown:
            del self.fields["without"]
        if page.pk:
            self._begin_with(page)

    def _begin_with(self, page):
        del self.fields["key"]
        self.initial["number"] = publishing.number_of(page)
        self.initial["audience_choice"] = "closed" if publishing.is_closed(page) else "open"
        text = prose.typed(page.body)
        if text is None:
            del self.fields["text"]
        else:
            self.initial["text"] = text

    def clean(self):
        """Let the page belong to the community, and take over the text."""
        cleaned = super().clean()
        self.instance.community = self.community
        if "key" in cleaned:
            self.instance.translation_key = cleaned["key"]
        if "text" in cleaned:
            self.instance.body = prose.blocks(cleaned["text"])
        return cleaned

    @property
    def is_closed(self):
        """Tell whether the page is to be for members alone."""
        return self.cleaned_data["audience_choice"] == "closed"

    @property
    def has_other_text(self):
        """Tell whether the text holds what only the admin can change."""
        return "text" not in self.fields


class EventForm(MadePageForm):
    """A meeting, as its coordinator plans it."""

    text = TextField("")
    text_label = _("Programma")
    field_order = [
        *("number", "key", "title", "summary", "starts_on", "starts_at", "ends_at", "ends_on"),
        *("place", "address", "online_url", "audience_choice", "registering", "seats"),
        *("registration_closes", "registration_url", "text", "without", "uploads"),
    ]

    class Meta:
        model = EventPage
        fields = (
            *("title", "summary", "starts_on", "starts_at", "ends_on", "ends_at"),
            *("place", "address", "online_url", "registering", "seats"),
            *("registration_closes", "registration_url"),
        )
        labels = {
            "title": _("Titel"),
            "summary": _("Waar gaat het over?"),
            "starts_on": _("Dag"),
            "starts_at": _("Begint om"),
            "ends_on": _("Laatste dag (als het meer dagen duurt)"),
            "ends_at": _("Eindigt om"),
            "place": _("Plaats"),
            "address": _("Adres"),
            "online_url": _("Adres van de online bijeenkomst"),
            "registering": _("Wie kan zich hier aanmelden?"),
            "seats": _("Aantal plaatsen"),
            "registration_closes": _("Aanmelden kan tot"),
            "registration_url": _("Of aanmelden op een andere website"),
        }
        help_texts = {"title": ""}
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 4}),
            "address": forms.Textarea(attrs={"rows": 3}),
            "starts_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "ends_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "starts_at": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            "ends_at": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            "registering": forms.RadioSelect,
            "registration_closes": forms.DateTimeInput(
                format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}
            ),
        }


class MaterialForm(MadePageForm):
    """Learning material, as a coordinator shares it."""

    text = TextField("")
    text_label = _("Wat leert u hiervan?")
    field_order = [
        *("number", "key", "title", "summary", "kind", "year", "author", "link"),
        *("audience_choice", "text", "without", "uploads"),
    ]

    class Meta:
        model = LearningMaterialPage
        fields = ("title", "summary", "kind", "year", "author", "link")
        labels = {
            "title": _("Titel"),
            "summary": _("Waar gaat het over?"),
            "kind": _("Soort"),
            "year": _("Jaar"),
            "author": _("Maker"),
            "link": _("Webadres"),
        }
        help_texts = {"title": ""}
        widgets = {"summary": forms.Textarea(attrs={"rows": 4})}


class ReportForm(forms.Form):
    """What is told of a meeting afterwards."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    report = TextField(_("Verslag"))
    uploads = FilesField(_("Notulen en presentaties"))

    def __init__(self, event, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["number"] = publishing.number_of(event)
        text = prose.typed(event.report)
        if text is None:
            del self.fields["report"]
        else:
            self.initial["report"] = text
