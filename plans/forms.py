"""What somebody fills in about a plan. Owner, link and place are no fields of any form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from plans.models import Plan, PlanItem

# What stands for a plan that is not there yet.
NEW = ""
NAMELESS = _("Geef het nieuwe plan een naam.")


class Lines(forms.CharField):
    """Text of more than one line, counted as a browser counts it: a new line is one sign."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value):
        """Return the text with one sign for each new line."""
        return super().to_python(value).replace("\r\n", "\n")


def longest(model, name):
    """Return how long a text of a model may be."""
    return model._meta.get_field(name).max_length


class PlanForm(forms.Form):
    """The title and the introduction of a plan."""

    title = forms.CharField(
        label=_("Naam van het plan"),
        max_length=longest(Plan, "title"),
        help_text=_("Bijvoorbeeld: Jongeren in Overvecht, plan voor volgend jaar."),
    )
    introduction = Lines(
        label=_("Inleiding"),
        max_length=longest(Plan, "introduction"),
        required=False,
        help_text=_("Waar is dit plan voor, en voor wie?"),
    )


class NoteForm(forms.Form):
    """What the owner writes with something in the plan."""

    note = Lines(label=_("Aantekening"), max_length=longest(PlanItem, "note"), required=False)


class ShareForm(forms.Form):
    """Under which name a plan is shared."""

    shown_name = forms.CharField(
        label=_("Naam bij het plan"),
        max_length=longest(Plan, "shown_name"),
        required=False,
        help_text=_("Vult u niets in, dan staat er geen naam bij. Uw e-mailadres staat er nooit."),
    )


class CollectForm(forms.Form):
    """In which plan something comes: one that there is, or a new one."""

    plan = forms.ChoiceField(label=_("In welk plan?"), required=False, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Naam van het nieuwe plan"),
        max_length=longest(Plan, "title"),
        error_messages={"required": NAMELESS},
    )
    note = Lines(
        label=_("Aantekening"),
        max_length=longest(PlanItem, "note"),
        required=False,
        help_text=_("Bijvoorbeeld: waarom past dit bij uw wijk?"),
    )

    def __init__(self, plans, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.plans = {plan.key: plan for plan in plans}
        names = [(plan.key, plan.title) for plan in self.plans.values()]
        self.fields["plan"].choices = [*names, (NEW, _("Een nieuw plan"))]
        self.fields["plan"].initial = next(iter(self.plans), NEW)
        # Without plans there is nothing to choose: then this one is asked for.
        self.fields["title"].required = not self.plans

    @property
    def chosen(self):
        """Return the plan that was chosen, or None for a new one."""
        return self.plans.get(self.cleaned_data["plan"])

    def clean(self):
        """Ask for one of both: a plan that there is, or the name of a new one."""
        cleaned = super().clean()
        if "plan" in self.errors or "title" in self.errors:
            return cleaned
        if self.chosen and cleaned["title"]:
            message = _("U koos een plan dat er al is. Maak dit leeg, of kies ‘Een nieuw plan’.")
            self.add_error("title", message)
        elif not self.chosen and not cleaned["title"]:
            self.add_error("title", NAMELESS)
        return cleaned
