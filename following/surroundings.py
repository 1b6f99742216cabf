"""What a page or an experience has to do with: what somebody may follow to hear of it."""

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from content.models import Area, AreaLink, Membership, Theme, ThemeLink


@dataclass(frozen=True)
class Surroundings:
    """The numbers of pages, themes and areas around a thing; `own` is the thing itself, a page."""

    own: int | None
    pages: frozenset
    themes: frozenset
    areas: frozenset

    @property
    def followed(self):
        """Return the condition under which a follow is of one of these."""
        return Q(page__in=self.pages) | Q(theme__in=self.themes) | Q(area__in=self.areas)


def of_page(page):
    """Return what a page has to do with: what is above it, its method and its community too."""
    above = page.get_ancestors().values_list("pk", flat=True)
    belongs = (getattr(page, f"{name}_id", None) for name in ("method", "community"))
    themes = ThemeLink.objects.filter(page=page.pk).values_list("theme", flat=True)
    areas = AreaLink.objects.filter(page=page.pk).values_list("area", flat=True)
    pages = frozenset({page.pk, *above, *filter(None, belongs)})
    return Surroundings(page.pk, pages, _with_broader(themes), _with_wider(areas))


def of_experience(experience):
    """Return what an experience has to do with: what it is about, and its community."""
    about = Page.objects.filter(told_in=experience).values_list("pk", flat=True)
    themes = experience.themes.order_by().values_list("pk", flat=True)
    areas = experience.areas.order_by().values_list("pk", flat=True)
    pages = frozenset({experience.community_id, *about})
    return Surroundings(None, pages, _with_broader(themes), _with_wider(areas))


def _with_broader(themes):
    """Return themes and all that they fall under."""
    broader = dict(Theme.objects.values_list("pk", "broader"))
    found = set()
    for theme in themes:
        while theme is not None and theme not in found:
            found.add(theme)
            theme = broader.get(theme)
    return frozenset(found)


def _with_wider(areas):
    """Return areas, what they lie in, and the groups that these belong to."""
    own = list(areas)
    parents = Area.objects.filter(pk__in=own, parent__isnull=False).values_list("parent", flat=True)
    found = {*own, *parents}
    groups = Membership.objects.filter(member__in=found).values_list("group", flat=True)
    return frozenset({*found, *groups})
