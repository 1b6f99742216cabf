"""What templates may ask of experiences.

Each tag shows those that this reader may read: one query when there are none, and six when there
are some.
"""

from django import template

from community.experiences import queries, writing
from community.permissions import Viewer

register = template.Library()
register.filter("member_html", writing.html)
register.filter("plain", writing.plain)


@register.inclusion_tag("experiences/beside.html", takes_context=True)
def experiences_about(context, page):
    """Show the newest experiences with a page, and invite to tell one."""
    if page.pk is None:
        return {}
    return _told(context, queries.about, page) | {"page": page}


@register.inclusion_tag("experiences/beside.html", takes_context=True)
def experiences_of_theme(context, theme):
    """Show the newest experiences about a theme, if there are any."""
    return _told(context, queries.of_theme, theme)


@register.inclusion_tag("experiences/beside.html", takes_context=True)
def experiences_in(context, area):
    """Show the newest experiences in an area, if there are any."""
    return _told(context, queries.in_area, area)


@register.inclusion_tag("experiences/beside.html", takes_context=True)
def experiences_of(context, community):
    """Show the newest experiences of a community, if there are any."""
    return _told(context, queries.of_community, community) | {"community": community}


def _told(context, read, subject):
    request = context.get("request")
    return {"told": read(Viewer.of(request), subject)} if request else {}
