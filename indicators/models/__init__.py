"""Indicators, the deliveries they come in, their measurements and what reports said of them."""

from .changes import Change
from .definitions import DefinitionChange
from .imports import ColumnMapping, FileImport
from .indicators import FEW_PEOPLE, Indicator
from .measurements import Dataset, Figure, Measurement, MissingReason
from .reported import Outcome, ReportedCount, ReportedOutcome
from .snapshots import IndicatorSnapshot, Moment

__all__ = [
    "FEW_PEOPLE",
    "Change",
    "ColumnMapping",
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
