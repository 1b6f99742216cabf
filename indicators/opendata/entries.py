"""What the catalogue of open data lists: an entry for every indicator of which something is known.

Made-up figures are no data, and neither is what was withdrawn or superseded.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, Q, When

from content.addresses import absolute
from content.models import Area
from indicators import current
from indicators.models import Dataset, Indicator, Measurement, ReportedCount, ReportedOutcome
from indicators.opendata import licences
from indicators.opendata.forms import FORMS
from indicators.queries import place

# Figures of more municipalities than this are called those of the country.
NAMED_MUNICIPALITIES = 50


@dataclass(frozen=True)
class Entry:
    """An indicator as a dataset of open data.

    `dates` are the days that it has measurements of, in order; without any there are only counts
    or outcomes that a report gives, and nothing to download. `municipalities` are those that the
    figures are of or lie in; none when they are of the country or of more than can be named.
    """

    indicator: Indicator
    deliveries: tuple[Dataset, ...]
    dates: tuple[date, ...]
    municipalities: tuple[Area, ...]

    @property
    def address(self):
        """Return the whole address of the page that it is found on."""
        return absolute(self.indicator.get_absolute_url())

    @property
    def identifier(self):
        """Return the name of the dataset on the web; the page about it has another."""
        return f"{self.address}#data"

    @property
    def maker(self):
        """Return who made the figures, by name."""
        publisher = self.indicator.publisher
        return publisher.name if publisher else self.indicator.source

    @property
    def keywords(self):
        """Return words to find it by, each once."""
        indicator = self.indicator
        words = (indicator.short_name, indicator.abbreviation, indicator.theme.label)
        return tuple(dict.fromkeys(filter(None, words)))

    @property
    def begin(self):
        """Return the first day that there are measurements of, or None."""
        return self.dates[0] if self.dates else None

    @property
    def end(self):
        """Return the last day that there are measurements of, or None."""
        return self.dates[-1] if self.dates else None

    @property
    def licence(self):
        """Return the licence that holds for all of it."""
        return licences.of_all(self.deliveries)

    @property
    def modified(self):
        """Return the day on which the last delivery was fetched, as far as that is known."""
        return max(
            (found.retrieved_at for found in self.deliveries if found.retrieved_at), default=None
        )

    @property
    def downloads(self):
        """Return pairs of a form and the whole address of the measurements in that form."""
        if not self.dates:
            return ()
        return tuple((form, absolute(form.path_of(self.indicator))) for form in FORMS)


def of_page(indicator, overview):
    """Return the entry of an indicator from `queries.indicator_overview` (no query), or None."""
    cells = [
        cell
        for line in overview["grid"].lines
        for cell in line.cells
        if cell and cell.dataset.kind != Dataset.Kind.EXAMPLE
    ]
    told = [row for part in overview["counted"] for row in part.counts]
    told += [row for _kind, rows in overview["outcomes"] for row in rows]
    deliveries = dict.fromkeys(
        row.dataset for row in (*cells, *told) if row.dataset.kind != Dataset.Kind.EXAMPLE
    )
    areas = {_municipality(cell.area) for cell in cells} - {None}
    return _entry(indicator, deliveries, {cell.period_date for cell in cells}, areas)


def catalogue():
    """Return the entries of all indicators in the order of their list (eight queries)."""
    deliveries = {
        found.pk: found for found in current.deliveries().exclude(kind=Dataset.Kind.EXAMPLE)
    }
    known, dates = defaultdict(set), defaultdict(set)
    for indicator, dataset, day in (
        _measured(deliveries).values_list("indicator", "dataset", "period_date").distinct()
    ):
        known[indicator].add(dataset)
        dates[indicator].add(day)
    for model in (ReportedCount, ReportedOutcome):
        told = model.objects.filter(dataset__in=deliveries).order_by()
        for indicator, dataset in told.values_list("indicator", "dataset").distinct():
            known[indicator].add(dataset)
    municipalities = _municipalities(deliveries)
    found = Indicator.objects.select_related("theme", "publisher")
    found = found.prefetch_related("definition_changes")
    entries = (
        _entry(
            indicator,
            [deliveries[number] for number in known[indicator.pk]],
            dates[indicator.pk],
            municipalities[indicator.pk],
        )
        for indicator in sorted(found, key=place)
    )
    return [entry for entry in entries if entry]


def _entry(indicator, deliveries, dates, municipalities):
    if not deliveries:
        return None
    named = municipalities if len(municipalities) <= NAMED_MUNICIPALITIES else ()
    return Entry(
        indicator,
        tuple(sorted(deliveries, key=lambda delivery: delivery.title)),
        tuple(sorted(dates)),
        tuple(sorted(named, key=lambda area: area.code)),
    )


def _measured(deliveries):
    return Measurement.objects.filter(dataset__in=deliveries).order_by()


def _municipalities(deliveries):
    """Return the municipalities that measurements are of or lie in, by indicator."""
    areas = Area.objects.filter(kind=Area.Kind.MUNICIPALITY).in_bulk()
    lies_in = Case(
        When(area__kind=Area.Kind.MUNICIPALITY, then=F("area")),
        When(area__kind=Area.Kind.NEIGHBOURHOOD, then=F("area__parent")),
    )
    pairs = _measured(deliveries).filter(
        Q(area__kind=Area.Kind.MUNICIPALITY) | Q(area__kind=Area.Kind.NEIGHBOURHOOD)
    )
    found = defaultdict(set)
    for indicator, number in pairs.values_list("indicator", lies_in).distinct():
        if number in areas:
            found[indicator].add(areas[number])
    return found


def _municipality(area):
    return area if area.kind == Area.Kind.MUNICIPALITY else area.parent
