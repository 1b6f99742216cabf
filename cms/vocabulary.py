"""The themes of the site as data."""

from django.http import HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from content import concepts


@require_safe
@conditional_page
@cache_control(public=True, no_cache=True)
def themes(request):
    """Give the themes as a vocabulary (SKOS, in Turtle)."""
    return HttpResponse(
        concepts.vocabulary().serialize(format="turtle"), content_type="text/turtle; charset=utf-8"
    )
