"""Methods, practices and research: what worked, where, and how sure that is."""

from .methods import MethodIndexPage, MethodPage
from .practices import PracticeIndexPage, PracticePage
from .ratings import Level, Rating
from .records import Adoption, Evidence, Lesson, Partner, PracticeFigure
from .research import ResearchIndexPage, ResearchPage
from .target_groups import TargetGroup

__all__ = [
    "Adoption",
    "Evidence",
    "Lesson",
    "Level",
    "MethodIndexPage",
    "MethodPage",
    "Partner",
    "PracticeFigure",
    "PracticeIndexPage",
    "PracticePage",
    "Rating",
    "ResearchIndexPage",
    "ResearchPage",
    "TargetGroup",
]
