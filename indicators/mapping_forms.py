"""The form by which an editor says which column of a file holds what."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.models import Area
from indicators.importing import known, moments
from indicators.importing.mapping import CODE, NAME, Column, Mapping
from indicators.models import Indicator, MissingReason

FACTORS = [(1, gettext_lazy("zoals het er staat")), (1000, gettext_lazy("keer 1000"))]


class MappingForm(forms.Form):
    """Which column of a sheet holds what."""

    area = forms.ChoiceField(label=gettext_lazy("Kolom met het gebied"))
    by = forms.ChoiceField(
        label=gettext_lazy("Daarin staat"),
        choices=[(CODE, gettext_lazy("de code")), (NAME, gettext_lazy("de naam"))],
    )
    prefix = forms.CharField(
        label=gettext_lazy("Zet voor elke code"),
        required=False,
        max_length=4,
        help_text=gettext_lazy("Als het bestand 0363 heeft voor GM0363: GM."),
    )
    within = forms.CharField(
        label=gettext_lazy("Alleen in gemeente"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("De code van een gemeente; alleen nodig bij namen van wijken."),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Soort gebied"),
        required=False,
        choices=[("", gettext_lazy("elke soort")), *Area.Kind.choices],
    )
    period = forms.ChoiceField(label=gettext_lazy("Kolom met de periode"), required=False)
    indicator = forms.ChoiceField(
        label=gettext_lazy("Kolom met de indicator"),
        required=False,
        help_text=gettext_lazy("Alleen als elke regel één cijfer heeft."),
    )
    value = forms.ChoiceField(label=gettext_lazy("Kolom met het cijfer"), required=False)
    empty = forms.ChoiceField(
        label=gettext_lazy("Een lege cel betekent"), choices=MissingReason.choices
    )
    sign = forms.ChoiceField(
        label=gettext_lazy("Decimaalteken"),
        required=False,
        choices=[
            ("", gettext_lazy("zoek het uit")),
            (",", gettext_lazy("komma: 12,5")),
            (".", gettext_lazy("punt: 12.5")),
        ],
    )
    others_left_out = forms.BooleanField(
        label=gettext_lazy("Sla gebieden over die niet op deze site staan"),
        required=False,
        help_text=gettext_lazy("Uit: een onbekende code houdt het inlezen tegen."),
    )
    only = forms.CharField(
        label=gettext_lazy("Alleen regels met"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Per regel een kolom en een waarde, zoals: WATER = NEE"),
    )
    same = forms.CharField(
        label=gettext_lazy("Lees als"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Hoe de bron een gebied noemt en wij, zoals: NL01 = NL00"),
    )
    name = forms.CharField(
        label=gettext_lazy("Onthoud deze indeling als"),
        required=False,
        max_length=150,
        help_text=gettext_lazy("Voor het volgende bestand met deze kolommen. Leeg: niet bewaren."),
    )

    def __init__(self, data=None, *, sheet, mapping):
        super().__init__(data, initial=_initial(mapping))
        self.sheet = sheet
        self.mapping = mapping
        columns = [(name, name) for name in dict.fromkeys(sheet.header)]
        self.fields["area"].choices = columns
        for field in ("period", "indicator", "value"):
            self.fields[field].choices = [("", "–"), *columns]
        indicators = [("", _("niet lezen")), *_indicators()]
        taken = {column.name: column for column in mapping.columns} if mapping else {}
        self.rows = [
            self._row(place, name, indicators, taken.get(name))
            for place, name in enumerate(dict.fromkeys(sheet.header))
        ]

    def _row(self, place, name, indicators, taken):
        """Add the fields that say what a column holds."""
        fields = {
            f"indicator_{place}": forms.ChoiceField(
                label=_("Indicator in ‘%(name)s’") % {"name": name},
                choices=indicators,
                required=False,
                initial=taken and taken.indicator,
            ),
            f"factor_{place}": forms.TypedChoiceField(
                label=_("Lees ‘%(name)s’ als") % {"name": name},
                choices=FACTORS,
                coerce=int,
                initial=taken.factor if taken else 1,
            ),
            f"period_{place}": forms.CharField(
                label=_("Periode van ‘%(name)s’") % {"name": name},
                required=False,
                max_length=40,
                initial=taken and taken.period,
            ),
        }
        self.fields.update(fields)
        return name, list(fields)

    @property
    def column_rows(self):
        """Return the name of each column with the three fields that say what it holds."""
        return [(name, [self[field] for field in fields]) for name, fields in self.rows]

    @property
    def general_fields(self):
        """Return the fields about the sheet as a whole."""
        in_rows = {field for _name, fields in self.rows for field in fields}
        return [field for field in self if field.name not in in_rows]

    def clean_only(self):
        """Return pairs of a column and a value."""
        pairs = _pairs(self.cleaned_data["only"])
        for name in pairs:
            if name not in self.sheet.header:
                raise ValidationError(_("Er is geen kolom ‘%(name)s’.") % {"name": name})
        return pairs

    def clean_same(self):
        """Return pairs of what a source calls an area and what we do."""
        return _pairs(self.cleaned_data["same"])

    def clean(self):
        """Ask for figures in some column, each in a period that can be read."""
        chosen = super().clean()
        if bool(chosen.get("value")) != bool(chosen.get("indicator")):
            self.add_error("value", _("Kies de kolom van de indicator en die van het cijfer."))
        wide = False
        for _name, (indicator, _factor, period) in self.rows:
            wide = wide or bool(chosen.get(indicator))
            if chosen.get(period) and moments.read(chosen[period]) is None:
                self.add_error(period, _("Vul een periode in zoals 2022."))
        if not wide and not chosen.get("value"):
            self.add_error(None, _("Kies voor minstens één kolom welke indicator erin staat."))
        if wide and chosen.get("value"):
            self.add_error("value", _("Kies óf kolommen met cijfers, óf één kolom met alle."))
        return chosen

    @property
    def chosen(self):
        """Return the mapping that was filled in."""
        data = self.cleaned_data
        plain = ("area", "by", "prefix", "within", "kind", "period", "indicator", "value")
        plain += ("empty", "sign", "others_left_out", "only", "same")
        columns = tuple(
            Column(name, data[indicator], data[factor], data[period])
            for name, (indicator, factor, period) in self.rows
            if data[indicator]
        )
        return Mapping(
            **{field: data[field] for field in plain},
            columns=columns,
            header_line=self.mapping.header_line if self.mapping else None,
        )


def _initial(mapping):
    if mapping is None:
        return {"empty": MissingReason.NOT_SURVEYED}
    return vars(mapping) | {"only": _lines(mapping.only), "same": _lines(mapping.same)}


def _indicators():
    names = dict(Indicator.objects.order_by("theme__label", "name").values_list("code", "name"))
    new = {
        code: _("%(name)s, komt erbij") % {"name": texts["name"]}
        for code, texts in known.shipped_indicators().items()
        if code not in names
    }
    return [(code, f"{name} ({code})") for code, name in (names | new).items()]


def _lines(pairs):
    return "\n".join(f"{name} = {value}" for name, value in pairs.items())


def _pairs(text):
    pairs = {}
    for line in filter(str.strip, text.splitlines()):
        name, sign, value = line.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise ValidationError(_("Schrijf op elke regel: naam = waarde."))
        pairs[name.strip()] = value.strip()
    return pairs
