"""What templates may ask of communities and their events."""

from django import template

from community.structured import event_data
from content.templatetags.content import script_json

register = template.Library()


@register.simple_tag
def event_json(page):
    """Return an event as JSON-LD, safe to put in a script element."""
    return script_json(event_data(page))
