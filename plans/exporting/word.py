"""A plan as DOCX: headings, tables with a heading row, and Dutch as its language."""

import io

import docx
from django.conf import settings
from django.utils.translation import gettext as _
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LANGUAGE = "nl-NL"


def written(contents):
    """Return a plan as a document for a word processor."""
    document = docx.Document()
    _describe(document, contents)
    document.add_heading(contents.title, level=1)
    _paragraphs(document, contents.introduction)
    document.add_paragraph(contents.about)
    for part in contents.parts:
        _write(document, part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document, contents):
    told = document.core_properties
    told.title, told.author, told.language = contents.title, contents.name, LANGUAGE
    told.comments, told.last_modified_by = "", ""
    told.keywords, told.subject = "", settings.WAGTAIL_SITE_NAME
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)


def _write(document, part):
    document.add_heading(f"{part.number}. {part.title}", level=2)
    if part.label:
        document.add_paragraph(part.label, style="Subtitle")
    _paragraphs(document, part.summary)
    if part.table:
        document.add_paragraph(part.sentence)
        _table(document, part.table)
    for caution in part.cautions:
        document.add_paragraph(caution)
    if part.note:
        document.add_heading(_("Aantekening"), level=3)
        _paragraphs(document, part.note)
    if part.address:
        _link(document.add_paragraph(f"{_('Adres')}: "), part.address)
    if part.sources:
        document.add_heading(_("Bronnen"), level=3)
        for source in part.sources:
            document.add_paragraph(source, style="List Bullet")


def _paragraphs(document, text):
    for paragraph in filter(None, text.split("\n")):
        document.add_paragraph(paragraph)


def _table(document, told):
    document.add_paragraph(told.caption, style="Caption").paragraph_format.keep_with_next = True
    table = document.add_table(rows=0, cols=len(told.header), style="Table Grid")
    for texts in (told.header, *told.rows):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    for cell in table.rows[0].cells:
        cell.paragraphs[0].runs[0].bold = True
    # A reader says the heading with each cell, and it stands on every page of the table.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    described = OxmlElement("w:tblDescription")
    described.set(qn("w:val"), told.caption)
    table._tbl.tblPr.append(described)


def _link(paragraph, address):
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), number)
    run = paragraph.add_run(address)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)
