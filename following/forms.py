"""What members and contacts fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from following.models import ContactQuestion, Preference

# What fits in a number of the database.
LARGEST_NUMBER = 2**62


class OftenForm(forms.Form):
    """How often somebody wants a mail."""

    often = forms.ChoiceField(
        label=_("Hoe vaak wilt u een mail?"),
        choices=Preference.Often.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies hoe vaak u een mail wilt."),
            "invalid_choice": _("Kies een van deze mogelijkheden."),
        },
    )


class ReadForm(forms.Form):
    """Which notifications are read; a browser fills it in."""

    tot = forms.IntegerField(min_value=0, max_value=LARGEST_NUMBER)


class ContactForm(forms.Form):
    """What a contact answers; the remark is for the editors alone."""

    answer = forms.ChoiceField(
        choices=ContactQuestion.Answer.choices,
        error_messages={
            "required": _("Kies een van de twee knoppen."),
            "invalid_choice": _("Kies een van de twee knoppen."),
        },
    )
    remark = forms.CharField(
        label=_("Wat is er veranderd?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Alleen de redactie leest dit. Wie is nu het contact, en hoe bereiken wij die?"
        ),
        error_messages={
            "max_length": _("Gebruik hoogstens %(limit_value)d tekens; dit zijn er %(show_value)d.")
        },
    )
