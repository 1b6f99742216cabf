"""Having the PDF of an edition made without anybody waiting for it."""

from programmes.reporting import making, pdf

COMMAND = "report_pdf"


def begin(edition):
    """Begin to make a PDF, unless somebody is at it; return False when that failed just now."""
    return making.begin(_marks(edition), lambda: work(edition), COMMAND, edition.hash[:16])


def work(edition):
    """Make a PDF now; return whether that went well, and log what did not."""
    return making.attempt(_marks(edition), lambda: pdf.make(edition), edition)


def _marks(edition):
    return making.Marks("editions", edition.hash)
