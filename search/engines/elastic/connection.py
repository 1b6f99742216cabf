"""The connection to the server, and its errors in the words of search.engines.base."""

import re
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from elasticsearch import ApiError, Elasticsearch, TransportError

from search.engines.base import NotUnderstood, SearchUnavailable

ALIAS = re.compile(r"[a-z0-9][a-z0-9_-]*")
# Behind the name of an index stands that of its figures, which no other site may have.
FIGURES = "-figures"
# A searcher would rather hear that it does not work than wait.
SEARCH_TIMEOUT = 1.5
WRITE_TIMEOUT = 30
BAD_REQUEST = 400


def connect(url, ca_file="", api_key=""):
    """Return a client and the name of the index in a `SEARCH_URL`.

    What the server shows for itself is checked against a file of certificates, else against
    those that the machine trusts. An API key goes before the login in the address.
    """
    parts = urlsplit(url)
    alias = parts.path.strip("/") or "wijkkennis"
    if not ALIAS.fullmatch(alias) or alias.endswith(FIGURES):
        raise ValueError(f"SEARCH_URL: {alias!r} cannot be the name of an index.")
    port = parts.port or (443 if parts.scheme == "https" else 9200)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    client = Elasticsearch(
        f"{parts.scheme}://{host}:{port}",
        **_identity(parts, api_key),
        **({"ca_certs": ca_file} if ca_file and parts.scheme == "https" else {}),
        request_timeout=SEARCH_TIMEOUT,
        # A client that tries again makes the searcher wait for all of it.
        max_retries=0,
        retry_on_timeout=False,
    )
    return client, alias


def _identity(parts, api_key):
    if api_key:
        return {"api_key": api_key}
    if parts.username:
        return {"basic_auth": (unquote(parts.username), unquote(parts.password or ""))}
    return {}


@contextmanager
def speaking():
    """Turn what the client raises into an engine that does not answer."""
    try:
        yield
    except ApiError as error:
        # Without the reason: it may hold what somebody searched for.
        raise failure(error.status_code, error.message) from error
    except TransportError as error:
        raise SearchUnavailable(str(error)[:500]) from error


def failure(status, message):
    """Return what to raise for an answer that tells of an error."""
    kind = NotUnderstood if status == BAD_REQUEST else SearchUnavailable
    return kind(f"{status} {message}")
