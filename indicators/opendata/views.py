"""The catalogue of open data, as a page and as a file, and the measurements of an indicator."""

from itertools import groupby

from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.paging import Parts
from indicators.models import Indicator
from indicators.opendata import entries, licences, measurements, writing
from indicators.opendata.forms import CSV, JSON

# So many indicators are listed on a page; the files have all of them.
PER_PAGE = 50


@require_safe
def datasets(request):
    """Show which data there are, under which licence, and where to fetch them.

    A page number out of range gives the nearest.
    """
    found = Parts(entries.catalogue(), PER_PAGE).get_page(request.GET.get("pagina"))
    themes = groupby(found, key=lambda entry: entry.indicator.theme)
    return render(
        request,
        "indicators/datasets.html",
        {
            "title": _("Open data"),
            "entries": found,
            "themes": [(theme, list(within)) for theme, within in themes],
            "catalogue_licence": licences.CC0,
        },
    )


@require_safe
def catalogue_turtle(request):
    """Give the catalogue in Turtle."""
    return _catalogue(request, writing.as_turtle, "text/turtle; charset=utf-8")


@require_safe
def catalogue_json_ld(request):
    """Give the catalogue in JSON-LD."""
    return _catalogue(request, writing.as_json_ld, "application/ld+json")


@require_safe
def measurements_csv(request, code):
    """Give every measurement of an indicator as CSV."""
    return _measurements(request, code, measurements.as_csv, CSV)


@require_safe
def measurements_json(request, code):
    """Give every measurement of an indicator as JSON."""
    return _measurements(request, code, measurements.as_json, JSON)


def _catalogue(request, write, content_type):
    found = entries.catalogue()
    tag = writing.tag(write, found)
    return _unless_known(request, tag, lambda: write(found), content_type)


def _measurements(request, code, write, form):
    found = get_object_or_404(Indicator, code=code)
    tag = measurements.tag(write, found)
    response = _unless_known(request, tag, lambda: write(found), form.content_type)
    if response.status_code == 200:
        name = f"{found.code}-metingen.{form.suffix}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _unless_known(request, tag, parts, content_type):
    """Return what is asked for in parts, or 304 to whoever has this version of it."""
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = StreamingHttpResponse(parts(), content_type=content_type)
    response["ETag"] = tag
    patch_cache_control(response, public=True, no_cache=True)
    return response
