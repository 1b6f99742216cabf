"""Plans as files, for the owner and for who has the link: each with their own rights."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plans import permissions, queries
from plans.asking import for_members, own_plan
from plans.exporting import contents, opendocument, printing, spreadsheets, word
from plans.sharing_views import discreet
from programmes.reporting import pdf

OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What is written while a visitor waits: it takes a moment.
WRITERS = {
    "docx": (OFFICE, word.written),
    "odt": ("application/vnd.oasis.opendocument.text", opendocument.written),
    "csv": ("text/csv; charset=utf-8", spreadsheets.written),
}
# After so long somebody who waits for a PDF asks again.
SECONDS_TO_WAIT = 3


@require_safe
@for_members
def own(request, key, form):
    """Give the owner a plan as a file."""
    plan = own_plan(request, key)
    told = contents.of(plan, queries.entries(plan, request))
    return _file(request, plan, told, form, plan.get_absolute_url())


@require_safe
@never_cache
def shared(request, token, form):
    """Give who has the link what they may see of a plan, as a file."""
    plan = get_object_or_404(permissions.shared(token))
    told = contents.of(plan, queries.readable(plan, request))
    return discreet(_file(request, plan, told, form, plan.shared_url))


def _file(request, plan, told, form, back):
    if form == "pdf":
        return _pdf(request, plan, told, back)
    kind, write = WRITERS[form]
    return _sent(write(told), kind, plan, form)


def _pdf(request, plan, told, back):
    if not pdf.is_available():
        raise Http404("PDFs cannot be made here.")
    html = printing.html_of(told)
    content = printing.kept(plan, html)
    if content is None:
        if not printing.begin(plan, html):
            return _page(request, "plans/no_pdf.html", _("De PDF is er nu niet"), back, 503)
        content = printing.kept(plan, html)
    if content is None:
        answer = _page(request, "plans/making_pdf.html", _("De PDF wordt gemaakt"), back, 202)
        answer["Refresh"] = answer["Retry-After"] = str(SECONDS_TO_WAIT)
        return answer
    return _sent(content, "application/pdf", plan, "pdf")


def _page(request, template, title, back, status):
    return render(request, template, {"title": title, "back": back}, status=status)


def _sent(content, kind, plan, form):
    name = f"{slugify(plan.title) or 'plan'}.{form}"
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
