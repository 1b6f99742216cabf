"""Communities of practice: who they are, what they learn, when they meet."""

from .communities import CommunityIndexPage, CommunityMember, CommunityPage
from .events import EventIndexPage, EventPage
from .learning import LearningIndexPage, LearningMaterialPage

__all__ = [
    "CommunityIndexPage",
    "CommunityMember",
    "CommunityPage",
    "EventIndexPage",
    "EventPage",
    "LearningIndexPage",
    "LearningMaterialPage",
]
