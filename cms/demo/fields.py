"""Turns the values of a content file into the values of model fields."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField

from cms.demo.markup import html
from cms.demo.saying import child_models

# How a file says which themes and areas a page is about: field of the page, field of the link.
LINKS = {"themes": ("theme_links", "theme"), "areas": ("area_links", "area")}


def fill(instance, data, references):
    """Set every field and child record of an object that is not saved yet."""
    children = child_models(type(instance))
    for name, value in data.items():
        if name in LINKS and LINKS[name][0] in children:
            name, link = LINKS[name]
            value = [{link: key} for key in value]
        if name in children:
            setattr(instance, name, _records(children[name], value, references))
        else:
            setattr(instance, name, _value(instance._meta.get_field(name), value, references))
    return instance


def _records(model, rows, references):
    return [fill(model(sort_order=number), row, references) for number, row in enumerate(rows)]


def _value(field, value, references):
    if isinstance(field, RichTextField):
        return html(value)
    if isinstance(field, StreamField):
        return _stream(field, value, references)
    if isinstance(field, ParentalManyToManyField):
        return [references.get(field.related_model, key) for key in value]
    if field.null and value == "":
        return None
    if isinstance(field, models.ForeignKey):
        return references.get(field.related_model, value)
    if isinstance(field, models.TextField):
        # A file breaks long lines; the site does not.
        return " ".join(value.split())
    return field.to_python(value)


def _stream(field, items, references):
    if field.name == "sources":
        return [("source", _source(item, references)) for item in items]
    blocks = field.stream_block.child_blocks
    if len(blocks) > 1:
        return [_story_block(item) for item in items]
    ((name, block),) = blocks.items()
    if isinstance(block, DocumentChooserBlock):
        return [(name, references.get(get_document_model(), key)) for key in items]
    return [(name, {"text": item} if isinstance(item, str) else item) for item in items]


def _source(item, references):
    source = references.source(item["key"])
    return source | {name: value for name, value in item.items() if name != "key"}


def _story_block(item):
    ((name, value),) = item.items()
    if name == "text":
        return name, html(value)
    return name, _table(value) if name == "table" else value


def _table(value):
    return {
        "data": [value["header"], *value["rows"]],
        "table_caption": value["caption"],
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }
