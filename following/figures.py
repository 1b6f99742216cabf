"""Looks which practices got newer figures beside those that they show.

Figures come in by the million and say nothing one by one, so this is looked for afterwards.
"""

import hashlib

from content.queries import public
from following import recording
from indicators import changes
from indicators.queries import newer_figures, outdated_snapshots
from practices.models import PracticeFigure, PracticePage

# The changes of figures that this process has looked at.
_seen = {}


def look():
    """Note a happening for every practice with newer figures, once for the same figures."""
    stamp = changes.stamp(changes.FIGURES)
    if _seen.get("stamp") == stamp:
        return
    for practice, rows in _newer_by_practice().items():
        mark = hashlib.sha256(repr(sorted(rows)).encode()).hexdigest()[:16]
        recording.newer_figures(practice, mark)
    _seen["stamp"] = stamp


def forget():
    """Forget what this process has looked at."""
    _seen.clear()


def _newer_by_practice():
    figures = PracticeFigure.objects.filter(
        snapshot__in=outdated_snapshots(), page__in=public(PracticePage.objects.all()).values("pk")
    )
    figures = list(figures.select_related("snapshot__comparator", "page"))
    newer = newer_figures(figure.snapshot for figure in figures)
    found = {}
    for figure in figures:
        rows = found.setdefault(figure.page, [])
        rows += [
            (figure.snapshot_id, row.period, row.dataset.pk) for row in newer[figure.snapshot_id]
        ]
    return found
