"""Figures as answers: what is known of an indicator in an area, for who asks for just that."""

from dataclasses import dataclass
from itertools import islice, product

from content.models import Area
from indicators import sentences, series, tables, trends
from indicators.models import Indicator
from search.figures import names

MOST_CARDS = 3


@dataclass(frozen=True)
class Card:
    """The figures of one indicator in one area, or of all areas where there are none of it."""

    indicator: Indicator
    area: Area
    figures: tables.AreaFigures | None
    elsewhere: tables.AreaFigures | None = None

    @property
    def url(self):
        """Return the address of these figures on the profile of the area."""
        anchor = f"#{self.figures.anchor}" if self.figures else ""
        return f"{self.area.get_absolute_url()}{anchor}"

    @property
    def known(self):
        """Return the rows that have a value."""
        rows = self.figures.rows if self.figures else ()
        return [row for row in rows if row.figure.value is not None]

    @property
    def latest(self):
        """Return the last row with a value, or None."""
        return self.known[-1] if self.known else None

    @property
    def without_value(self):
        """Return the last row when it has no value, or None."""
        last = self.figures.rows[-1] if self.figures and self.figures.rows else None
        return last if last and last.figure.value is None else None

    @property
    def average(self):
        """Return the figure of the average beside the latest one, or None where there is none."""
        if not self.latest or not self.figures.benchmark:
            return None
        beside = self.latest.comparators[self.figures.comparators.index(self.figures.benchmark)]
        return beside if beside and beside.value is not None else None

    @property
    def change(self):
        """Return how the figure went since the first one, in words."""
        known = self.known
        indicator = self.figures and self.figures.indicator
        return sentences.change(indicator, known[0], known[-1]) if len(known) > 1 else ""

    @property
    def gap(self):
        """Return what became of the distance to the average, in words."""
        return sentences.distance(self.figures) if self.figures else ""

    @property
    def reported(self):
        """Return what reports say of it, where the figures do not say so themselves."""
        outcomes = self.figures.outcomes if self.figures else ()
        return [sentences.outcome(outcome) for outcome in outcomes]

    @property
    def trend(self):
        """Return the drawing of its course, or None with fewer than two values."""
        return trends.of_table(self.figures) if len(self.known) > 1 else None


def of(query):
    """Return the figures that a question asks for, at most three (a fixed number of queries).

    They come from the database, so they are there when the engine is not. What else was chosen
    says that something else is looked for; and who asks for data gets the results alone.
    """
    may_ask = query.text and query.page == 1 and query.marked and not query.is_narrowed
    asked = names.load().asked(query.text) if may_ask else None
    if asked is None:
        return ()
    pairs = list(islice(product(asked.indicators, asked.areas), MOST_CARDS))
    everywhere = product(asked.indicators, asked.overall)
    known = series.of_pairs([*pairs, *everywhere])
    return _of_pairs(pairs, known) if pairs else _of_all(asked, known)


def _of_pairs(pairs, known):
    indicators = Indicator.objects.in_bulk({code for code, _area in pairs}, field_name="code")
    areas = Area.objects.select_related("parent")
    areas = areas.in_bulk({code for _indicator, code in pairs}, field_name="code")
    return tuple(
        Card(
            indicators[indicator],
            areas[area],
            known.get((indicator, area)),
            None if (indicator, area) in known else _together(indicator, known),
        )
        for indicator, area in pairs
    )


def _of_all(asked, known):
    found = filter(None, (_together(indicator, known) for indicator in asked.indicators))
    return tuple(
        Card(figures.indicator, figures.area, figures) for figures in islice(found, MOST_CARDS)
    )


def _together(indicator, known):
    """Return the figures of many areas together: those with most to tell beside an average."""
    kinds = (Area.Kind.GROUP, Area.Kind.COUNTRY)
    found = [
        figures
        for (code, _area), figures in known.items()
        if code == indicator and figures.area.kind in kinds
    ]
    return max(found, key=_worth, default=None)


def _worth(figures):
    values = sum(row.figure.value is not None for row in figures.rows)
    return bool(values), figures.benchmark is not None, values, len(figures.outcomes)
