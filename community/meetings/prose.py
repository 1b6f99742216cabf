"""Plain text with a little markup, as coordinators type it, and the blocks of a page it becomes.

Headings, lists, bold, italic and links; whatever else looks like markup or HTML stays text.
"""

import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from wagtail.rich_text import RichText

# How Wagtail's editor calls what Markdown calls otherwise; all headings have one level.
TAGS = {"strong": "b", "em": "i"} | dict.fromkeys(["h1", "h2", "h4", "h5", "h6"], "h3")
MARKS = {"b": "**", "i": "*"}
SPECIAL = re.compile(r"([\\*_\[\]<>&#`])")
LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)
LINKS = ("http://", "https://", "mailto:", "/")
NOT_HERE = ("blockquote", "code", "fence", "hr", "html_block", "html_inline", "image", "backticks")


class _Markup(MarkdownIt):
    """Markdown in which a link leads to the web, to a mail address or to this site."""

    def validateLink(self, url):
        """Tell whether a link may lead there; what may not stays text."""
        return super().validateLink(url) and url.startswith(LINKS)


PARSER = _Markup("commonmark", {"html": False, "breaks": True}).disable(NOT_HERE)


def blocks(text):
    """Return the blocks of a page that say what somebody typed; none for no text."""
    html = _html(text)
    return [("text", RichText(html))] if html else []


def typed(stream):
    """Return the text that these blocks were made of, or None when only the admin can show it."""
    parts = list(stream)
    if not parts:
        return ""
    if len(parts) > 1 or parts[0].block_type != "text":
        return None
    html = _bare(parts[0].value.source)
    for careful in (False, True):
        text = _text(html, careful)
        if text is not None and _bare(_html(text)) == html:
            return text
    return None


def _html(text):
    tokens = PARSER.parse(text.strip())
    depth = 0
    for token in tokens:
        depth += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        # The editor of Wagtail has no paragraphs in a list.
        token.hidden = token.hidden or (depth > 0 and token.type.startswith("paragraph"))
        for part in [token, *(token.children or [])]:
            part.tag = TAGS.get(part.tag, part.tag)
            if part.type == "link_open":
                part.attrs = {"href": part.attrs["href"]}
    html = PARSER.renderer.render(tokens, PARSER.options, {})
    return re.sub(r"</(p|h3|ul|ol|li)>\n", r"</\1>", html).replace("<br />", "<br/>").strip()


def _bare(html):
    """Return rich text without what the editor of Wagtail adds for itself."""
    html = re.sub(r' data-block-key="[^"]*"', "", html).replace("<br />", "<br/>")
    return re.sub(r"\n", "", html)


def _text(html, careful):
    writer = _Writer(careful)
    writer.feed(html)
    writer.close()
    return None if writer.failed else "".join(writer.out).strip()


class _Writer(HTMLParser):
    """Writes rich text as the little markup above; `failed` on anything else."""

    def __init__(self, careful):
        super().__init__(convert_charrefs=True)
        self.careful, self.failed = careful, False
        self.out, self.lists, self.links = [], [], []

    def handle_starttag(self, tag, attrs):
        """Write what begins."""
        attrs = dict(attrs)
        if tag in MARKS:
            self.out.append(MARKS[tag])
        elif tag == "br":
            self.out.append("\n")
        elif tag == "h3":
            self.out.append("### ")
        elif tag in ("ul", "ol"):
            self.out.append("\n" if self.lists else "")
            self.lists.append([tag, 0])
        elif tag == "li" and self.lists:
            self._begin_item()
        elif tag == "a" and set(attrs) == {"href"}:
            self.links.append(attrs["href"])
            self.out.append("[")
        elif tag != "p":
            self.failed = True

    def handle_endtag(self, tag):
        """Write what ends."""
        if tag in MARKS:
            self.out.append(MARKS[tag])
        elif tag == "a" and self.links:
            self.out.append(f"]({self.links.pop()})")
        elif tag in ("p", "h3"):
            self.out.append("\n\n")
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.out.append("" if self.lists else "\n")
        elif tag == "li":
            self.out.append("" if self.out[-1:] == ["\n"] else "\n")

    def handle_data(self, data):
        """Write text; carefully, so that nothing in it counts as markup."""
        if self.careful:
            data = LINE_START.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", data))
        self.out.append(data)

    def _begin_item(self):
        kind, number = self.lists[-1]
        self.lists[-1][1] = number + 1
        indent = "   " * (len(self.lists) - 1)
        self.out.append(f"{indent}{f'{number + 1}.' if kind == 'ol' else '-'} ")
