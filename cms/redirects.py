"""Addresses that lead to where something is shown."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cms.models import ThemePage
from content.models import Theme
from content.queries import public


@require_safe
def theme(request, slug):
    """Lead to the landing page of a theme, or to everything about it when it has none."""
    found = get_object_or_404(Theme, slug=slug)
    landing = public(ThemePage.objects.filter(theme=found)).first()
    if landing:
        return redirect(landing.get_url(request))
    return redirect(f"{reverse('search')}?{urlencode({'thema': found.slug})}")
