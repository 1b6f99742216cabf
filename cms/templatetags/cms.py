"""What only the pages of the site itself show."""

from django import template
from django.utils.safestring import mark_safe

from content import covers

register = template.Library()


@register.simple_tag
def panorama():
    """Return the street of the home page."""
    return mark_safe(covers.panorama("wat werkt in de wijken"))
