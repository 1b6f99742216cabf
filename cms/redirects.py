"""Addresses that lead to where something is shown: to those who may see it there."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from cms.models import ThemePage
from content.closing import passes
from content.models import Theme
from content.queries import is_listed, public


@require_safe
def theme(request, slug):
    """Lead to the landing page of a theme, or to everything about it when it has none."""
    found = get_object_or_404(Theme, slug=slug)
    landing = public(ThemePage.objects.filter(theme=found)).first()
    if landing:
        return redirect(landing.get_url(request))
    return redirect(f"{reverse('search')}?{urlencode({'thema': found.slug})}")


class GuardedRedirects(RedirectMiddleware):
    """Leads from old addresses to pages, but tells nobody of a page that this person may not see.

    Where such a page went, also its new title and what lies around it, stands in its address.
    """

    def process_response(self, request, response):
        """Lead on, unless that leads to a closed page, or to one that is no longer there."""
        answer = super().process_response(request, response)
        if answer is response or _may_know(request):
            return answer
        return response


def _may_know(request):
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    found = get_redirect(request, path) or get_redirect(request, path.partition("?")[0])
    page = found and found.redirect_page
    if not page:
        return True
    held = page.get_view_restrictions()
    return is_listed(page) and all(passes(restriction, request) for restriction in held)
