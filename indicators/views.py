"""The list of indicators, the file of each, and snapshots under their own address."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indicators import cautions, domain, exports, queries
from indicators.models import Indicator


@require_safe
def indicators(request):
    """List every indicator under its theme."""
    return render(
        request,
        "indicators/list.html",
        {"title": _("Cijfers over wijken"), "themes": queries.indicators_by_theme()},
    )


@require_safe
def indicator_csv(request, code):
    """Give the table of an indicator page as a file."""
    found = get_object_or_404(Indicator, code=code)
    text = exports.of_grid(queries.indicator_overview(found)["grid"])
    return HttpResponse(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{found.code}.csv"'},
    )


@require_safe
def snapshot(request, hash):
    """Show a snapshot under the address by which it is cited, with newer figures beside it."""
    found = get_object_or_404(
        queries.snapshots(),
        hash__startswith=hash,
    )
    return render(
        request,
        "indicators/snapshot.html",
        {
            "title": f"{found.indicator.name}, {found.area.full_name}",
            "trail": [
                {"title": _("Cijfers over wijken"), "url": reverse("indicators")},
                {"title": found.indicator.name, "url": found.indicator.get_absolute_url()},
            ],
            "snapshot": found,
            "newer": queries.newer_figures([found]),
            "cautions": cautions.of([found]),
            "renamed": domain.statement(found) != found.statement,
        },
    )
