"""The page of an indicator."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import uses
from indicators import queries
from indicators.exploring import choice
from indicators.models import Indicator
from indicators.opendata import entries


@require_safe
def indicator(request, code):
    """Show what an indicator is, its figures, what reports counted, and which pages use it."""
    found = get_object_or_404(Indicator.objects.select_related("theme", "publisher"), code=code)
    overview = queries.indicator_overview(found)
    group = overview["counted"][0].area if overview["counted"] else None
    context = {
        "title": found.name,
        "indicator": found,
        "trail": [{"title": _("Cijfers over wijken"), "url": reverse("indicators")}],
        "entry": entries.of_page(found, overview),
        "choice": choice.of_grid(overview["grid"], group),
        "uses": uses.of_indicator(found),
    }
    return render(request, "indicators/indicator.html", context | overview)
