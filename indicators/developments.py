"""What became of an area beside the average it is compared with."""

from indicators import gaps
from indicators.models import Outcome


def of(figures):
    """Return what became of the distance of an area to its average, or None: nobody says.

    Figures come first; what a report says counts where it gives no figures underneath.
    """
    return measured(figures) or _reported(figures.outcomes)


def measured(table):
    """Return what a table of figures says of that distance, or None with fewer than two."""
    known = [row for row in table.rows if row.distance is not None]
    if len(known) < 2:
        return None
    return gaps.outcome(lag(table, known[0]), lag(table, known[-1]), table.indicator)


def lag(table, row):
    """Return how far an area was behind its benchmark in one row of a table."""
    position = table.comparators.index(table.benchmark)
    return gaps.lag(row.figure.value, row.comparators[position].value, table.indicator)


def _reported(outcomes):
    # Of several reports the one that came in last.
    return Outcome(outcomes[-1].outcome) if outcomes else None
