"""A plan as PDF: made by a process of its own, kept for an hour, and gone with the plan.

The name of a file is made of all that stands in it. So who may see less gets another file, and
nobody gets one of which they may not see everything.
"""

import hashlib
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from programmes.reporting import making, pdf

COMMAND = "plan_pdf"
TEMPLATE = "plans/pdf.html"
STORAGE = "plans"
LASTS = timedelta(hours=1)
# Somebody who asks for one more waits for these: making one takes a processor.
MOST_AT_ONCE = 2


def html_of(contents):
    """Return the document that is printed."""
    return pdf.rendered(TEMPLATE, {"contents": contents})


def kept(plan, html):
    """Return the PDF of a document as bytes, or None when it has to be made."""
    name = f"{_name(plan, html)}.pdf"
    if not _storage().exists(name):
        return None
    with _storage().open(name) as file:
        return file.read()


def begin(plan, html):
    """Begin to make a PDF, or let it wait; return False when it failed just now."""
    _tidy()
    name = _name(plan, html)
    if _busy() >= MOST_AT_ONCE:
        return True
    if not _storage().exists(f"{name}.html"):
        _storage().save(f"{name}.html", ContentFile(html.encode()))
    return making.begin(_marks(name), lambda: work(name), COMMAND, name)


def work(name):
    """Make a PDF that was asked for; return whether that went well, and log what did not."""
    return making.attempt(_marks(name), lambda: _make(name), f"plan {name}")


def is_asked(name):
    """Tell whether the document waits from which a PDF is made."""
    return _storage().exists(f"{name}.html")


def forget(plan):
    """Remove every file that was made of a plan."""
    for name in _files():
        if name.startswith(f"{plan.key}-"):
            _storage().delete(name)


def _make(name):
    with _storage().open(f"{name}.html") as file:
        html = file.read().decode()
    try:
        _storage().save(f"{name}.pdf", ContentFile(pdf.printed(html)))
    finally:
        _storage().delete(f"{name}.html")


def _tidy():
    for name in _files():
        if _age(name) > LASTS:
            _storage().delete(name)


def _busy():
    end = f".{making.BUSY}"
    names = [name.removesuffix(end) for name in _files() if name.endswith(end)]
    return sum(_marks(name).hold(making.BUSY) for name in names)


def _age(name):
    try:
        return timezone.now() - _storage().get_modified_time(name)
    except FileNotFoundError:
        # Somebody else removed it meanwhile.
        return timedelta()


def _files():
    return _storage().listdir("")[1] if _storage().exists("") else []


def _name(plan, html):
    return f"{plan.key}-{hashlib.sha256(html.encode()).hexdigest()[:32]}"


def _marks(name):
    return making.Marks(STORAGE, name)


def _storage():
    return storages[STORAGE]
