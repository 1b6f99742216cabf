"""Absurd values for each kind of field, with what the form says of them."""

from django import forms

LONG = "x" * 10_000
EMOJI = "😀🏘️"
MARKUP = "<script>alert(1)</script>"
NUL = "Null-tekens zijn niet toegestaan."
NO_CHOICE = "Selecteer een geldige keuze. Deze keuze is niet beschikbaar."
NO_NUMBER = "Voer een getal in."
NO_WHOLE = "Voer een geheel getal in."
NO_DAY = "Voer een geldige datum in."
NO_TIME = "Voer een geldige tijd in."
NO_URL = "Voer een geldige URL in."
NO_MAIL = "Voer een geldig e-mailadres in."
# A slug of a page and one of a term, as Django tells them apart.
NO_SLUG = {
    True: "Voer een geldige ‘slug’ in, bestaande uit Unicode-letters, cijfers, liggende streepjes "
    "en verbindingsstreepjes.",
    False: "Voer een geldige ‘slug’ in, bestaande uit letters, cijfers, liggende streepjes en "
    "verbindingsstreepjes.",
}


def kind_of(field):
    """Return the kind of a form field, or None for what is chosen by clicking."""
    kinds = {
        forms.ModelMultipleChoiceField: "several",
        forms.ModelChoiceField: "record",
        forms.TypedChoiceField: "choice",
        forms.DecimalField: "decimal",
        forms.IntegerField: "whole",
        forms.DateField: "day",
        forms.TimeField: "time",
        forms.URLField: "url",
        forms.EmailField: "mail",
        forms.SlugField: "slug",
    }
    for kind, name in kinds.items():
        if isinstance(field, kind):
            return name
    if hasattr(field.widget, "converter"):
        return "running text"
    return "text" if isinstance(field, forms.CharField) else None


def refused(field):
    """Return pairs of an absurd value and what the form says of it, of a field of a form."""
    return {
        "record": [(value, NO_CHOICE) for value in ("999999", "-1", "drie", "9" * 40)],
        "choice": [
            (value, f"Selecteer een geldige keuze. {value} is geen beschikbare keuze.")
            for value in ("onbekend", "-1", EMOJI)
        ],
        "decimal": [(value, NO_NUMBER) for value in ("drie", "12,50", "NaN", "1e", "\0")],
        "whole": [(value, NO_WHOLE) for value in ("drie", "1.5", "1e400", "²", "2013\0")],
        "day": [(value, NO_DAY) for value in ("31-02-2013", "2013-02-31", "99999-01-01", "\0")],
        "time": [(value, NO_TIME) for value in ("25:99", "noen", "-1", "\0")],
        "url": [
            (value, NO_URL)
            for value in ("javascript:alert(1)", "geen adres", "data:text/html,x", "http://[::1")
        ],
        "mail": [
            (value, NO_MAIL) for value in ("geen", "a@b@c.nl", f"{MARKUP}@x.nl", "a@b.nl\nBcc:x")
        ],
        "slug": [(value, _no_slug(field)) for value in ("../..", "a b", EMOJI, MARKUP)],
        "text": [("\0nul", NUL), *_too_long(field)],
    }.get(kind_of(field), [])


def _no_slug(field):
    return NO_SLUG[bool(getattr(field, "allow_unicode", False))]


def _too_long(field):
    limit = getattr(field, "max_length", None)
    if not limit:
        return []
    return [
        (
            LONG,
            f"Zorg dat deze waarde niet meer dan {limit} tekens bevat "
            f"(het zijn er nu {len(LONG)}).",
        )
    ]
