"""Programmes with their updates, goals and consultation reports; progress reports."""

from .consultations import ConsultationReportPage, ConsultedMunicipality
from .goals import GoalActual, GoalPage, Milestone
from .programmes import ProgrammeIndexPage, ProgrammePage, ProgrammePartner, ProgrammeUpdatePage
from .reports import ProgressReportIndexPage, ProgressReportPage, ReportEdition

__all__ = [
    "ConsultationReportPage",
    "ConsultedMunicipality",
    "GoalActual",
    "GoalPage",
    "Milestone",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ProgrammePartner",
    "ProgrammeUpdatePage",
    "ProgressReportIndexPage",
    "ProgressReportPage",
    "ReportEdition",
]
