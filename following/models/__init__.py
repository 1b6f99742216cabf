"""Who follows what, what happened, whom it was told to, and the mails about it."""

from .contacts import ContactQuestion, StoppedAddress
from .follows import Follow
from .happenings import Happening, Notification
from .letters import Letter, Preference

__all__ = [
    "ContactQuestion",
    "Follow",
    "Happening",
    "Letter",
    "Notification",
    "Preference",
    "StoppedAddress",
]
