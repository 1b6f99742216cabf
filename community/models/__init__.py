"""Communities of practice: who they are, what they learn, when they meet, what they share."""

from .attached import ExperienceFile, ExperienceImage
from .communities import Admission, CommunityIndexPage, CommunityMember, CommunityPage
from .events import EventIndexPage, EventPage, Registering
from .experiences import Audience, Experience, ExperienceVersion, Outcome, Thanks
from .growth import Growth
from .learning import LearningIndexPage, LearningMaterialPage
from .members import Invitation, Member, MembersGroup
from .moderation import Appeal, ModerationAction, Report
from .posts import PostKind, State
from .profiles import Profile
from .registrations import CalendarAddress, Registration
from .replies import Reply, ReplyVersion
from .rooms import MembersRoomPage
from .words import BlockedWord

__all__ = [
    "Admission",
    "Appeal",
    "Audience",
    "BlockedWord",
    "CalendarAddress",
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
    "Registering",
    "Registration",
    "Reply",
    "ReplyVersion",
    "Report",
    "State",
    "Thanks",
]
