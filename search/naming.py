"""What the keys of documents and figures are called, for editors who read of them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.permission_policies.pages import PagePermissionPolicy

from content.models import Area, Organisation
from indicators.models import Indicator
from search import keys

# The kinds of terms: what is in the key, and the name of their list in the admin.
TERMS = {
    keys.AREA: (Area, "code", "areas"),
    keys.INDICATOR: (Indicator, "code", "indicators"),
    keys.ORGANISATION: (Organisation, "slug", "organisations"),
}


@dataclass(frozen=True)
class Named:
    """What something is called, and where an editor mends it, if anywhere."""

    text: str
    url: str = ""


def named(wanted, editor):
    """Return what keys are called; what this editor may not see has no name.

    A query per kind, however many there are.
    """
    found = _pages(keys.numbers(wanted, keys.PAGE), editor)
    pairs = {*keys.pairs(wanted, keys.FIGURE), *keys.pairs(wanted, keys.SERIES)}
    more = {
        keys.INDICATOR: {indicator for indicator, _area in pairs},
        keys.AREA: {area for _indicator, area in pairs},
    }
    for kind in TERMS:
        found |= _terms(kind, {*keys.names(wanted, kind), *more.get(kind, ())})
    for indicator, area in pairs:
        told = found.get(keys.of_indicator(indicator)), found.get(keys.of_area(area))
        if all(told):
            text = _("Cijfers: %s, %s") % tuple(each.text for each in told)
            found[keys.of_figure(indicator, area)] = Named(text)
            found[keys.of_series(indicator, area)] = Named(text)
    return found


def _pages(numbers, editor):
    pages = PagePermissionPolicy().explorable_instances(editor).filter(pk__in=numbers, depth__gt=1)
    return {
        keys.of_page(page.pk): Named(
            page.get_admin_display_title(), reverse("wagtailadmin_pages:edit", args=[page.pk])
        )
        for page in pages
    }


def _terms(kind, values):
    model, field, place = TERMS[kind]
    terms = model.objects.filter(**{f"{field}__in": values})
    return {
        f"{kind}:{getattr(term, field)}": Named(str(term), reverse(f"{place}:edit", args=[term.pk]))
        for term in terms
    }
