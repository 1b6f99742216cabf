"""The areas: the list with its map, and the profile of each."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import areas as queries
from content.models import Area
from content.outlines import ATTRIBUTION

# No name of a neighbourhood with its municipality is longer.
LONGEST = 250


@require_safe
def areas(request):
    """Show the areas, or those whose name holds what is asked."""
    words = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST]
    context = {
        "title": _("Wijken en gemeenten"),
        "words": words,
        "attribution": ATTRIBUTION,
        **queries.area_list(words),
    }
    return render(request, "areas/list.html", context)


@require_safe
def area(request, slug):
    """Show what is known of an area and what happens there."""
    read = Area.objects.select_related("parent").prefetch_related("designations", "cbs_codes")
    found = get_object_or_404(read, slug=slug)
    context = {
        "title": found.full_name,
        "area": found,
        "trail": _trail(found),
        "attribution": ATTRIBUTION,
        **queries.area_profile(found),
    }
    return render(request, "areas/area.html", context)


def _trail(area):
    steps = [{"title": _("Gebieden"), "url": reverse("areas")}]
    if area.kind == Area.Kind.NEIGHBOURHOOD and area.parent:
        steps.append({"title": area.parent.name, "url": area.parent.get_absolute_url()})
    return steps
