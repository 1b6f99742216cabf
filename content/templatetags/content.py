"""What templates of every app may ask of the shared content."""

from django import template
from django.utils.safestring import mark_safe

from content import covers

register = template.Library()


@register.simple_tag
def cover(page, size="wide"):
    """Return the cover of a page: its own picture, or a street drawn for its theme."""
    return mark_safe(covers.cover(page, size))


@register.simple_tag(takes_context=True)
def trail(context, page):
    """Return the pages above a page, from the home page down (one query)."""
    request = context.get("request")
    ancestors = page.get_ancestors().filter(depth__gt=1).order_by("depth")
    return [{"title": above.title, "url": above.get_url(request)} for above in ancestors]
