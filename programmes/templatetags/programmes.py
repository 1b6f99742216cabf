"""How templates show the numbers of goals."""

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def amount(value):
    """Return a number as the Dutch write it: 1.700 and 2,5, without zeros that say nothing."""
    if value is None:
        return ""
    plain = f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return number_format(plain, use_l10n=True, force_grouping=True)
