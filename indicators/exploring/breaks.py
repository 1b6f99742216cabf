"""Where the course of an area is interrupted: what is counted, or where, is no longer the same."""

import re
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from content.models import Area
from indicators import definitions
from indicators.models import DefinitionChange
from indicators.telling import named


class Reason(Enum):
    """Why two figures in a row are not joined."""

    DEFINITION = "definition"
    SOURCE = "source"
    BORDERS = "borders"

    @property
    def label(self):
        """Return the reason in words."""
        return LABELS[self]


LABELS = {
    Reason.DEFINITION: gettext_lazy("de definitie veranderde"),
    Reason.SOURCE: gettext_lazy("een andere bron telt misschien anders"),
    Reason.BORDERS: gettext_lazy("de grenzen veranderden"),
}


@dataclass(frozen=True)
class Break:
    """An interruption of the course of an area between two periods.

    Where the definition changed, `changes` says how: it is so for every area.
    """

    area: Area
    before: str
    after: str
    reason: Reason
    changes: tuple[DefinitionChange, ...] = ()


def between(collected, area, before, after):
    """Return the breaks between two measurements of an area; none when they belong together.

    Where the definition changed nobody has to guess whether another source counts otherwise.
    """
    periods = before.period, after.period
    changes = definitions.between(collected.indicator, before.period_date, after.period_date)
    found = [Break(area, *periods, Reason.DEFINITION, changes)] if changes else []
    if before.dataset_id == after.dataset_id:
        return found
    if not changes and _source(before) != _source(after):
        return [Break(area, *periods, Reason.SOURCE)]
    if collected.borders_changed(area, before, after):
        found.append(Break(area, *periods, Reason.BORDERS))
    return found


def told(found):
    """Return in words where figures are hard to compare, areas with the same break together."""
    return [*of_definitions(found), *of_areas(found)]


def of_definitions(found):
    """Return in words where the definition changed, each time once."""
    changes = {change for each in found for change in each.changes}
    return definitions.notes(sorted(changes, key=lambda change: change.since))


def of_areas(found):
    """Return in words where areas are hard to compare for another reason than the definition."""
    together = {}
    for each in found:
        if each.reason != Reason.DEFINITION:
            together.setdefault((each.before, each.after, each.reason), []).append(each.area)
    message = _(
        "Van %(areas)s zijn de cijfers van %(before)s en %(after)s niet goed te vergelijken: "
        "%(why)s."
    )
    return [
        message % {"areas": named(areas), "before": before, "after": after, "why": reason.label}
        for (before, after, reason), areas in together.items()
    ]


def _source(measurement):
    # Deliveries of one source that differ in their year alone count in the same way.
    dataset = measurement.dataset
    return dataset.kind, re.sub(r"[\d\W]+", " ", dataset.source).strip()
