"""Reads pages together with everything their documents tell, each record and each term once.

Django's own ways to read what hangs on a page make a query set for every page and relation, and
the same theme once for every page about it: half the time of a rebuild.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.apps import apps
from wagtail.models import Page

from content.models import Area, AreaLink, ThemeLink
from content.queries import listed
from search import text
from search.builders import details, trees


@dataclass(frozen=True)
class Known:
    """What the pages of a batch lie below."""

    themes: trees.Themes
    programmes: trees.Programmes

    @classmethod
    def load(cls):
        """Read the themes and the programmes."""
        return cls(trees.Themes.load(), trees.Programmes.load())


def pages(numbers, known):
    """Return the published pages that can be found among these numbers."""
    return [
        page
        for model, of_type in _by_model(numbers).items()
        for page in _read(model, of_type, known)
    ]


def _by_model(numbers):
    found = listed(details.findable(Page.objects.filter(pk__in=numbers)))
    by_model = defaultdict(list)
    types = found.values_list("pk", "content_type__app_label", "content_type__model")
    for number, app, name in types:
        by_model[apps.get_model(app, name)].append(number)
    return by_model


def _read(model, numbers, known):
    # What a page refers to is read for all pages together: many share one method.
    found = model.objects.filter(pk__in=numbers).select_related(None)
    found = list(found.prefetch_related(*_references(model)))
    for name, relation in text.child_relations(model).items():
        _hand_out(found, name, _records(relation, numbers))
    for field in text.terms(model):
        _hand_out(found, field.name, _terms(field, numbers))
    themes, areas = _themes(numbers, known), _areas(numbers)
    for page in found:
        # The cached properties of BasePage: what is set here is not read again.
        page.theme_list = themes[page.pk]
        page.area_list = areas[page.pk]
    return found


def _references(model):
    names = [
        field.name
        for field in model._meta.get_fields()
        if field.many_to_one and field.name in details.REFERENCES
    ]
    # A theme page is found by the other words for its theme.
    return [*names, "theme__alternative_labels"] if "theme" in names else names


def _hand_out(pages, name, records):
    for page in pages:
        setattr(page, name, records[page.pk])


def _records(relation, numbers):
    """Return the child records of pages, in their order, by page."""
    field, model = relation.field, relation.related_model
    chosen = model._default_manager.filter(**{f"{field.name}__in": numbers})
    found = defaultdict(list)
    for record in chosen.prefetch_related(*text.told_with(model)):
        found[getattr(record, field.attname)].append(record)
    return found


def _terms(field, numbers):
    """Return the terms that pages have in a field, by page."""
    page, term = field.m2m_field_name(), field.m2m_reverse_field_name()
    links = field.remote_field.through.objects.filter(**{f"{page}__in": numbers})
    return _linked(links.values_list(f"{page}_id", f"{term}_id"), field.related_model.objects)


def _themes(numbers, known):
    links = ThemeLink.objects.filter(page__in=numbers).order_by("sort_order", "pk")
    return _linked(links.values_list("page_id", "theme_id"), known.themes)


def _areas(numbers):
    links = AreaLink.objects.filter(page__in=numbers).order_by("sort_order", "pk")
    areas = Area.objects.select_related("parent")
    return _linked(links.values_list("page_id", "area_id"), areas)


def _linked(links, terms):
    """Return what is linked to pages, by page; `terms` is where it is read, once for all."""
    links = list(links)
    known = terms.in_bulk({term for _page, term in links})
    found = defaultdict(list)
    for page, term in links:
        # What came or went since the links were read brings the page here again.
        if term in known:
            found[page].append(known[term])
    return found
