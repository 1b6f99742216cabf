"""What search keeps in the database."""

from .attachments import AttachmentText
from .missed import MissedQuestion
from .promotions import Promotion
from .queue import Change, IndexState, Version
from .words import SearchSynonym, split_words

__all__ = [
    "AttachmentText",
    "Change",
    "IndexState",
    "MissedQuestion",
    "Promotion",
    "SearchSynonym",
    "Version",
    "split_words",
]
