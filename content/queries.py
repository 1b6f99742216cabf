"""Reads that the pages of every app need, each with a fixed number of SQL queries."""

from collections import defaultdict

from content.models import AreaLink, ThemeLink


def with_subjects(pages):
    """Return the pages as a list, their themes and areas read together (two queries).

    Afterwards `theme_list`, `area_list` and `tint` of each page cost nothing.
    """
    pages = list(pages)
    numbers = [page.pk for page in pages]
    themes, areas = defaultdict(list), defaultdict(list)
    if numbers:
        for link in ThemeLink.objects.filter(page__in=numbers).select_related("theme"):
            themes[link.page_id].append(link.theme)
        for link in AreaLink.objects.filter(page__in=numbers).select_related("area__parent"):
            areas[link.page_id].append(link.area)
    for page in pages:
        # The cached properties of BasePage: what is set here is not read again.
        page.theme_list = themes[page.pk]
        page.area_list = areas[page.pk]
    return pages
