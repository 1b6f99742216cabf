"""Where the course of an area is interrupted: what is counted, or where, is no longer the same."""

import re
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.models import Area
from indicators.telling import named


class Reason(Enum):
    """Why two figures in a row are not joined."""

    SOURCE = "source"
    BORDERS = "borders"

    @property
    def label(self):
        """Return the reason in words."""
        return LABELS[self]


LABELS = {
    Reason.SOURCE: gettext_lazy("een andere bron telt misschien anders"),
    Reason.BORDERS: gettext_lazy("de grenzen veranderden"),
}


@dataclass(frozen=True)
class Break:
    """An interruption of the course of an area between two periods."""

    area: Area
    before: str
    after: str
    reason: Reason


def between(collected, area, before, after):
    """Return the break between two measurements of an area, or None: they belong together."""
    if before.dataset_id == after.dataset_id:
        return None
    reason = _reason(collected, area, before, after)
    return Break(area, before.period, after.period, reason) if reason else None


def told(found):
    """Return in words where figures are hard to compare, areas with the same break together."""
    together = {}
    for each in found:
        together.setdefault((each.before, each.after, each.reason), []).append(each.area)
    message = _(
        "Van %(areas)s zijn de cijfers van %(before)s en %(after)s niet goed te vergelijken: "
        "%(why)s."
    )
    return [
        message % {"areas": named(areas), "before": before, "after": after, "why": reason.label}
        for (before, after, reason), areas in together.items()
    ]


def _reason(collected, area, before, after):
    if _source(before) != _source(after):
        return Reason.SOURCE
    return Reason.BORDERS if collected.borders_changed(area, before, after) else None


def _source(measurement):
    # Deliveries of one source that differ in their year alone count in the same way.
    dataset = measurement.dataset
    return dataset.kind, re.sub(r"[\d\W]+", " ", dataset.source).strip()
