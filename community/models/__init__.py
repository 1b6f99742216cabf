"""Communities of practice: who they are, what they learn, when they meet, what they share."""

from .attached import ExperienceFile, ExperienceImage
from .communities import Admission, CommunityIndexPage, CommunityMember, CommunityPage
from .events import EventIndexPage, EventPage
from .experiences import Audience, Experience, ExperienceVersion, Outcome, Thanks
from .growth import Growth
from .learning import LearningIndexPage, LearningMaterialPage
from .members import Invitation, Member, MembersGroup
from .moderation import Appeal, ModerationAction, Report
from .posts import PostKind, State
from .profiles import Profile
from .replies import Reply, ReplyVersion
from .rooms import MembersRoomPage
from .words import BlockedWord

__all__ = [
    "Admission",
    "Appeal",
    "Audience",
    "BlockedWord",
    "CommunityIndexPage",
    "CommunityMember",
    "CommunityPage",
    "EventIndexPage",
    "EventPage",
    "Experience",
    "ExperienceFile",
    "ExperienceImage",
    "ExperienceVersion",
    "Growth",
    "Invitation",
    "LearningIndexPage",
    "LearningMaterialPage",
    "Member",
    "MembersGroup",
    "MembersRoomPage",
    "ModerationAction",
    "Outcome",
    "PostKind",
    "Profile",
    "Reply",
    "ReplyVersion",
    "Report",
    "State",
    "Thanks",
]
