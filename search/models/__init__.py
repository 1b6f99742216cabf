"""What search keeps in the database."""

from .attachments import AttachmentText
from .missed import MissedQuestion
from .promotions import Promotion
from .queue import Change, Hides, IndexState, Version
from .words import SearchSynonym, split_words

__all__ = [
    "AttachmentText",
    "Change",
    "Hides",
    "IndexState",
    "MissedQuestion",
    "Promotion",
    "SearchSynonym",
    "Version",
    "split_words",
]
