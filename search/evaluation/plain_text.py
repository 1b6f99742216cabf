"""Makes the most of a text of which nothing is known: no tags, a title, a summary."""

import re
from html import unescape

# Not a "<" in running text: a tag begins with a letter.
HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
INLINE = re.compile(r"</?(?:a|abbr|b|em|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>", re.I)
ENTITY = re.compile(r"&(?:#\w{1,8}|\w{2,32});")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
OPENING_WORDS = 12
SUMMARY_SENTENCES = 2
SUMMARY_LENGTH = 400


def without_html(text):
    """Return a text without tags and with its entities as characters."""
    text = _without_tags(text)
    if not ENTITY.search(text):
        return text
    # What was escaped may be tags again.
    return _without_tags(unescape(text))


def _without_tags(text):
    if "<" not in text:
        return text
    return TAG.sub("\n", INLINE.sub("", HIDDEN.sub(" ", text)))


def opening(text):
    """Return the first words of a text, to call it by."""
    begun = text[:SUMMARY_LENGTH].lstrip()
    sentence = SENTENCE_END.split(begun, maxsplit=1)[0]
    return " ".join(sentence.split()[:OPENING_WORDS])


def summary(text):
    """Return the first sentences of a text."""
    sentences = filter(None, SENTENCE_END.split(text[:SUMMARY_LENGTH].strip()))
    return " ".join(list(sentences)[:SUMMARY_SENTENCES])
