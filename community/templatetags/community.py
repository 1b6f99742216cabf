"""What templates may ask of communities and their events."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.safestring import mark_safe

from community.structured import event_data

register = template.Library()

# A closing tag inside a text would end the script element.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def event_json(page):
    """Return an event as JSON-LD, safe to put in a script element."""
    return mark_safe(json.dumps(event_data(page), cls=DjangoJSONEncoder).translate(ESCAPES))
