"""Makes one plain text of what a reader finds."""

import re

from search.attachments.limits import LONGEST_RUN, MOST_CHARACTERS

# Signs that no engine or database takes, or that turn the text of a page around.
UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SPACES = re.compile(r"[^\S\n]+")
BLANK_LINES = re.compile(r"\s*\n\s*")
ENDLESS = re.compile(rf"(\S{{{LONGEST_RUN}}})(?=\S)")
# Where a line of a page broke a word off.
BROKEN = re.compile(r"(?<=[a-z])[-\u00ad]\n(?=[a-z])")


def tidy(pieces):
    """Return the beginning of these pieces of text as one, a line for each paragraph."""
    text = UNWANTED.sub(" ", _beginning(pieces))
    text = SPACES.sub(" ", BROKEN.sub("", text))
    text = ENDLESS.sub(r"\1 ", BLANK_LINES.sub("\n", text))
    return text.strip()[:MOST_CHARACTERS]


def _beginning(pieces):
    found, length = [], 0
    for piece in pieces:
        found.append(piece[:MOST_CHARACTERS])
        length += len(found[-1])
        if length >= MOST_CHARACTERS:
            break
    return "\n".join(found)
