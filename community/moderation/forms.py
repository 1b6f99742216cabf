"""What moderators and members fill in about posts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import ModerationAction, Report
from community.moderation import domain, words

LONGEST = 1000


class TextArea(forms.Textarea):
    """A text box of a few lines in the look of the site."""

    def __init__(self):
        super().__init__({"class": "utrecht-textarea", "rows": 5})


class PlainForm(forms.Form):
    """A form whose fields have the look of the site, and no stars or colons."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.use_required_attribute = False


class ReportForm(PlainForm):
    """What is wrong with a post."""

    why = forms.ChoiceField(
        label=_("Wat is er mis?"),
        choices=Report.Why.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er mis is.")},
    )
    text = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Alleen moderators lezen dit. Bij ‘Iets anders’ is het nodig."),
        max_length=LONGEST,
        required=False,
        widget=TextArea,
    )

    def clean(self):
        """Ask for words where the choice says nothing."""
        found = super().clean()
        if found.get("why") == Report.Why.OTHER and not found.get("text"):
            self.add_error("text", _("Vertel wat er mis is."))
        return found


class DecisionForm(PlainForm):
    """A decision about a post as it was read; `seen` is the mark of its text."""

    seen = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput)


class SilentForm(DecisionForm):
    """A decision that needs no reason; the log keeps what somebody adds."""

    reason = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Voor het logboek van de moderators. U hoeft dit niet in te vullen."),
        max_length=LONGEST,
        required=False,
        widget=TextArea,
    )


class StandsForm(DecisionForm):
    """The reports are answered: the post stays."""

    reason = forms.CharField(
        label=_("Antwoord aan wie het meldde"),
        help_text=_("U hoeft dit niet in te vullen. De schrijver leest dit niet."),
        max_length=LONGEST,
        required=False,
        widget=TextArea,
    )


class ReasonForm(DecisionForm):
    """A decision of which the author reads the reason."""

    reason = forms.CharField(
        label=_("Reden"),
        help_text=_("De schrijver leest dit. Noem niet wie het meldde."),
        max_length=LONGEST,
        widget=TextArea,
        error_messages={"required": _("Vertel de schrijver waarom.")},
    )


class AnswerForm(ReasonForm):
    """The answer to an appeal."""

    YES, NO = "yes", "no"

    granted = forms.ChoiceField(
        label=_("Wat besluit u?"),
        choices=[(YES, _("Toon het bericht weer")), (NO, _("Het bericht blijft verborgen"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat u besluit.")},
    )
    field_order = ["granted", "reason", "seen"]


class AppealForm(PlainForm):
    """Why an author does not agree."""

    text = forms.CharField(
        label=_("Waarom bent u het er niet mee eens?"),
        help_text=_("De moderators lezen dit. U kunt één keer bezwaar maken."),
        max_length=LONGEST,
        widget=TextArea,
        error_messages={"required": _("Vertel waarom u het er niet mee eens bent.")},
    )


class WordForm(PlainForm):
    """A word to block; `community` is None for the whole site."""

    word = forms.CharField(
        label=_("Woord"),
        help_text=_("Een woord of een paar. Hoofdletters en accenten maken niet uit."),
        max_length=60,
        widget=forms.TextInput({"class": "utrecht-textbox", "autocomplete": "off"}),
        error_messages={"required": _("Vul een woord in.")},
    )
    note = forms.CharField(
        label=_("Waarom"),
        help_text=_("Voor uzelf en de andere coördinatoren. U hoeft dit niet in te vullen."),
        max_length=200,
        required=False,
        widget=forms.TextInput({"class": "utrecht-textbox", "autocomplete": "off"}),
    )

    def __init__(self, *args, community=None, **kwargs):
        self.community = community
        super().__init__(*args, **kwargs)

    def clean_word(self):
        """Refuse what is no word, and what is there already."""
        word = " ".join(self.cleaned_data["word"].split())
        if problem := words.problem(word):
            raise forms.ValidationError(problem)
        if domain.is_blocked(word, self.community):
            raise forms.ValidationError(_("Dit woord staat er al."))
        return word


class LogForm(PlainForm):
    """Which part of the log somebody looks at."""

    community = forms.ChoiceField(
        label=_("Community"),
        required=False,
        widget=forms.Select({"class": "utrecht-textbox"}),
        error_messages={"invalid_choice": _("Deze community kennen wij niet.")},
    )
    kind = forms.ChoiceField(
        label=_("Wat"),
        choices=[("", _("Alles")), *ModerationAction.Kind.choices],
        required=False,
        widget=forms.Select({"class": "utrecht-textbox"}),
        error_messages={"invalid_choice": _("Deze keuze kennen wij niet.")},
    )
    since = forms.DateField(
        label=_("Vanaf"),
        required=False,
        widget=forms.DateInput({"class": "utrecht-textbox", "type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Vul een dag in, zoals 2026-01-31.")},
    )
    until = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput({"class": "utrecht-textbox", "type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Vul een dag in, zoals 2026-01-31.")},
    )

    def __init__(self, *args, communities, **kwargs):
        super().__init__(*args, **kwargs)
        known = [(community.slug, community.title) for community in communities]
        self.fields["community"].choices = [("", _("Alle communities")), *known]

    def narrow(self, actions):
        """Keep the actions that somebody asked for; the form must be valid."""
        asked = {
            "community__slug": self.cleaned_data["community"],
            "kind": self.cleaned_data["kind"],
            "moment__date__gte": self.cleaned_data["since"],
            "moment__date__lte": self.cleaned_data["until"],
        }
        return actions.filter(**{name: value for name, value in asked.items() if value})
