"""What an overview shows as plain data, that can be stored: see `indicators.overviews`."""

from django.utils.translation import gettext as _

from indicators import counting, formatting
from indicators.models import ReportedCount


def table(choice, shown, beside):
    """Return lines of cells for the days on which any area has a figure, or None.

    `shown` are pairs of an area and its measurements by day; the line of the area `beside` is
    marked as what the others are compared with.
    """
    names = {}
    for _place, cells in shown:
        for day, cell in cells.items():
            names.setdefault(day, {})[cell.period] = True
    if not names:
        return None
    days = sorted(names)
    return {
        "caption": f"{choice.indicator.short_name}, {choice.area.full_name}",
        "columns": [" / ".join(names[day]) for day in days],
        "days": [day.isoformat() for day in days],
        "lines": [
            {
                "area": area.full_name,
                "code": area.code,
                "url": area.get_absolute_url(),
                "beside": area == beside,
                "cells": [_cell(cells.get(day), choice.indicator) for day in days],
            }
            for area, cells in shown
        ],
    }


def _cell(measurement, indicator):
    if measurement is None:
        return None
    return {
        "period": measurement.period,
        "value": None if measurement.value is None else f"{measurement.value:.3f}",
        "text": formatting.figure(measurement.figure, indicator),
        "missing": measurement.figure.missing,
        "provisional": measurement.is_provisional,
    }


def is_reported(part):
    """Tell whether areas were counted by a report, and not worked out from figures."""
    return isinstance(part.first, ReportedCount)


def counts(part):
    """Return how many areas took which course; those that nobody counted come last."""
    rows = [
        {
            "outcome": str(count.outcome),
            "label": str(count.get_outcome_display()),
            "noun": part.noun(count.count),
            "count": count.count,
            "note": count.note,
        }
        for count in part.counts
    ]
    if part.uncounted:
        left = {"outcome": "uncounted", "label": _("niet geteld in het rapport"), "note": ""}
        rows.append(left | {"noun": part.noun(part.uncounted), "count": part.uncounted})
    return {
        "caption": f"{part.area.full_name}, {part.first.baseline} – {part.first.follow_up}",
        "heading": part.heading,
        "worked_out": not is_reported(part),
        "rows": rows,
    }


def named(outcomes):
    """Return the areas that reports name, by what became of their distance to the average."""
    found = {}
    for outcome in outcomes:
        found.setdefault(outcome.outcome, []).append(
            {
                "area": outcome.area.full_name,
                "url": outcome.area.get_absolute_url(),
                "period": f"{outcome.baseline} – {outcome.follow_up}",
                "note": outcome.note,
            }
        )
    return [
        {"outcome": str(kind), "label": str(kind.label), "areas": found[kind]}
        for kind in counting.ORDER
        if kind in found
    ]


def indicator(indicator):
    """Return what an indicator is."""
    return {
        "code": indicator.code,
        "name": indicator.name,
        "definition": indicator.definition,
        "caveat": indicator.caveat,
        "url": indicator.get_absolute_url(),
    }


def area(area):
    """Return which area it is."""
    return {"code": area.code, "name": area.full_name, "kind": area.kind}


def source(dataset):
    """Return where figures come from, and what sort of figures they are."""
    return {
        "title": dataset.title,
        "source": dataset.source,
        "url": dataset.url,
        "licence": dataset.licence,
        "kind": dataset.kind,
        "kind_label": str(dataset.get_kind_display()),
    }
