"""What search keeps in the database."""

from .attachments import AttachmentText
from .missed import MissedQuestion
from .queue import Change, IndexState, Version
from .words import Promotion, SearchSynonym, split_words

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
