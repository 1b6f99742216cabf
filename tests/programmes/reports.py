"""What tests of progress reports share: the figures of a group, and a report that shows them."""

from datetime import date

from indicators.models import Measurement, Outcome, ReportedCount, ReportedOutcome
from tests.factories import (
    DatasetFactory,
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ProgressReportFactory,
)

START, END = date(2007, 1, 1), date(2013, 1, 1)


def a_group():
    """Return a group of three neighbourhoods with figures of its own, beside the G18.

    The report counts over them and names Transvaal, of which it gives figures too.
    """
    city = MunicipalityFactory(name="Den Haag")
    members = [
        NeighbourhoodFactory(name=name, parent=city)
        for name in ("Transvaal", "Schilderswijk", "Zuidwest")
    ]
    group = GroupFactory(name="3 wijken", members=members)
    average = GroupFactory(name="G18", members=[city])
    indicator = IndicatorFactory(name="Niet-werkend", short_name="Niet-werkend", unit="%")
    dataset = DatasetFactory(title="Rapport", source="Rapport van 2013", kind="reported")
    for area, values in ((group, (10, 7)), (average, (8, 6)), (members[0], (12, 8))):
        for day, period, value in zip(
            (START, END), ("begin 2007", "begin 2013"), values, strict=True
        ):
            MeasurementFactory(
                indicator=indicator,
                area=area,
                dataset=dataset,
                period=period,
                period_date=day,
                value=value,
            )
    told = {"indicator": indicator, "dataset": dataset}
    told |= {"baseline": "begin 2007", "follow_up": "begin 2013"}
    for outcome, count in ((Outcome.SMALLER, 2), (Outcome.LARGER, 1)):
        ReportedCount.objects.create(area=group, outcome=outcome, count=count, **told)
    ReportedOutcome.objects.create(area=members[0], outcome=Outcome.SMALLER, **told)
    return group, average, indicator


def a_report(site, **choice):
    """Return a published report with one chapter that shows an indicator."""
    body = [("chapter", "Werk"), ("text", "<p>Zo gaat het.</p>"), ("indicator", choice)]
    return ProgressReportFactory(parent=site.reports, title="Stand van zaken", body=body)


def correct(indicator, area, value):
    """Give the last figure of an area another value, as a corrected delivery would."""
    Measurement.objects.filter(indicator=indicator, area=area, period_date=END).update(value=value)
