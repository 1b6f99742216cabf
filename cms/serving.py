"""Finds the page at an address, in one question that also asks whether somebody may see it.

Wagtail walks from page to page and asks at the end who may see the last: how long that takes tells
that there is something. Here a page that is closed is not found, as one that does not exist.
"""

from django.http import Http404
from wagtail.models import Page, Site
from wagtail.views import serve

from content.queries import may_be_asked_for

# What hangs on the page of an event, and has no page of its own.
CALENDAR = "agenda.ics"


def page(request, path):
    """Answer with the page at an address, when whoever asks may see it or give its password."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    place = site.root_page.url_path + path.removesuffix(CALENDAR)
    found = Page.objects.filter(may_be_asked_for(request.user), url_path=place).first()
    if found is None:
        raise Http404
    below = [CALENDAR] if path.endswith(CALENDAR) else []
    # Where Wagtail keeps the page that it found for a request.
    request._wagtail_route_for_request = found.specific.route(request, below)
    return serve(request, path)
