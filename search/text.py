"""The running text of a page, whatever its type: every field a reader can read."""

from functools import cache

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from content.models import Area
from indicators.models import IndicatorSnapshot

# Said elsewhere in the document, the same on every page, or not meant to be found by.
LEFT_OUT = {"summary", "sources", "slug", "hash"}
# Links to themes and areas have their own place in a document; the rest of Wagtail's own
# relations (comments, redirects) is no content.
NO_CONTENT = {"theme_links", "area_links", "wagtail_admin_comments", "view_restrictions"}
# What else the name of something is made of.
NAMED_AFTER = {Area: ("parent",), IndicatorSnapshot: ("indicator", "area")}


def of_page(page):
    """Return all the text of a page and of the records that hang on it, without its title."""
    parts = [_text(page, field) for field in _own_fields(type(page))]
    parts += [of_record(record) for record in records(page)]
    return "\n".join(part for part in parts if part)


def records(page):
    """Return the child records of a page: lessons, partners, milestones."""
    return [record for name in child_relations(type(page)) for record in getattr(page, name).all()]


@cache
def child_relations(model):
    """Return the child relations that hold content, by name."""
    relations = {found.get_accessor_name(): found for found in get_all_child_relations(model)}
    return {name: found for name, found in relations.items() if name not in NO_CONTENT}


@cache
def terms(model):
    """Return the fields of a type of page that hold terms, many at once."""
    return [field for field in model._meta.many_to_many if field.model is model]


@cache
def told_with(model):
    """Return the paths to read together with child records: what their names are made of."""
    return [path for field in _references(model) for path in _along(field)]


def _along(field):
    more = NAMED_AFTER.get(field.related_model, ())
    return [field.name, *(f"{field.name}__{path}" for path in more)]


def of_record(record):
    """Return the text of a child record, the names of the terms it refers to included.

    Not those of pages: they may be hidden while this record is not.
    """
    names = [str(getattr(record, field.name) or "") for field in _references(type(record))]
    parts = [*names, *(_text(record, field) for field in _own_fields(type(record)))]
    return " ".join(part for part in parts if part)


@cache
def _own_fields(model):
    return [field for field in model._meta.get_fields() if _is_own(field)]


def _is_own(field):
    return (
        isinstance(field, (models.CharField, models.TextField, RichTextField, StreamField))
        and field.model is not Page
        and not isinstance(field, (models.EmailField, models.URLField))
        and not field.choices
        and field.name not in LEFT_OUT
    )


@cache
def _references(model):
    return [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and not issubclass(field.related_model, Page)
    ]


def _text(instance, field):
    value = getattr(instance, field.name)
    if isinstance(field, RichTextField):
        return get_text_for_indexing(value)
    if isinstance(field, StreamField):
        return " ".join(field.stream_block.get_searchable_content(value))
    return str(value or "")
