"""What the admin tells while a snapshot is taken, in the list and in the window of a page."""

from django.template.loader import render_to_string

from content.finding import may_be_a_number
from indicators import cautions, queries, sentences, tables
from indicators.forms import BEGUN_ON
from indicators.models import IndicatorSnapshot
from indicators.offers import TOGETHER

# In the address: the number of a snapshot to begin with.
BEGIN_WITH = "van"


def begun_with(parameters, prefix=""):
    """Return what the form would be sent with the figures of an earlier snapshot, or nothing.

    It begins on the same day, and goes on to the last one there is in any delivery.
    """
    snapshot = _named(parameters.get(BEGIN_WITH, ""))
    if snapshot is None:
        return None
    fields = {
        "indicator": snapshot.indicator_id,
        "area": snapshot.area_id,
        "comparator": snapshot.comparator_id or "",
        "dataset": TOGETHER,
        BEGUN_ON: snapshot.baseline_date,
        "caveat": snapshot.caveat,
    }
    return {f"{prefix}{name}": str(value) for name, value in fields.items()}


def told(form):
    """Return what a template shows of a form: what it would take, in words and in a table."""
    if form.shown is None:
        return {"seen": None}
    table = tables.of_snapshot(form.shown)
    seen = {"table": table, "sentence": sentences.table(table), "of": form.shown}
    return {"seen": seen | {"cautions": cautions.of([form.shown])[form.shown.pk]}}


class Known:
    """What some fields tell of the snapshots chosen in them, read at once (three queries)."""

    def __init__(self, numbers, may_take=False):
        self._numbers = [number for number in numbers if may_be_a_number(number)]
        self._may_take = may_take
        self._read = None

    def get(self, number):
        """Return a snapshot by its number, or nothing."""
        return self._all()[0].get(int(number)) if may_be_a_number(number) else None

    def in_words(self, snapshot):
        """Return what a field tells of a snapshot: its sentence, and what is newer."""
        newer = self._all()[1].get(snapshot.pk)
        return in_words(snapshot, newer, self._may_take)

    def _all(self):
        if self._read is None:
            snapshots = queries.snapshots().in_bulk(self._numbers)
            self._read = snapshots, queries.newer_figures(snapshots.values())
        return self._read


def in_words(snapshot, newer, may_take):
    """Return as HTML what a field tells of the snapshot that is chosen in it."""
    table = tables.of_snapshot(snapshot)
    return render_to_string(
        "indicators/admin/chosen_snapshot.html",
        {
            "snapshot": snapshot,
            "indicator": snapshot.indicator,
            "sentence": sentences.table(table),
            "deliveries": cautions.of_deliveries(snapshot),
            "newer": newer,
            "may_take": may_take,
        },
    )


def _named(number):
    if not number or not may_be_a_number(number):
        return None
    return IndicatorSnapshot.objects.filter(pk=number).first()
