"""The connection to the server, and its errors in the words of search.engines.base."""

import re
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import SearchUnavailable

ALIAS = re.compile(r"[a-z0-9][a-z0-9_-]*")
# Behind the name of an index stands that of its figures, which no other site may have.
FIGURES = "-figures"
# A searcher would rather hear that it does not work than wait.
SEARCH_TIMEOUT = 1.5
WRITE_TIMEOUT = 30


def connect(url):
    """Return a client and the name of the index in a `SEARCH_URL`."""
    parts = urlsplit(url)
    alias = parts.path.strip("/") or "wijkkennis"
    if not ALIAS.fullmatch(alias) or alias.endswith(FIGURES):
        raise ValueError(f"SEARCH_URL: {alias!r} cannot be the name of an index.")
    port = parts.port or (443 if parts.scheme == "https" else 9200)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    client = Elasticsearch(
        f"{parts.scheme}://{host}:{port}",
        basic_auth=login,
        request_timeout=SEARCH_TIMEOUT,
        # A client that tries again makes the searcher wait for all of it.
        max_retries=0,
        retry_on_timeout=False,
    )
    return client, alias


@contextmanager
def speaking():
    """Turn what the client raises into an engine that does not answer."""
    try:
        yield
    except ApiError as error:
        # Without the reason: it may hold what somebody searched for.
        raise SearchUnavailable(f"{error.status_code} {error.message}") from error
    except TransportError as error:
        raise SearchUnavailable(str(error)[:500]) from error
