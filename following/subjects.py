"""What can be followed: read from an address, and told in words."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.models import Area, Theme
from following import permissions
from search import choices
from search.labels import Labels
from search.parsing import parse
from search.query import Sort, View

PAGE, THEME, AREA, SEARCH = "pagina", "thema", "gebied", "zoek"
# What fits in the number of a page.
LARGEST_NUMBER = 2**31


@dataclass(frozen=True)
class Subject:
    """Something to follow: its name in an address, the fields of a follow, and its words."""

    parameter: str
    value: str
    kind: str
    title: str
    url: str
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def querystring(self):
        """Return what names it in an address."""
        return urlencode({self.parameter: self.value})


class NothingAsked(Exception):
    """A search without a question cannot be followed."""


def named(user, parameters):
    """Return the subject that an address names, or raise Http404 for what may not be seen."""
    for parameter, find in _FINDERS.items():
        if parameter in parameters:
            return find(user, parameters[parameter])
    raise Http404


def of(follow, labels):
    """Return the subject of a follow that has been read with its page, theme and area.

    None is for a question of which nothing is left: every value that it chose is gone.
    """
    if follow.page_id:
        return of_page(follow.page)
    if follow.theme_id:
        return _of_theme(follow.theme)
    if follow.area_id:
        return _of_area(follow.area)
    try:
        return of_search(follow.search, labels)
    except NothingAsked:
        return None


def of_page(page):
    """Return a page as something to follow."""
    kind = str(page.specific_class._meta.verbose_name).capitalize()
    return Subject(PAGE, str(page.pk), kind, page.title, page.get_url(), {"page_id": page.pk})


def of_search(querystring, labels):
    """Return a question to search as something to follow, told in words."""
    query, _problems = parse(QueryDict(querystring))
    query, _problems = choices.without_unknown(query, labels)
    query = query.on_page(1).seen_as(View.LIST).sorted_by(Sort.RELEVANCE)
    if query.is_empty:
        raise NothingAsked
    value = query.querystring()
    fields = {"search": value, "search_hash": hashlib.sha256(value.encode()).hexdigest()}
    url = f"{reverse('search')}?{value}"
    return Subject(SEARCH, value, _("Zoekvraag"), in_words(query, labels), url, fields)


def in_words(query, labels):
    """Return a question as somebody would say it: the words, and each choice after its facet."""
    chosen = (f"{each['facet'].label}: {each['label']}" for each in _chosen(query, labels))
    words = [f"‘{query.text}’"] if query.text else []
    like = [_("Lijkt op: %(area)s") % {"area": query.like}] if query.like else []
    return " · ".join([*words, *chosen, *like])


def _chosen(query, labels):
    for each in choices.chosen(query, labels):
        facet = each["facet"]
        yield each if hasattr(facet, "label") else {**each, "facet": _Named(facet["label"])}


@dataclass(frozen=True)
class _Named:
    label: str


def _page(user, value):
    if not (value.isascii() and value.isdigit() and int(value[:11]) < LARGEST_NUMBER):
        raise Http404
    page = permissions.seen_by(user, Page.objects.filter(pk=value)).first()
    if page is None or not permissions.can_be_followed(page):
        raise Http404
    return of_page(page)


def _theme(user, value):
    found = Theme.objects.filter(slug=_known_to_nobody_if_strange(value)).first()
    if found is None:
        raise Http404
    return _of_theme(found)


def _area(user, value):
    slug = _known_to_nobody_if_strange(value)
    found = Area.objects.select_related("parent").filter(slug=slug).first()
    if found is None:
        raise Http404
    return _of_area(found)


def _search(user, value):
    return of_search(value, Labels())


def _of_theme(theme):
    url = theme.get_absolute_url()
    return Subject(THEME, theme.slug, _("Thema"), theme.label, url, {"theme_id": theme.pk})


def _of_area(area):
    url, kind = area.get_absolute_url(), area.get_kind_display()
    return Subject(AREA, area.slug, kind, area.full_name, url, {"area_id": area.pk})


def _known_to_nobody_if_strange(value):
    # PostgreSQL refuses to compare NUL.
    return value.replace("\x00", "\ufffd")[:200]


_FINDERS = {PAGE: _page, THEME: _theme, AREA: _area, SEARCH: _search}
