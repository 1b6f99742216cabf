"""The explorer as a page, as files, and bare to stand in a frame of another site."""

from csp.decorators import csp_replace
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from indicators.exploring import choice, drawing, files
from indicators.exploring.answering import explore

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def page(request):
    """Show a choice, as a page or as the part of it that changes."""
    drawn = drawing.of(*choice.parse(request.GET))
    part = request.htmx and not request.htmx.history_restore_request
    template = "indicators/exploring/part.html" if part else "indicators/exploring/page.html"
    context = {"title": drawn.title, "drawn": drawn}
    context["trail"] = [{"title": _("Cijfers over wijken"), "url": reverse("indicators")}]
    response = render(request, template, context, status=drawn.status_code)
    # The same address gives a page or a part of it: caches must keep them apart.
    response["Vary"] = ", ".join(filter(None, [response.get("Vary"), "HX-Request"]))
    return response


@require_safe
def with_slash(request):
    """Lead to the explorer with the same choice, for good."""
    asked = choice.parse(request.GET)[0].as_querystring()
    return redirect(f"{reverse('explore')}{asked and '?'}{asked}", permanent=True)


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@require_safe
def embed(request):
    """Show the chart and the table of a choice alone, for other sites to put in a frame."""
    found = _explored(request)
    context = drawing.shown(found) | {"title": drawing.title(found)}
    template = "indicators/exploring/embed.html"
    return render(request, template, context, status=found.status_code)


@require_safe
def as_csv(request):
    """Give what is on screen as a table."""
    found = _explored(request)
    return _told(found) or _file(files.as_csv(found), "text/csv; charset=utf-8", found, "csv")


@require_safe
def as_xlsx(request):
    """Give what is on screen as a workbook."""
    found = _explored(request)
    return _told(found) or _file(files.as_xlsx(found), XLSX, found, "xlsx")


@require_safe
def as_json(request):
    """Give what is on screen as JSON."""
    found = _explored(request)
    text = {"ensure_ascii": False}
    return JsonResponse(files.as_json(found), status=found.status_code, json_dumps_params=text)


def _explored(request):
    return explore(*choice.parse(request.GET))


def _told(found):
    """Return in words why there is no file, or None: a table has no place for that."""
    lines, status = [problem.message for problem in found.problems], 400
    if not lines and found.table is None:
        lines = [_("Kies eerst een cijfer, en een groep of gebieden.")]
    elif not lines and not found.has_figures:
        lines, status = [_("Van deze keuze zijn er geen cijfers.")], 404
    if not lines:
        return None
    return HttpResponse(
        "\n".join([*lines, ""]), status=status, content_type="text/plain; charset=utf-8"
    )


def _file(content, kind, found, extension):
    name = f"{found.chosen.indicator.code}.{extension}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
