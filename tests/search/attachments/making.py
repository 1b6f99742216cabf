"""Makes real files, with the libraries that read them or byte by byte."""

import io
import zipfile

import docx
import odfdo
import pptx
from django.core.files.base import ContentFile
from docx.oxml import OxmlElement
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject
from wagtail.documents import get_document_model

FONT = DictionaryObject(
    {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
        NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
    }
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages, password=None, owner=None):
    """Return a PDF with a line of text per page."""
    writer = PdfWriter()
    for text in pages:
        _fill(writer.add_blank_page(300, 300), text)
    if password is not None:
        writer.encrypt(password, owner, algorithm="RC4-128")
    return _bytes(writer.write)


def _fill(page, text):
    drawn = f"BT /F1 12 Tf 20 250 Td ({text}) Tj ET" if text else "0 0 100 100 re f"
    stream = DecodedStreamObject()
    stream.set_data(drawn.encode("cp1252"))
    page[NameObject("/Contents")] = stream
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): FONT})}
    )


def word_file(*paragraphs, table=(), deleted=""):
    """Return a DOCX."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for row in table:
        cells = document.add_table(rows=1, cols=len(row)).rows[0].cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    if deleted:
        run = OxmlElement("w:delText")
        run.text = deleted
        document.paragraphs[0]._p.append(run)
    return _bytes(document.save)


def slides(*titles, notes="", table=()):
    """Return a PPTX."""
    show = pptx.Presentation()
    for title in titles:
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = title
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    if table:
        grid = slide.shapes.add_table(1, len(table), 0, 0, 100, 100).table
        for cell, text in zip(grid.rows[0].cells, table, strict=True):
            cell.text = text
    group = slide.shapes.add_group_shape().shapes.add_textbox(0, 0, 100, 100)
    group.text_frame.text = "in een groep"
    return _bytes(show.save)


def open_document(*paragraphs, kind="text", removed=""):
    """Return an ODT, or another kind of OpenDocument file."""
    document = odfdo.Document(kind)
    document.body.clear()
    for text in paragraphs:
        document.body.append(odfdo.Paragraph(text))
    if removed:
        tracked = odfdo.Element.from_tag("text:tracked-changes")
        tracked.append(odfdo.Paragraph(removed))
        document.body.insert(tracked, position=0)
    return _bytes(document.save)


def changed(archive, name, content):
    """Return an office file of which one part is something else."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    return target.getvalue()


def packed(**parts):
    """Return an archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def word_with(markup):
    """Return a DOCX whose text is this markup."""
    return changed(word_file("x"), "word/document.xml", markup)


def many_pages(number):
    """Return a PDF of many empty pages, the first of which has text."""
    writer = PdfWriter()
    page = PdfReader(io.BytesIO(pdf("Moestuin"))).pages[0]
    writer.add_page(page)
    for _ in range(number - 1):
        writer.add_blank_page(10, 10)
    return _bytes(writer.write)


def document(content, name="gids.pdf", collection=None):
    """Return a document of Wagtail that holds this file."""
    where = {"collection": collection} if collection else {}
    return get_document_model().objects.create(
        title="Een gids", file=ContentFile(content, name=name), file_size=len(content), **where
    )


def _bytes(save):
    target = io.BytesIO()
    save(target)
    return target.getvalue()
