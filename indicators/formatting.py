"""How figures are written in Dutch: 8,3% · € 159.500 · klasse 4."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def number(value, decimals=0):
    """Return a number with its decimals, grouped in thousands: 217.400 or 8,3."""
    return number_format(round(value, decimals), decimals, use_l10n=True, force_grouping=True)


def with_unit(value, indicator):
    """Return a value in the unit of its indicator: 8,3% or € 159.500."""
    text = number(value, indicator.decimals)
    if indicator.unit == "%":
        return f"{text}%"
    if indicator.unit == "€":
        return f"€ {text}"
    return f"{text} {indicator.unit}"


def difference(value, indicator):
    """Return a difference between two values: percentage points for percentages."""
    text = number(abs(value), indicator.decimals)
    if indicator.unit == "%":
        return _("%(number)s procentpunt") % {"number": text}
    return with_unit(abs(value), indicator)
