"""What a source delivers: a CSV file on disk, and what is known of it."""

import csv
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.utils.translation import gettext as _

from .errors import SourceError


@dataclass(frozen=True)
class Delivery:
    """A file of figures. UTF-8, `;`, decimal point, LF, a header; an empty cell is missing.

    `boundary_year` is None when the source does not say which borders it uses; `file_hash` is
    the SHA-256 of the file in hex; `notes` are caveats in Dutch.
    """

    path: Path
    title: str
    source: str
    licence: str
    url: str
    boundary_year: int | None
    retrieved_at: date
    file_hash: str
    provisional: bool
    notes: tuple[str, ...]


def write(path: Path, header: list[str], rows: Iterable[list[str]]) -> str:
    """Write the file, whole or not at all, and return its SHA-256 in hex."""
    unfinished = path.with_name(f"{path.name}.new")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    with unfinished.open("rb") as file:
        file_hash = hashlib.file_digest(file, "sha256").hexdigest()
    unfinished.replace(path)
    return file_hash


def cell(value: object) -> str:
    """Return a value of a source as text in a cell; SourceError when it is no single value."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise SourceError(
            _("Er staat iets anders dan een getal of een tekst in de cijfers: %(value)s.")
            % {"value": repr(value)[:100]}
        )
    return _plain(value)


def _plain(number):
    """Return a number without exponent and without zeros that say nothing: 17081507.0 is whole."""
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.rstrip("0").rstrip(".") if "." in text else text
