"""An area that is typed, for forms where there are too many areas to list."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from indicators.exploring import options

# The longest name of a neighbourhood, with that of its municipality.
LONGEST = 205


class TypedAreaField(forms.CharField):
    """Reads an area from its name or its code; says which there are when a name is not enough."""

    HELP = _("Typ een naam, bijvoorbeeld Overvecht of Centrum (Zwolle), of een code van het CBS.")

    def __init__(self, **kwargs):
        super().__init__(
            max_length=LONGEST,
            help_text=self.HELP,
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            **kwargs,
        )

    def clean(self, value):
        """Return the area, or say what to type."""
        area, problem = options.named(super().clean(value))
        if area is None:
            raise ValidationError(problem)
        return area


def words_for(area):
    """Return what somebody would type for an area: its name, or its code when others share that."""
    return area.full_name if options.named(area.full_name)[0] == area else area.code
