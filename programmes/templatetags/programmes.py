"""How templates show the numbers of goals, and which forms a report has."""

import re

from django import template
from django.utils.formats import number_format
from django.utils.safestring import mark_safe

from programmes.reporting import pdf

register = template.Library()


@register.filter
def amount(value):
    """Return a number as the Dutch write it: 1.700 and 2,5, without zeros that say nothing."""
    if value is None or value == "":
        return ""
    # An edition of a report keeps numbers as text.
    plain = value if isinstance(value, str) else f"{value:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return number_format(plain, use_l10n=True, force_grouping=True)


@register.simple_tag
def report_has_pdf():
    """Tell whether reports can be had as PDF here."""
    return pdf.is_available()


@register.simple_tag(takes_context=True)
def report_text(context, item):
    """Return a block of text; the heads in it come one level below the heading above it."""
    html = item.block.render(context=context.flatten())
    return mark_safe(re.sub(r"(</?h)3\b", rf"\g<1>{item.level}", html))
