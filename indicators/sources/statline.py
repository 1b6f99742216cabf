"""Fetch tables of StatLine, the databank of the CBS, by its old (v3) and new (v4) service.

Both give the same file: a row for each area (and period, where the table has them), a column for
each subject, named by its title and unit. Their own documentation:
https://www.cbs.nl/nl-nl/onze-diensten/open-data
"""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from . import statline_v3, statline_v4
from .client import PATIENT, Client, Patience, SourceError
from .delivery import Delivery, write
from .dimensions import Areas
from .errors import writing_in
from .odata import Choice
from .pages import Pages

V3 = "https://opendata.cbs.nl/ODataFeed/odata"
V4 = "https://datasets.cbs.nl/odata/v1/CBS"
# "Kerncijfers wijken en buurten": one table for each year, with the borders of that year.
KWB = {
    2013: "82339NED",
    2014: "82931NED",
    2015: "83220NED",
    2016: "83487NED",
    2017: "83765NED",
    2018: "84286NED",
    2019: "84583NED",
    2020: "84799NED",
    2021: "85039NED",
    2022: "85318NED",
    2023: "85618NED",
    2024: "85984NED",
    2025: "86165NED",
}
LICENCE = "CC BY 4.0, naamsvermelding: CBS"
PAGE = "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/%s"

Report = Callable[[int, int | None], None]


def fetch_v3(
    table_id: str,
    folder: Path,
    report: Report,
    *,
    columns: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
    base_url: str = V3,
    patience: Patience = PATIENT,
) -> Delivery:
    """Fetch a table by the old service into `<folder>/cbs-<table>.csv`.

    `columns` are titles ("Aantal inwoners"), `areas` codes or their beginnings ("GM0363",
    "WK0363"); None takes all. `report` gets, after each page, the rows so far and the total
    when that is known. A fetch that was cut off goes on where it was when called again with the
    same question, unless the table changed. Raises SourceError.
    """
    choice = _choice(columns, areas)
    with writing_in(folder), Client(patience) as client:
        return _fetch(statline_v3.Table, client, base_url, table_id, folder, report, choice)


def fetch_v4(
    table_id: str,
    folder: Path,
    report: Report,
    *,
    columns: Iterable[str] | None = None,
    areas: Iterable[str] | None = None,
    base_url: str = V4,
    patience: Patience = PATIENT,
) -> Delivery:
    """Fetch a table by the new service into `<folder>/cbs-<table>-v4.csv`; see `fetch_v3`.

    This service sends figures one by one: `report` counts those, not rows.
    """
    choice = _choice(columns, areas)
    with writing_in(folder), Client(patience) as client:
        return _fetch(statline_v4.Table, client, base_url, table_id, folder, report, choice)


def _choice(columns, areas):
    return Choice(None if columns is None else tuple(columns), Areas(areas))


def _fetch(table_class, client, base_url, table_id, folder, report, choice):
    if not re.fullmatch(r"[0-9A-Za-z_-]+", table_id):
        raise SourceError(
            _("“%(table)s” is geen nummer van een tabel. Een nummer is bijvoorbeeld 85984NED.")
            % {"table": table_id}
        )
    table = table_class(client, f"{base_url.rstrip('/')}/{table_id}", choice)
    year = _boundary_year(table_id, table.title)
    name = f"cbs-{table_id}{table.suffix}"
    pages = Pages(folder / f"{name}.part", table.start, table.edition)
    pages.collect(client, table.rows_of, table.next_of, report, table.total)
    _check(pages, table, table_id)
    path = folder / f"{name}.csv"
    file_hash = write(path, table.header, table.rows(pages))
    pages.remove()
    return Delivery(
        path=path,
        title=table.title,
        source="CBS",
        licence=LICENCE,
        url=PAGE % table_id,
        boundary_year=year,
        retrieved_at=timezone.localdate(),
        file_hash=file_hash,
        provisional=table.provisional,
        notes=(*_notes(table_id, choice), *table.remarks),
    )


def _check(pages, table, table_id):
    """Refuse pages of two editions, and a table without rows: it would replace what there is."""
    if table.edition_now() != table.edition:
        pages.remove()
        raise SourceError(
            _("Tabel %(table)s is tijdens het ophalen vernieuwd. Haal de cijfers opnieuw op.")
            % {"table": table_id}
        )
    if pages.state.rows == 0:
        pages.remove()
        raise SourceError(
            _("Tabel %(table)s geeft geen regels. Kijk het nummer en de gekozen gebieden na.")
            % {"table": table_id}
        )


def _boundary_year(table_id, title):
    """Return the year of the borders, which for the key figures stands in the title."""
    found = re.search(r"wijken en buurten.*?\b((?:19|20)\d\d)\b", title, re.IGNORECASE)
    year = int(found[1]) if found else None
    expected = {table: year for year, table in KWB.items()}.get(table_id)
    if expected not in (None, year):
        raise SourceError(
            _("Tabel %(table)s heet “%(title)s”; dat is niet %(year)d. Meld dit aan de bouwer.")
            % {"table": table_id, "title": title, "year": expected}
        )
    return year


def _notes(table_id, choice):
    yield _("StatLine, tabel %(table)s. Een lege cel is een cijfer dat het CBS niet geeft.") % {
        "table": table_id
    }
    if choice.columns is not None:
        yield _("Niet alle onderwerpen van de tabel zijn opgehaald.")
    if choice.areas.codes is not None:
        yield _("Alleen deze gebieden zijn opgehaald: %(codes)s.") % {
            "codes": ", ".join(choice.areas.codes)
        }
