"""Areas like one's own: which they are, and the figures that make them alike."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from content.models import Area
from indicators import formatting, similarity
from indicators.models import Indicator

# An explanation of more figures than this is no explanation.
TOLD = 3


@dataclass(frozen=True)
class Resembling:
    """An area that resembles another, and in words what both have."""

    area: Area
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """The areas that resemble an area, most alike first.

    `themes` are those by which alone the area can be compared too.
    """

    area: Area
    others: tuple[Resembling, ...]
    themes: tuple[str, ...] = ()

    @property
    def codes(self):
        """Return the codes of those areas."""
        return tuple(other.area.code for other in self.others)


def of(area, theme="", *, limit=10):
    """Return the areas of the same kind that resemble one, in all or by one theme (3 queries)."""
    table = similarity.table_of(area.kind)
    found = table.like(area.code, limit, themes=[theme] if theme else ())
    areas = Area.objects.select_related("parent").in_bulk(
        [alike.code for alike in found], field_name="code"
    )
    codes = {shared.indicator for alike in found for shared in alike.shared[:TOLD]}
    indicators = Indicator.objects.in_bulk(codes, field_name="code")
    return Likeness(
        area,
        tuple(
            Resembling(areas[alike.code], _reasons(alike.shared[:TOLD], indicators))
            for alike in found
            if alike.code in areas
        ),
        tuple(table.themes_of(area.code)),
    )


def _reasons(shared, indicators):
    return tuple(
        _("%(what)s: %(own)s en %(other)s")
        % {
            "what": indicators[each.indicator].short_name,
            "own": formatting.with_unit(each.own, indicators[each.indicator]),
            "other": formatting.with_unit(each.other, indicators[each.indicator]),
        }
        for each in shared
    )
