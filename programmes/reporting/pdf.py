"""An edition as a tagged PDF (PDF/UA-1), made with WeasyPrint.

WeasyPrint needs Pango, which pip cannot install. Without it there is no PDF: `is_available` says
so, and pages tell the reader that printing is the way. Nothing is fetched over the network while
a PDF is made: style sheets and fonts come from the project, pictures from its own storage.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.template.loader import render_to_string

from programmes.reporting import showing

# Where the template finds style sheets; only the fetcher below knows this address.
ASSETS = "https://assets.invalid/"
TEMPLATE = "reports/pdf.html"


@cache
def is_available():
    """Tell whether PDFs can be made here."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        # OSError is what a missing Pango raises.
        return False
    return True


def of(edition):
    """Return an edition as PDF, a file open for reading.

    What was made once is kept: making one takes seconds. Another text, or another layout,
    gives another file.
    """
    html = render_to_string(
        TEMPLATE,
        showing.edition_context(edition)
        | {"assets": ASSETS, "site": settings, "drawing_style": drawing_style()},
    )
    kept = storages["editions"]
    name = f"{hashlib.sha256(html.encode()).hexdigest()}.pdf"
    if not kept.exists(name):
        kept.save(name, ContentFile(_written(html)))
    return kept.open(name)


@cache
def drawing_style():
    """Return the rules for drawings with the colours filled in: here they read no variables."""
    tokens = dict(
        re.findall(r"(--wk-[\w-]+):\s*([^;]+);", _sheet("css/tokens.css").split("}\n\n@media")[0])
    )
    rules = re.findall(r"\.wk-(?:bars|houses)[^{}]*\{[^{}]*\}", _sheet("css/indicators.css"))
    filled = re.sub(r"var\((--wk-[\w-]+)\)", lambda found: tokens[found[1]], "\n".join(rules))
    return f'{filled}\ntext {{ font-family: "Source Sans 3"; }}'


def _sheet(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")


def _written(html):
    from weasyprint import HTML

    document = HTML(string=html, base_url=f"{settings.BASE_URL}/", url_fetcher=_fetcher())
    return document.write_pdf(pdf_variant="pdf/ua-1", pdf_tags=True)


def _fetcher():
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        """Reads style sheets, fonts and pictures of the site, and refuses everything else."""

        def fetch(self, url, headers=None):
            """Return one of our own files."""
            if url.startswith(ASSETS):
                path = finders.find(unquote(url.removeprefix(ASSETS)))
                if path:
                    with open(path, "rb") as file:
                        return URLFetcherResponse(url, file.read(), _type_of(path))
            if url.startswith(f"{settings.BASE_URL}{settings.MEDIA_URL}"):
                name = unquote(urlsplit(url).path.removeprefix(settings.MEDIA_URL))
                with default_storage.open(name) as file:
                    return URLFetcherResponse(url, file.read())
            raise ValueError(f"Not one of our own files: {url}")

    return OwnFiles()


def _type_of(path):
    return {"Content-Type": "text/css"} if str(path).endswith(".css") else {}
