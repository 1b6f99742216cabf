"""Editions of progress reports under their own address, and as PDF."""

import logging

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.queries import public
from programmes import domain
from programmes.models import ProgressReportPage, ReportEdition
from programmes.reporting import pdf, showing

logger = logging.getLogger(__name__)


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
    try:
        document = pdf.of(found)
    except pdf.NoPdf:
        logger.exception("The PDF of %s could not be made.", found)
        return render(request, "reports/no_pdf.html", {"edition": found}, status=503)
    name = f"{slugify(found.content['title'])}-{_('uitgave')}-{found.number}.pdf"
    return FileResponse(document, content_type="application/pdf", filename=name)


def _find(hash):
    """Return an edition of a report that everybody may see."""
    reports = public(ProgressReportPage.objects.all())
    editions = ReportEdition.objects.filter(report__in=reports.values("pk"))
    return get_object_or_404(editions.select_related("report"), hash__startswith=hash)
