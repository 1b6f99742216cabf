"""Indicators, the deliveries they come in, their measurements and what reports said of them."""

from .indicators import Indicator
from .measurements import Dataset, Measurement, MissingReason
from .reported import Outcome, ReportedCount, ReportedOutcome
from .snapshots import IndicatorSnapshot

__all__ = [
    "Dataset",
    "Indicator",
    "IndicatorSnapshot",
    "Measurement",
    "MissingReason",
    "Outcome",
    "ReportedCount",
    "ReportedOutcome",
]
