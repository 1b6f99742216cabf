"""A plan as ODT: headings, tables with a heading row, and Dutch as its language."""

import io
from datetime import datetime, time

from django.utils.translation import gettext as _
from odfdo import Cell, Document, Element, Header, HeaderRows, Link, List, ListItem, Paragraph, Row

LANGUAGE = "nl-NL"
HEADING = "Heading_20_{}"


def written(contents):
    """Return a plan as a document for a word processor."""
    document = Document("text")
    _describe(document, contents)
    body = document.body
    body.clear()
    body.append(_heading(1, contents.title))
    _paragraphs(body, contents.introduction)
    body.append(_paragraph(contents.about))
    for part in contents.parts:
        _write(body, part)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _describe(document, contents):
    document.set_language(LANGUAGE)
    told = document.meta
    told.title = contents.title
    told.creation_date = told.date = datetime.combine(contents.read_on, time())
    if contents.name:
        told.initial_creator = told.creator = contents.name


def _write(body, part):
    body.append(_heading(2, f"{part.number}. {part.title}"))
    if part.label:
        body.append(_paragraph(part.label))
    _paragraphs(body, part.summary)
    if part.table:
        body.append(_paragraph(part.sentence))
        body.append(Paragraph(part.table.caption, style="Caption", formatted=False))
        body.append(_table(part))
    for caution in part.cautions:
        body.append(_paragraph(caution))
    if part.note:
        body.append(_heading(3, _("Aantekening")))
        _paragraphs(body, part.note)
    if part.address:
        line = _paragraph(f"{_('Adres')}: ")
        line.append(Link(part.address, text=part.address))
        body.append(line)
    if part.sources:
        body.append(_heading(3, _("Bronnen")))
        sources = List()
        for source in part.sources:
            item = ListItem()
            item.append(_paragraph(source))
            sources.append(item)
        body.append(sources)


def _heading(level, text):
    return Header(level, text, style=HEADING.format(level), formatted=False)


def _paragraph(text):
    return Paragraph(text, style="Text_20_body", formatted=False)


def _paragraphs(body, text):
    for paragraph in filter(None, text.split("\n")):
        body.append(_paragraph(paragraph))


def _table(part):
    """Return a table whose first row is its heading: odfdo makes none of its own accord."""
    table = Element.from_tag("table:table")
    table.set_attribute("table:name", f"{part.number}. {part.table.caption}")
    columns = Element.from_tag("table:table-column")
    columns.set_attribute("table:number-columns-repeated", str(len(part.table.header)))
    table.append(columns)
    heading = HeaderRows()
    heading.append(_row(part.table.header))
    table.append(heading)
    for texts in part.table.rows:
        table.append(_row(texts))
    return table


def _row(texts):
    row = Row()
    for text in texts:
        cell = Cell()
        cell.append(_paragraph(text))
        cell.type = "string"
        row.append(cell)
    return row
