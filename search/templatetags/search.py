"""What templates may ask of search."""

from django import template

from search.facets import TYPE_LABELS

register = template.Library()


@register.simple_tag
def type_label(value):
    """Return the type of a hit in words."""
    return TYPE_LABELS.get(value, value)
