"""What templates may ask of search."""

from django import template

from search import resemblance
from search.facets import TYPE_LABELS

register = template.Library()


@register.simple_tag
def type_label(value):
    """Return the type of a hit in words."""
    return TYPE_LABELS.get(value, value)


@register.inclusion_tag("search/resembling.html")
def resembling(page, *shown):
    """Show pages that resemble one; `shown` are the pages, and lists of pages, it names already."""
    return {"found": resemblance.resembling(page, list(_flat(shown)))}


def _flat(shown):
    for one in shown:
        if hasattr(one, "__iter__") and not isinstance(one, str):
            yield from one
        elif one:
            yield one
