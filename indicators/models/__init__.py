"""Indicators, the deliveries they come in, their measurements and what reports said of them."""

from .changes import DefinitionChange
from .corrections import Correction
from .imports import ColumnMapping, FileImport
from .indicators import Indicator
from .measurements import Dataset, Figure, Measurement, MissingReason
from .reported import Outcome, ReportedCount, ReportedOutcome
from .snapshots import IndicatorSnapshot, Moment

__all__ = [
    "ColumnMapping",
    "Correction",
    "Dataset",
    "DefinitionChange",
    "Figure",
    "FileImport",
    "Indicator",
    "IndicatorSnapshot",
    "Measurement",
    "MissingReason",
    "Moment",
    "Outcome",
    "ReportedCount",
    "ReportedOutcome",
]
