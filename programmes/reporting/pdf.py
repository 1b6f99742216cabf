"""An edition as a tagged PDF (PDF/UA-1), made with WeasyPrint by a process of its own.

WeasyPrint needs Pango, which pip cannot install. Without it there is no PDF: `is_available` says
so, and pages tell the reader that printing is the way.
"""

import base64
import ctypes
import hashlib
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages
from django.template.loader import render_to_string

from programmes.reporting import showing

# Where the template finds style sheets; nobody asks the network for it.
ASSETS = "https://assets.invalid/"
SHEETS = ("css/tokens.css", "css/report.css")
TEMPLATE = "reports/pdf.html"
# The size of the words in a drawing, in pixels.
EM = 12
# In seconds.
PATIENCE = 120
# What WeasyPrint loads, as Linux, macOS and Windows call it.
PANGO = (
    ("libpango-1.0.so.0", "libpangoft2-1.0.so.0"),
    ("libpango-1.0.dylib", "libpangoft2-1.0.dylib"),
    ("libpango-1.0-0.dll", "libpangoft2-1.0-0.dll"),
)


class NoPdf(Exception):
    """A PDF could not be made; the message is for the log."""


@cache
def is_available():
    """Tell whether PDFs can be made here."""
    return any(all(map(_loads, libraries)) for libraries in PANGO)


def kept(edition):
    """Return the PDF of an edition, open for reading, or None when it has to be made.

    Another text, or another layout, gives another file.
    """
    name = _name(html_of(edition))
    return _storage().open(name) if _storage().exists(name) else None


def make(edition):
    """Make the PDF of an edition and keep it, or raise `NoPdf`; a long one takes a while."""
    html = html_of(edition)
    content = printed(html)
    if not _storage().exists(_name(html)):
        _storage().save(_name(html), ContentFile(content))


def html_of(edition):
    """Return the document that is printed."""
    return rendered(TEMPLATE, showing.edition_context(edition))


def rendered(template, context):
    """Return a document for paper: a template with the style sheets and the look of drawings."""
    sheets = [f"{ASSETS}{name}" for name in SHEETS]
    look = {"sheets": sheets, "site": settings, "drawing_style": drawing_style()}
    html = render_to_string(template, context | look)
    # In a drawing WeasyPrint counts an em now in one size and now in another.
    return re.sub(r'="([\d.]+)em"', lambda found: f'="{float(found[1]) * EM:.2f}"', html)


@cache
def drawing_style():
    """Return the rules for drawings with the colours filled in: here they read no variables."""
    light, _dark = _sheet("css/tokens.css").split("@media", 1)
    tokens = dict(re.findall(r"(--wk-[\w-]+):\s*([^;]+);", light))
    rules = re.findall(r"\.wk-(?:bars|houses)[^{}]*\{[^{}]*\}", _sheet("css/indicators.css"))
    filled = re.sub(r"var\((--wk-[\w-]+)\)", lambda found: tokens[found[1]], "\n".join(rules))
    # A drawing takes no size or font from the text around it.
    return f'{filled}\ntext {{ font-size: {EM}px; font-family: "Source Sans 3"; }}'


def printed(html):
    """Return a document as PDF, or raise `NoPdf`."""
    base_url = f"{settings.BASE_URL}/"
    files = {
        address: base64.b64encode(content).decode()
        for address, content in (*_assets(), *_pictures(html, base_url))
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "programmes.reporting.printer"],
            input=json.dumps({"html": html, "base_url": base_url, "files": files}).encode(),
            capture_output=True,
            cwd=settings.BASE_DIR,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired as error:
        raise NoPdf(f"Making the PDF took more than {PATIENCE} seconds.") from error
    if done.returncode:
        raise NoPdf(done.stderr.decode(errors="replace").strip())
    return done.stdout


def _storage():
    return storages["editions"]


def _name(html):
    return f"{hashlib.sha256(html.encode()).hexdigest()}.pdf"


def _assets():
    """Yield the style sheets, and what they name, with their addresses."""
    for name in SHEETS:
        text = _sheet(name)
        yield f"{ASSETS}{name}", text.encode()
        for named in re.findall(r'url\("([^"]+)"\)', text):
            address = urljoin(f"{ASSETS}{name}", named)
            # Where the fonts were not installed, another takes their place.
            if path := finders.find(address.removeprefix(ASSETS)):
                yield address, Path(path).read_bytes()


def _pictures(html, base_url):
    """Yield the pictures of our own that a document shows, with their addresses."""
    for source in dict.fromkeys(re.findall(r'<img[^>]* src="([^"]+)"', html)):
        if source.startswith(settings.MEDIA_URL):
            with default_storage.open(unquote(source.removeprefix(settings.MEDIA_URL))) as file:
                yield urljoin(base_url, source), file.read()


def _sheet(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")


def _loads(library):
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
