"""Turns the values of a content file into the values of model fields."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField

from cms.demo.markup import html
from cms.demo.reading import Mistake
from cms.demo.saying import child_models
from content.blocks import TableBlock

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
    children = field.stream_block.child_blocks
    if len(children) > 1:
        return [_one_of(children, item, references) for item in items]
    ((name, block),) = children.items()
    if isinstance(block, DocumentChooserBlock):
        return [(name, references.get(get_document_model(), key)) for key in items]
    return [(name, {"text": item} if isinstance(item, str) else item) for item in items]


def _source(item, references):
    source = references.source(item["key"])
    return source | {name: value for name, value in item.items() if name != "key"}


def _one_of(children, item, references):
    ((name, value),) = item.items()
    if name not in children:
        raise Mistake(f"There is no block {name!r}.")
    return name, _block(children[name], value, references)


def _block(block, value, references):
    """Return the value of a block; what it refers to stands in a file by its slug or code."""
    if isinstance(block, blocks.RichTextBlock):
        return html(value)
    if isinstance(block, TableBlock):
        return _table(value)
    if isinstance(block, blocks.ChooserBlock):
        return references.get(block.target_model, value) if value else None
    if isinstance(block, blocks.ListBlock):
        return [_block(block.child_block, item, references) for item in value]
    if isinstance(block, blocks.StructBlock):
        return _struct(block, value, references)
    return " ".join(value.split()) if isinstance(block, blocks.TextBlock) else value


def _struct(block, value, references):
    for name in value.keys() - block.child_blocks.keys():
        raise Mistake(f"There is no field {name!r} in a block of {block.label!r}.")
    return {
        name: _block(child, value[name], references) if name in value else child.get_default()
        for name, child in block.child_blocks.items()
    }


def _table(value):
    return {
        "data": [value["header"], *value["rows"]],
        "table_caption": value["caption"],
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }
