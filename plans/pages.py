"""Pages in a plan: practices, methods, research, learning material and whatever has content."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from wagtail.models import Page

from content.models import BasePage
from content.queries import public
from plans.things import Source, Thing
from search import keys
from search.visibility import Searcher

# The largest number that every database takes.
LARGEST = 2**31 - 1


def find(text, request):
    """Return the page with this number, if it can be collected and this visitor may see it."""
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number <= LARGEST:
        return None
    page = _readable([number], request).get(number)
    return page if isinstance(page, BasePage) else None


def shown(pages, request):
    """Return what this visitor may see of the pages with these numbers, by number.

    As many queries for one as for many, and one more for every type of page.
    """
    return {
        number: thing(page, request)
        for number, page in _readable(pages, request).items()
        if isinstance(page, BasePage)
    }


def named(numbers, user):
    """Return title and address of those that everybody may see, by number (one query)."""
    found = public(Page.objects.filter(pk__in=numbers))
    return {page.pk: (page.title, page.url) for page in found}


def thing(page, request):
    """Return a page as something in a plan."""
    return Thing(
        title=page.title,
        label=capfirst(page._meta.verbose_name),
        url=page.get_url(request),
        summary=page.summary,
        sources=(_itself(page), *map(_told, page.sources)),
    )


def _readable(numbers, request):
    visible = Searcher(request).visible([keys.of_page(number) for number in numbers])
    found = Page.objects.filter(pk__in=keys.numbers(visible, keys.PAGE)).specific()
    return {page.pk: page for page in found}


def _itself(page):
    """Return the page as a source; who made what it is about stands before the site."""
    maker = getattr(page, "author", "") or getattr(page, "authors", "")
    return Source(
        title=page.title,
        publisher=", ".join(filter(None, [maker, settings.WAGTAIL_SITE_NAME])),
        url=page.get_url(),
        detail=_changed(page),
    )


def _changed(page):
    if not page.last_published_at:
        return ""
    day = date_format(localtime(page.last_published_at), "j F Y")
    return _("Laatst gewijzigd op %(day)s") % {"day": day}


def _told(block):
    """Return a source that the page itself names."""
    told = block.value
    return Source(
        title=told["title"],
        publisher=told.get("publisher") or "",
        url=told.get("url") or "",
        detail=", ".join(str(told[name]) for name in ("year", "locator") if told.get(name)),
    )
