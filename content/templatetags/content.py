"""What templates of every app may ask of the shared content."""

import json

from django import template
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import mark_safe

from content import covers
from content.queries import is_listed

register = template.Library()

# The tree of Wagtail: a root that nobody sees, the home page below it, the sections below that.
HOME_DEPTH = 2
# A closing tag inside a text would end the script element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def cover(page, size="wide"):
    """Return the cover of a page: its own picture, or a street drawn for its theme."""
    return mark_safe(covers.cover(page, size))


@register.simple_tag(takes_context=True)
def trail(context):
    """Return the way back up: for a page those above it, for a view home and its `trail`.

    A view without a `title` has no place of its own. A page above that is not published is left
    out. Wagtail reads the pages above on its way to a page and keeps them: this reads none again.
    """
    page = context.get("page")
    if not page:
        home = {"title": settings.WAGTAIL_SITE_NAME, "url": "/"}
        return [home, *context.get("trail", [])] if context.get("title") else []
    request = context.get("request")
    published = [above for above in _above(page) if is_listed(above)]
    return [{"title": above.title, "url": above.get_url(request)} for above in published]


@register.filter
def script_json(data):
    """Return data as JSON that is safe to put in a script element."""
    return mark_safe(json.dumps(data, cls=DjangoJSONEncoder).translate(ESCAPES))


def _above(page):
    """Return the pages above a page, from the home page down."""
    if not page.depth or page.depth <= HOME_DEPTH:
        return []
    parent = page.get_parent()
    return [*_above(parent), parent]
