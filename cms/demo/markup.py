"""Turns the plain text of the content files into the HTML of a rich text field."""

import re

from django.utils.html import escape

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]]+)\]\((https?://[^)\s]+|/[^)\s]*)\)")


def html(text):
    """Return HTML: blank lines part paragraphs, `- ` makes a list, `### ` a heading."""
    parts = (part.strip() for part in re.split(r"\n\s*\n", text.strip()))
    return "".join(_block(part) for part in parts if part)


def _block(part):
    lines = part.splitlines()
    if part.startswith("### "):
        rest = "\n".join(lines[1:]).strip()
        return f"<h3>{_inline(lines[0][4:])}</h3>" + (_block(rest) if rest else "")
    first_item = next((n for n, line in enumerate(lines) if line.startswith("- ")), None)
    if first_item is None:
        return f"<p>{_inline(' '.join(lines))}</p>"
    lead = f"<p>{_inline(' '.join(lines[:first_item]))}</p>" if first_item else ""
    return f"{lead}<ul>{_list_items(lines[first_item:])}</ul>"


def _list_items(lines):
    # A line that does not begin with a dash goes on with the item before it.
    items = re.split(r"(?:^|\n)- ", "\n".join(lines))[1:]
    return "".join(f"<li>{_inline(' '.join(item.split()))}</li>" for item in items)


def _inline(text):
    marked = BOLD.sub(r"<b>\1</b>", escape(" ".join(text.split())))
    return LINK.sub(r'<a href="\2">\1</a>', marked)
