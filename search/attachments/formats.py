"""Reads the text of a file. What kind it is, its content tells: a name says anything."""

import io
from itertools import islice

from search.attachments import archives
from search.attachments.limits import MOST_PAGES
from search.attachments.reasons import Reason, Unreadable

HEAD = 1024
# What old office files are, and new ones with a password.
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")
WITH_PASSWORD = "EncryptedPackage".encode("utf-16-le")
# What was removed, and what one writer said to another, is not in the text.
NOT_IN_TEXT = ("text:tracked-changes", "office:annotation")


def pieces(file):
    """Yield the text of an open file, piece by piece."""
    yield from READERS[_kind(file)](file)


def _kind(file):
    head = file.read(HEAD)
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith(COMPOUND):
        raise Unreadable(_why_compound(file))
    kind = archives.kind(file) if head.startswith(b"PK") else None
    if kind is None:
        raise Unreadable(Reason.OTHER_KIND)
    file.seek(0)
    return kind


def _why_compound(file):
    file.seek(0)
    return Reason.PROTECTED if WITH_PASSWORD in file.read() else Reason.OTHER_KIND


def _pdf(file):
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    reader = PdfReader(file)
    try:
        # Many files may be read by all and only not be changed: those have an empty password.
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable(Reason.PROTECTED)
        for page in islice(reader.pages, MOST_PAGES):
            yield page.extract_text()
    except (DependencyError, FileNotDecryptedError) as error:
        raise Unreadable(Reason.PROTECTED) from error


def _docx(file):
    from docx import Document
    from docx.oxml.ns import qn

    body = Document(file).element.body
    for paragraph in body.iter(qn("w:p")):
        # A text box lies in a paragraph and has paragraphs of its own.
        texts = (run.text for run in paragraph.iter(qn("w:t")) if _of(run, paragraph, qn("w:p")))
        yield "".join(text or "" for text in texts)


def _of(run, paragraph, tag):
    return next(run.iterancestors(tag)) is paragraph


def _pptx(file):
    from pptx import Presentation

    for slide in islice(Presentation(file).slides, MOST_PAGES):
        yield from _shapes(slide.shapes)
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
            yield slide.notes_slide.notes_text_frame.text


def _shapes(shapes):
    for shape in shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False) and shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)


def _odf(file):
    from odfdo import Document

    body = Document(io.BytesIO(file.read())).body
    for name in NOT_IN_TEXT:
        for element in body.get_elements(f"descendant::{name}"):
            element.delete(keep_tail=True)
    for paragraph in body.get_elements("descendant::text:p|descendant::text:h"):
        yield paragraph.inner_text


READERS = {"pdf": _pdf, "docx": _docx, "pptx": _pptx, "odf": _odf}
