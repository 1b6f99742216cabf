"""Documents to search in, from a file of JSON lines.

    {"id": "schulden", "title": "Wat doe ik bij schulden?", "text": "Vraag hulp aan …"}

Only `id` is needed. Also used when there: `summary`, `url`, `themes` or `keywords` (words the
document is filed under), `alternatives` (other names for it) and `date`. HTML is taken out.
"""

import hashlib
from datetime import date

from search.documents import Document
from search.evaluation import plain_text
from search.evaluation.lines import BadFile, first, objects, text

IDS = ("id", "_id", "doc_id", "docid", "document_id", "identifier")
TITLES = ("title", "titel", "name", "question", "heading")
TEXTS = ("text", "body", "content", "contents", "tekst", "answer", "passage")
SUMMARIES = ("summary", "samenvatting", "introduction", "intro", "abstract", "description")
URLS = ("url", "uri", "link", "canonical")
KEYWORDS = ("keywords", "themes", "subjects", "tags", "topics", "onderwerpen")
DATES = ("date", "published", "datum", "modified", "lastmodified")
KIND = "pagina"
# Elasticsearch refuses ids of more bytes, and so long a text is no page.
LONGEST_ID = 400
LONGEST_TEXT = 2_000_000


def read(path):
    """Yield the documents of a file."""
    empty = True
    for number, found in objects(path):
        empty = False
        yield _document(found, path, number)
    if empty:
        raise BadFile(path, None, "holds no documents")


def key(id):
    """Return an id as engines keep it."""
    id = text(id)
    long = len(id.encode()) > LONGEST_ID
    return f"sha256:{hashlib.sha256(id.encode()).hexdigest()}" if long else id


def _document(found, path, number):
    id = first(found, IDS)
    if not isinstance(id, (str, int)) or str(id) == "":
        raise BadFile(path, number, f'no id; write it as a text in "{IDS[0]}"')
    body = _running(first(found, TEXTS))[:LONGEST_TEXT]
    title = _running(first(found, TITLES))[:LONGEST_TEXT]
    return Document(
        id=key(id),
        type=KIND,
        title=title or plain_text.opening(body),
        url=text(first(found, URLS) or ""),
        summary=_running(first(found, SUMMARIES))[:LONGEST_TEXT] or plain_text.summary(body),
        body=body,
        keywords=_words(first(found, KEYWORDS)),
        alternatives=_words(found.get("alternatives")),
        published=_date(first(found, DATES)),
    )


def _running(value):
    """Return a text, or the texts of a list or an object below each other, without HTML."""
    if value is None:
        return ""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return "\n".join(filter(None, map(_running, value)))
    return plain_text.without_html(text(value)).strip()


def _words(value):
    if value is None:
        return ()
    values = value if isinstance(value, list) else str(value).split(",")
    return tuple(filter(None, (_running(each) for each in values)))


def _date(value):
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
