"""What both editions of StatLine's service share: lists of records, and questions in addresses."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils import timezone
from django.utils.translation import gettext as _

from .client import Client
from .columns import Topic, chosen, headers
from .dimensions import Areas, Dimension, leading_columns
from .errors import SourceError, report_it

# What a table says when its figures may still change: "2024*" (CBS, Verklaring van tekens).
PROVISIONAL_SIGN = r"\b(19|20)\d\d\*"
# Signs that mean something within an option, and are read as they are in an address.
SAFE = "$,()'"


@dataclass(frozen=True)
class Choice:
    """Which part of a table to fetch: titles of columns, or None for all, and areas."""

    columns: tuple[str, ...] | None
    areas: Areas


class Subjects:
    """The columns of a file: dimensions first, then the chosen topics by their headers."""

    def __init__(self, dimensions: list[Dimension], topics: list[Topic], choice: Choice):
        """Name the columns among all topics, so that a choice does not change a name."""
        leading = leading_columns(dimensions)
        names = headers(topics, leading)
        self.keys = [one.key for one in chosen(topics, choice.columns)]
        self.header = [*leading, *(names[key] for key in self.keys)]


def records(data: dict) -> list[dict]:
    """Return the records on a page; SourceError when it has no list of them."""
    rows = data.get("value")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceError(
            _("Het antwoord van StatLine heeft een andere vorm dan verwacht: %(start)s. %(remedy)s")
            % {"start": repr(data)[:200], "remedy": report_it()}
        )
    return rows


def everything(client: Client, url: str, link: str) -> list[dict]:
    """Return all records of a list, from all its pages; `link` is what names the next page."""
    pages = client.walk(url, lambda data, _url: data.get(link))
    return [record for page in pages for record in records(page.data)]


def unknown_edition() -> str:
    """Return what tells editions apart when the service does not: today."""
    return timezone.localdate().isoformat()


def address(url: str, **options: str) -> str:
    """Return an address with `$`-options; those that are empty are left out."""
    pairs = [f"${name}={quote(value, safe=SAFE)}" for name, value in options.items() if value]
    return "?".join((url, "&".join(pairs))) if pairs else url
