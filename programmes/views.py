"""Editions of progress reports under their own address, and as PDF."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.queries import public
from programmes import domain
from programmes.models import ProgressReportPage, ReportEdition
from programmes.reporting import pdf, preparing, showing

# After so long somebody who waits for a PDF asks again.
SECONDS_TO_WAIT = 3


@require_safe
def edition(request, hash):
    """Show an edition as it was published, also when there is a later one."""
    found = _find(hash)
    context = showing.edition_context(found)
    return render(
        request,
        "reports/edition.html",
        context
        | {
            "title": found.content["title"],
            "statement": domain.statement(found.number, found.content),
            "has_pdf": pdf.is_available(),
        },
    )


@require_safe
def edition_pdf(request, hash):
    """Give an edition as PDF; where none can be made there is none."""
    found = _find(hash)
    if not pdf.is_available():
        raise Http404("PDFs cannot be made here.")
    document = pdf.kept(found)
    if document is None:
        if not preparing.begin(found):
            return render(request, "reports/no_pdf.html", _about(found), status=503)
        document = pdf.kept(found)
    if document is None:
        return _not_yet(request, found)
    name = f"{slugify(found.content['title'])}-{_('uitgave')}-{found.number}.pdf"
    return FileResponse(document, content_type="application/pdf", filename=name)


def _not_yet(request, edition):
    """Say that the PDF is being made; a browser asks again by itself."""
    answer = render(request, "reports/making_pdf.html", _about(edition), status=202)
    answer["Refresh"] = answer["Retry-After"] = str(SECONDS_TO_WAIT)
    return answer


def _about(edition):
    return {"edition": edition, "title": _("PDF")}


def _find(hash):
    """Return an edition of a report that everybody may see."""
    reports = public(ProgressReportPage.objects.all())
    editions = ReportEdition.objects.filter(report__in=reports.values("pk"))
    return get_object_or_404(editions.select_related("report"), hash__startswith=hash)
