"""Turns the values of a content file into the values of model fields."""

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField

from cms.demo.markup import html
from content.models import Area, AreaLink, Theme, ThemeLink

RENAMED = {"themes": "theme_links", "areas": "area_links"}


def fill(instance, data, references):
    """Set every field and child record of an object that is not saved yet."""
    children = {relation.get_accessor_name(): relation for relation in _children(instance)}
    for name, value in data.items():
        if name == "position":
            continue
        accessor = RENAMED.get(name, name)
        if name == "themes":
            instance.theme_links = _links(ThemeLink, "theme", Theme, value, references)
        elif name == "areas":
            instance.area_links = _links(AreaLink, "area", Area, value, references)
        elif accessor in children:
            model = children[accessor].related_model
            setattr(instance, accessor, _records(model, value, references))
        else:
            setattr(instance, name, _value(instance._meta.get_field(name), value, references))
    return instance


def _children(instance):
    try:
        return get_all_child_relations(type(instance))
    except AttributeError:
        return []


def _links(model, name, target, keys, references):
    return [
        model(sort_order=number, **{name: references.get(target, key)})
        for number, key in enumerate(keys)
    ]


def _records(model, rows, references):
    return [fill(model(sort_order=number), row, references) for number, row in enumerate(rows)]


def _value(field, value, references):
    if isinstance(field, RichTextField):
        return html(value)
    if isinstance(field, StreamField):
        return _stream(field, value, references)
    if isinstance(field, ParentalManyToManyField):
        return [references.get(field.related_model, key) for key in value]
    if isinstance(field, models.ForeignKey):
        return references.get(field.related_model, value)
    return " ".join(value.split()) if isinstance(field, models.TextField) else value


def _stream(field, items, references):
    if field.name == "sources":
        return [("source", _source(item, references)) for item in items]
    blocks = field.stream_block.child_blocks
    if len(blocks) > 1:
        return [_story_block(item) for item in items]
    (name,) = blocks
    return [(name, {"text": item} if isinstance(item, str) else item) for item in items]


def _source(item, references):
    source = dict(references.sources[item["key"]])
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
