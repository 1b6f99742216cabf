"""Compares what two objects say, apart from their keys and the marks of their storage."""

from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Page

# The rest of what Wagtail keeps of a page is about its storage.
OF_EVERY_PAGE = ("title", "show_in_menus")


def says(instance):
    """Return what an object and its child records say; two that say the same are equal."""
    said = {field.name: _value(field, instance) for field in _fields(type(instance))}
    for name in child_models(type(instance)):
        said[name] = [says(child) for child in getattr(instance, name).all()]
    return said


def repeat(fresh, existing):
    """Make an existing object say what a fresh one says; the caller saves it."""
    for field in _fields(type(fresh)):
        value = getattr(fresh, field.name)
        if isinstance(field, ParentalManyToManyField):
            value = list(value.all())
        setattr(existing, field.name, value)
    for name in child_models(type(fresh)):
        setattr(existing, name, list(getattr(fresh, name).all()))


def child_models(model):
    """Return the models of the child records by the name they have on their parent."""
    if not issubclass(model, ClusterableModel):
        return {}
    return {
        relation.get_accessor_name(): relation.related_model
        for relation in get_all_child_relations(model)
        if relation.related_model._meta.app_label != "wagtailcore"
    }


def _fields(model):
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    return [field for field in fields if _is_said(field, issubclass(model, Page))]


def _is_said(field, of_page):
    if of_page and field.model is Page:
        return field.name in OF_EVERY_PAGE
    if field.many_to_many:
        return isinstance(field, ParentalManyToManyField)
    storage = field.primary_key or isinstance(field, ParentalKey) or field.name == "sort_order"
    return not storage


def _value(field, instance):
    if isinstance(field, ParentalManyToManyField):
        return {other.pk for other in getattr(instance, field.name).all()}
    if isinstance(field, StreamField):
        return _blocks(getattr(instance, field.name).get_prep_value())
    return getattr(instance, field.attname)


def _blocks(value):
    """Return the value of a stream without the keys that Wagtail gives every block."""
    return [(block["type"], _without_keys(block["value"])) for block in value]


def _without_keys(value):
    if isinstance(value, dict):
        if value.keys() == {"type", "value", "id"}:
            return _without_keys(value["value"])
        return {name: _without_keys(inner) for name, inner in value.items()}
    return [_without_keys(item) for item in value] if isinstance(value, list) else value
