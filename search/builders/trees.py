"""Values that lie under each other: a narrower theme under a broader, a neighbourhood in a city."""

from dataclasses import dataclass

from wagtail.models import Page

from content.models import Area, Theme
from programmes.models import ProgrammePage


@dataclass(frozen=True)
class Themes:
    """All themes by number, read once."""

    by_pk: dict

    @classmethod
    def load(cls):
        """Read the themes."""
        return cls(Theme.objects.in_bulk())

    def in_bulk(self, numbers):
        """Return the themes with these numbers that are there, by number."""
        return {number: self.by_pk[number] for number in numbers if number in self.by_pk}

    def with_ancestors(self, themes):
        """Return the slugs of themes and of everything they fall under."""
        found = {}
        for theme in themes:
            while theme is not None and theme.slug not in found:
                found[theme.slug] = True
                theme = self.by_pk.get(theme.broader_id)
        return tuple(found)


@dataclass(frozen=True)
class Programmes:
    """The slug of every programme by its place in the tree, read once."""

    by_path: dict

    @classmethod
    def load(cls):
        """Read the programmes."""
        return cls(dict(ProgrammePage.objects.order_by().values_list("path", "slug")))

    def of(self, page):
        """Return the slug of the programme that a page is, or lies below."""
        ends = range(Page.steplen, len(page.path) + 1, Page.steplen)
        above = (self.by_path.get(page.path[:end]) for end in ends)
        return tuple(slug for slug in above if slug)


def with_ancestors(areas):
    """Return the codes of areas and of the municipalities they lie in."""
    found = {}
    for area in areas:
        found[area.code] = True
        if area.kind == Area.Kind.NEIGHBOURHOOD and area.parent:
            found[area.parent.code] = True
    return tuple(found)


def location(areas):
    """Return the position of the first area that has one, or None."""
    for area in areas:
        if area.latitude is not None and area.longitude is not None:
            return float(area.latitude), float(area.longitude)
    return None
