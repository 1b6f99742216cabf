"""Reads that the pages of every app need, each with a fixed number of SQL queries."""

from collections import defaultdict

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from content.closing import let_in_besides
from content.covers import PICTURE
from content.models import AreaLink, SiteImage, ThemeLink


def listed(pages):
    """Keep the pages that are published and not past their date."""
    return pages.filter(_published())


def is_listed(page):
    """Tell of one page that has been read whether it is published and not past its date."""
    return page.live and not (page.expire_at and page.expire_at <= timezone.now())


def public(pages):
    """Keep the pages that are published and that everybody may see now.

    Wagtail's `public()` first asks which pages are closed; this asks along with the pages.
    """
    return listed(pages).filter(~Exists(_closing()))


def open_to(user, page=""):
    """Return the condition under which a page is published and this person may see it.

    The rule of `content.closing` as one condition, so that lists and counts take no query more.
    `page` leads to it from another model. A password that somebody typed is known to one browser
    only: it opens nothing here.
    """
    return _published(page) & ~closed_to(user, page)


def closed_to(user, page=""):
    """Return the condition under which a restriction keeps this person out, published or not."""
    return Exists(_closing(page).exclude(_lets_in(user)))


def may_be_asked_for(user):
    """Return the condition under which a page is published and this person may ask for it.

    That is who may see it, and whoever is to give a password first.
    """
    asks = Q(restriction_type=PageViewRestriction.PASSWORD)
    return _published() & ~Exists(_closing().exclude(_lets_in(user) | asks))


def _published(page=""):
    expires = f"{page}expire_at"
    lasts = Q(**{f"{expires}__isnull": True}) | Q(**{f"{expires}__gt": timezone.now()})
    return Q(**{f"{page}live": True}) & lasts


def files_open_to(user, file=""):
    """Return the condition under which this person may see a file, or is to give its password.

    `file` leads to a document or picture from another model.
    """
    asks = Q(restriction_type=CollectionViewRestriction.PASSWORD)
    lets_in = _lets_in(user, CollectionViewRestriction)
    return ~Exists(closing_files(file).exclude(lets_in | asks))


def closing_files(file=""):
    """Return the restrictions at and above the collection of a file."""
    return _at_and_above(CollectionViewRestriction, "collection", f"{file}collection__path")


def _closing(page=""):
    """Return the restrictions at and above a page."""
    return _at_and_above(PageViewRestriction, "page", f"{page}path")


def _at_and_above(restrictions, closed, path):
    path = ExpressionWrapper(OuterRef(path), output_field=CharField())
    return restrictions.objects.alias(path=path).filter(path__startswith=F(f"{closed}__path"))


def _lets_in(user, restrictions=PageViewRestriction):
    """Return which restrictions let somebody through."""
    if not (user.is_authenticated and user.is_active):
        return Q(pk__isnull=True)
    groups = Q(restriction_type=restrictions.GROUPS)
    if not user.is_superuser:
        own = restrictions.objects.filter(groups__user=user)
        groups &= Q(pk__in=own.values("pk"))
    besides = let_in_besides(user, restrictions)
    return Q(restriction_type=restrictions.LOGIN) | groups | besides


def latest(year):
    """Return the order in which the latest year comes first, and pages without one last."""
    return F(year).desc(nulls_last=True)


def with_subjects(pages):
    """Return the pages as a list, with themes, areas and covers read together.

    Two queries, and two more when some page has a picture of its own. Afterwards `theme_list`,
    `area_list`, `tint` and the cover of each page cost nothing.
    """
    pages = list(pages)
    numbers = [page.pk for page in pages]
    themes, areas = defaultdict(list), defaultdict(list)
    if numbers:
        for link in _in_order(ThemeLink, numbers).select_related("theme"):
            themes[link.page_id].append(link.theme)
        for link in _in_order(AreaLink, numbers).select_related("area__parent"):
            areas[link.page_id].append(link.area)
    for page in pages:
        # The cached properties of BasePage: what is set here is not read again.
        page.theme_list = themes[page.pk]
        page.area_list = areas[page.pk]
    _read_covers([page for page in pages if page.cover_id])
    return pages


def _in_order(link, numbers):
    return link.objects.filter(page__in=numbers).order_by("sort_order", "pk")


def _read_covers(pages):
    if not pages:
        return
    images = SiteImage.objects.filter(pk__in={page.cover_id for page in pages})
    by_number = {image.pk: image for image in images.prefetch_renditions(PICTURE)}
    for page in pages:
        page.cover = by_number[page.cover_id]
