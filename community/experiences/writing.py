"""What members write: plain text with a little markup, shown as safe HTML.

Paragraphs, lists, **bold**, *italic* and links; whatever else is typed stays as it was typed.
"""

import re
from functools import cache
from html import unescape

from django.utils.html import strip_tags
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

# Somebody else's site gets no credit for what is linked here, and learns nothing of the reader.
FOREIGN = "nofollow ugc noopener noreferrer"


@cache
def _markdown():
    parser = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
        ["list", "emphasis", "link", "autolink", "newline", "escape"]
    )
    parser.add_render_rule("link_open", _link)
    return parser


def html(text):
    """Return a text of a member as HTML that is safe to show."""
    return mark_safe(_markdown().render(text))


def plain(text):
    """Return the words of a text, without markup, for lists and search."""
    words = unescape(strip_tags(_markdown().render(text)))
    return re.sub(r"\s+", " ", words).strip()


def _link(self, tokens, index, options, env):
    tokens[index].attrSet("rel", FOREIGN)
    tokens[index].attrJoin("class", "utrecht-link")
    return self.renderToken(tokens, index, options, env)
