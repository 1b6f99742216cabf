"""What templates of every app may ask of following."""

from django import template
from django.urls import reverse
from django.utils.http import urlencode

register = template.Library()


@register.simple_tag
def follow_url(**named):
    """Return the address where one thing can be followed: `follow_url pagina=page.pk`."""
    return f"{reverse('follow')}?{urlencode(named)}"
