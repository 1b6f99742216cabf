"""Figures in words. Nothing is said where a figure is missing, but that it is missing."""

from django.utils.translation import gettext as _

from content.models import Area
from indicators import definitions, developments, formatting, gaps
from indicators.models import Indicator, Outcome


def table(table):
    """Return what a table shows: the change, whether it is better, the distance, what misses.

    Het aandeel steeg van 58% (begin 2007) naar 60% (begin 2012). Dat is een verbetering. De
    afstand tot de G18 werd kleiner: van 9 naar 8 procentpunt.
    """
    known = [row for row in table.rows if row.figure.value is not None]
    absent = [row for row in table.rows if row.figure.value is None]
    said = [_known(table, known), *_missing(absent)]
    return " ".join(sentence for sentence in said if sentence)


def change(indicator, first, last):
    """Return how a figure went between two rows with a value, and whether that is better.

    Of figures that count something else there is no going up or down, only what both were.
    """
    if changes := definitions.between(indicator, first.date, last.date):
        return _otherwise_counted(indicator, first, last, changes)
    judged = "" if _look_the_same(indicator, first, last) else _judged(indicator, first, last)
    return f"{_moved(indicator, first, last)} {judged}".strip()


def distance(table):
    """Return what became of the distance to the benchmark, or nothing where it is not known.

    De afstand tot de G18 werd kleiner: van 9 naar 8 procentpunt.
    """
    known = [row for row in table.rows if row.distance is not None]
    if not known:
        return ""
    name = average_of(table.benchmark)
    if len(known) == 1:
        return _single_distance(table.indicator, known[0], name)
    return _distance_change(table, known[0], known[-1], name)


def outcome(reported):
    """Return what a report says of the distance of one area to the average."""
    side = {"side": better_side(reported.indicator)}
    said = {
        Outcome.SMALLER: _("Volgens het rapport werd de afstand tot het gemiddelde kleiner"),
        Outcome.LARGER: _("Volgens het rapport werd de afstand tot het gemiddelde groter"),
        Outcome.SAME: _("Volgens het rapport bleef de afstand tot het gemiddelde vrijwel gelijk"),
        Outcome.AT_OR_BETTER: _("Volgens het rapport ligt het cijfer %(side)s het gemiddelde")
        % side,
        Outcome.SAME_OR_BETTER: _(
            "Volgens het rapport bleef de afstand tot het gemiddelde vrijwel gelijk, of ligt het "
            "cijfer %(side)s het gemiddelde"
        )
        % side,
        Outcome.NO_STATEMENT: _(
            "Over de afstand tot het gemiddelde doet het rapport geen uitspraak"
        ),
    }[reported.outcome]
    return f"{said} ({reported.baseline} – {reported.follow_up})."


def better_side(indicator):
    """Return on which side of the average an area is not behind: op of boven, op of onder."""
    return {
        Indicator.Direction.HIGHER: _("op of boven"),
        Indicator.Direction.LOWER: _("op of onder"),
        Indicator.Direction.NEUTRAL: _("op"),
    }[indicator.direction]


def average_of(area):
    """Return an area as something a distance is counted to: Amsterdam, de G18, Nederland."""
    return _("de %(group)s") % {"group": area.name} if area.kind == Area.Kind.GROUP else area.name


def subject(indicator):
    """Return what the figure is, as the subject of a sentence."""
    return {"%": _("Het aandeel"), "€": _("Het bedrag")}.get(indicator.unit, _("Het cijfer"))


def _known(table, rows):
    if not rows:
        return ""
    if len(rows) == 1:
        return _single(table, rows[0])
    return f"{change(table.indicator, rows[0], rows[-1])} {distance(table)}".strip()


def _single(table, row):
    indicator = table.indicator
    said = _("%(subject)s was %(value)s (%(period)s)") % {
        "subject": subject(indicator),
        "value": formatting.with_unit(row.figure.value, indicator),
        "period": row.period,
    }
    if row.distance is None:
        return f"{said}."
    return f"{said}, {_beside(row.distance, indicator, average_of(table.benchmark))}."


def _missing(rows):
    """Yield a sentence for each reason, with the periods that have no figure for it."""
    periods = {}
    for row in rows:
        periods.setdefault(row.figure.reason, []).append(row.period)
    for reason, names in periods.items():
        yield _("Het cijfer ontbreekt (%(periods)s): %(reason)s.") % {
            "periods": ", ".join(names),
            "reason": reason,
        }


def _beside(difference, indicator, average):
    """Return a difference in words: 14 procentpunt hoger dan in de G18."""
    if round(difference, indicator.decimals) == 0:
        return _("even hoog als in %(average)s") % {"average": average}
    return _("%(distance)s dan in %(average)s") % {
        "distance": formatting.distance(difference, indicator),
        "average": average,
    }


def _of_both(indicator, first, last):
    return {
        "subject": subject(indicator),
        "before": formatting.with_unit(first.figure.value, indicator),
        "after": formatting.with_unit(last.figure.value, indicator),
        "start": first.period,
        "end": last.period,
    }


def _moved(indicator, first, last):
    before, after = first.figure.value, last.figure.value
    words = _of_both(indicator, first, last)
    if after == before:
        return _("%(subject)s bleef gelijk: %(after)s (%(start)s en %(end)s).") % words
    if _look_the_same(indicator, first, last):
        message = _("%(subject)s bleef vrijwel gelijk: %(after)s (%(start)s en %(end)s).")
    elif after > before:
        message = _("%(subject)s steeg van %(before)s (%(start)s) naar %(after)s (%(end)s).")
    else:
        message = _("%(subject)s daalde van %(before)s (%(start)s) naar %(after)s (%(end)s).")
    return message % words


def _look_the_same(indicator, first, last):
    before, after = (formatting.with_unit(row.figure.value, indicator) for row in (first, last))
    return before == after


def _otherwise_counted(indicator, first, last, changes):
    both = _("%(subject)s was %(before)s (%(start)s) en %(after)s (%(end)s).")
    warning = _("%(change)s, dus dat is niet goed te vergelijken.")
    words = _of_both(indicator, first, last) | {"change": definitions.changed(changes)}
    return f"{both} {warning}" % words


def _judged(indicator, first, last):
    better = gaps.is_improvement(first.figure.value, last.figure.value, indicator)
    if better is None:
        return ""
    return _("Dat is een verbetering.") if better else _("Dat is een verslechtering.")


def _single_distance(indicator, row, name):
    return _("%(subject)s was %(beside)s (%(period)s).") % {
        "subject": subject(indicator),
        "beside": _beside(row.distance, indicator, name),
        "period": row.period,
    }


def _sizes(before, after, indicator):
    """Return how large two distances are, and on which side when that changed."""
    if before * after < 0:
        # From 2 lower to 3 higher is no growth from 2 to 3.
        both = (formatting.distance(each, indicator) for each in (before, after))
    else:
        both = (
            formatting.number(abs(before), indicator.decimals),
            formatting.difference(after, indicator),
        )
    return dict(zip(("before", "after"), both, strict=True))


def _distance_change(table, first, last, name):
    indicator = table.indicator
    result = developments.measured(table)
    if result == Outcome.AT_OR_BETTER:
        return _("%(subject)s ligt %(side)s dat van %(average)s (%(period)s).") % {
            "subject": subject(indicator),
            "side": better_side(indicator),
            "average": name,
            "period": last.period,
        }
    words = {"average": name} | _sizes(first.distance, last.distance, indicator)
    if result == Outcome.SAME:
        told = _("De afstand tot %(average)s bleef vrijwel gelijk: %(after)s.")
    elif result == Outcome.SMALLER:
        told = _("De afstand tot %(average)s werd kleiner: van %(before)s naar %(after)s.")
    else:
        told = _("De afstand tot %(average)s werd groter: van %(before)s naar %(after)s.")
    doubt = definitions.doubt(indicator, first.date, last.date)
    return " ".join(filter(None, (told % words, doubt)))
