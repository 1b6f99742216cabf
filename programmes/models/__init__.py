"""Programmes with their updates, goals and consultation reports."""

from .consultations import ConsultationReportPage, ConsultedMunicipality
from .goals import GoalActual, GoalPage, Milestone
from .programmes import ProgrammeIndexPage, ProgrammePage, ProgrammePartner, ProgrammeUpdatePage

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
]
