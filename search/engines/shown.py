"""What an engine keeps of a document to show it, and the hit that becomes of it."""

from datetime import date

from search import highlighting
from search.engines import attached
from search.results import Hit


def kept(document):
    """Return what is shown of a document, as plain values."""
    return {
        "type": document.type,
        "title": document.title,
        "url": document.url,
        "summary": document.summary,
        "body": document.body,
        "facts": list(document.facts),
        "published": document.published.isoformat() if document.published else None,
        "location": list(document.location) if document.location else None,
    }


def hit(id, values, marks=None, score=0.0, files=()):
    """Return what was kept as a hit, with what was asked for pointed out, in its files too."""
    # A long text is only read where something is pointed out in it.
    title, summary, body = values["title"], values["summary"], values.get("body", "")
    published, location = values["published"], values["location"]
    return Hit(
        id=id,
        type=values["type"],
        title=title,
        url=values["url"],
        summary=summary,
        title_highlight=highlighting.mark(title, marks) if marks else None,
        highlight=_highlight(summary, body, marks) if marks else None,
        in_file=attached.saying(files, values, marks) if files and marks else None,
        facts=tuple(values["facts"]),
        published=date.fromisoformat(published) if published else None,
        location=tuple(location) if location else None,
        score=score,
    )


def _highlight(summary, body, marks):
    return highlighting.passage(summary, marks) or highlighting.passage(body, marks)
