"""What templates may ask of experiences."""

from django import template

from community.experiences import queries, writing
from community.permissions import Viewer

register = template.Library()
register.filter("member_html", writing.html)
register.filter("plain", writing.plain)


@register.inclusion_tag("experiences/beside.html", takes_context=True)
def experiences_about(context, page):
    """Show the newest experiences with a page that this reader may read (fixed queries)."""
    request = context.get("request")
    if request is None or page.pk is None:
        return {}
    viewer = Viewer.of(request)
    return {"told": queries.about(viewer, page), "page": page}
