"""The figures on the profile of an area, written out and kept."""

from dataclasses import dataclass

from django.template.loader import render_to_string

from cms import traits
from indicators.keeping import kept
from indicators.queries import area_figures


@dataclass(frozen=True)
class AreaFigures:
    """The figures of an area as everybody sees them, as HTML; `number` leaves out its traits."""

    html: str
    number: int
    are_known: bool


def figures_of(area):
    """Return the figures of an area (one query when they are kept, some ten more when not)."""
    return kept("profile", area.code, lambda: _draw(area))


def _draw(area):
    found = area_figures(area)
    shown = [each for each in found if not each.is_trait]
    context = {"area": area, "figures": shown, **traits.of(area, found)}
    # Without the request, so that nothing of a visitor can be in what is kept.
    html = render_to_string("areas/figures.html", context)
    return AreaFigures(html, number=len(shown), are_known=bool(found))
