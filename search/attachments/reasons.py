"""Why a file gives no text."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a file gives no text, as it is stored; the words are in search.models."""

    PROTECTED = "protected"
    DAMAGED = "damaged"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    NO_TEXT = "no-text"
    OTHER_KIND = "other-kind"
    GONE = "gone"


class Unreadable(Exception):
    """A file that gives no text; holds the reason."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason
