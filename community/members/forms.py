"""What people fill in to take part, and what coordinators fill in about them."""

import re

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from community.models import CommunityPage, Member, Profile
from content.models import Area, Theme

MOST_INVITED = 20


class Words(forms.CharField):
    """A few lines of text; without words it is empty."""

    def __init__(self, *, rows=4, **kwargs):
        kwargs.setdefault("max_length", 1000)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class Form(forms.Form):
    """A form whose fields say what is wrong in the words of this site."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class AskForm(Form):
    """Why somebody wants to take part."""

    motivation = Words(
        label=_("Waarom wilt u meedoen?"),
        help_text=_("De coördinator leest dit, met uw naam, organisatie en functie."),
        error_messages={"required": _("Vertel kort waarom u wilt meedoen.")},
    )


class ReasonForm(Form):
    """Why somebody is not let in, or put out."""

    reason = Words(
        label=_("Reden"),
        help_text=_("Deze persoon krijgt de reden per mail."),
        error_messages={"required": _("Geef een reden. De persoon om wie het gaat, leest die.")},
    )


class RoleForm(Form):
    """What somebody is in a community."""

    role = forms.ChoiceField(choices=Member.Role)


class InviteForm(Form):
    """Whom to invite, and what to say to them."""

    addresses = Words(
        label=_("E-mailadressen"),
        help_text=_("Eén per regel, hoogstens %(most)s tegelijk.") % {"most": MOST_INVITED},
        max_length=6000,
        rows=6,
        error_messages={"required": _("Vul minstens één e-mailadres in.")},
    )
    text = Words(
        label=_("Bericht"),
        help_text=_("Dit staat in de mail. U mag het leeg laten."),
        required=False,
    )

    def clean_addresses(self):
        """Return each address once; say which of them is none."""
        typed = re.split(r"[\s,;]+", self.cleaned_data["addresses"].strip())
        found = list({address.lower(): address for address in typed if address}.values())
        wrong = [address for address in found if not _is_address(address)]
        if wrong:
            named = ", ".join(wrong[:5])
            raise ValidationError(_("Dit is geen e-mailadres: %(named)s.") % {"named": named})
        if len(found) > MOST_INVITED:
            raise ValidationError(
                _("Dit zijn er %(number)s. Nodig hoogstens %(most)s mensen tegelijk uit.")
                % {"number": len(found), "most": MOST_INVITED}
            )
        return found


class NamingForm(Form):
    """Who is to look after which community."""

    community = forms.ModelChoiceField(
        CommunityPage.objects.order_by("title"), label=_("Community")
    )
    person = forms.CharField(
        label=_("E-mailadres van de coördinator"),
        max_length=254,
        error_messages={"required": _("Vul het e-mailadres in van iemand met een account.")},
    )

    def clean_person(self):
        """Return the person with this address."""
        typed = self.cleaned_data["person"].strip()
        found = get_user_model().objects.filter(email__iexact=typed, is_active=True).first()
        if found is None:
            raise ValidationError(_("Er is geen account met dit e-mailadres."))
        return found


class SubjectsForm(forms.ModelForm):
    """The areas and themes that somebody works on; an area is added by its name."""

    areas = forms.ModelMultipleChoiceField(
        Area.objects.none(),
        label=_("Uw gebieden"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    another = forms.CharField(
        label=_("Een gebied erbij"),
        help_text=_("Typ de naam van een wijk of gemeente."),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"list": "gebieden", "autocomplete": "off"}),
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.order_by("label"),
        label=_("Uw thema's"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Profile
        fields = ["areas", "another", "themes", "shown_to"]
        widgets = {"shown_to": forms.RadioSelect}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        # Those it has, of which some may be taken away; others are added by their name.
        chosen = self.instance.areas.all() if self.instance.pk else Area.objects.none()
        self.fields["areas"].queryset = chosen.select_related("parent")
        self.fields["areas"].label_from_instance = lambda area: area.full_name
        self.every_area = Area.objects.select_related("parent").order_by("name", "pk")

    def clean_another(self):
        """Return the area with this name, with that of its municipality or not."""
        typed = " ".join(self.cleaned_data["another"].split()).casefold()
        if not typed:
            return None
        fitting = [area for area in self.every_area if area.full_name.casefold() == typed]
        fitting = fitting or [area for area in self.every_area if area.name.casefold() == typed]
        if not fitting:
            raise ValidationError(_("Wij kennen geen gebied met deze naam. Kies een uit de lijst."))
        if len(fitting) > 1:
            names = ", ".join(area.full_name for area in fitting[:6])
            raise ValidationError(_("Welk gebied bedoelt u: %(names)s?") % {"names": names})
        return fitting[0]

    def save(self, commit=True):
        """Keep the choices, with the area that was typed."""
        profile = super().save(commit=commit)
        if another := self.cleaned_data["another"]:
            profile.areas.add(another)
        return profile


def _is_address(text):
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254
