"""What a report said of figures."""

from indicators.models import Outcome, ReportedCount, ReportedOutcome


def report_on(indicator, dataset, area, outcome=Outcome.SMALLER, **fields):
    model = ReportedCount if "count" in fields else ReportedOutcome
    return model.objects.create(
        indicator=indicator,
        dataset=dataset,
        area=area,
        outcome=outcome,
        baseline="2006",
        follow_up="2012",
        **fields,
    )
