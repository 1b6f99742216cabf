"""Every measurement of an indicator that counts: a row for each area and day.

Rows are read and written in parts, so that a hundred thousand of them fill no memory.
"""

import csv
import hashlib
import io
import json
from itertools import groupby, islice
from typing import NamedTuple

from django.utils.translation import gettext as _

from content.addresses import absolute
from content.models import Area
from indicators import current
from indicators.exports import harmless
from indicators.models import Dataset

# Read from the database and written to the visitor at once.
PART = 1000


class Row(NamedTuple):
    """A measurement with its area and its delivery, as the database has them."""

    code: str
    name: str
    kind: str
    parent: str | None
    period: str
    date: object
    value: object
    missing: str
    provisional: bool
    status: str
    dataset: str
    source: str
    licence: str
    boundary_year: int | None
    url: str

    @property
    def municipality(self):
        """Return the code of the municipality that the area is or lies in, or nothing."""
        if self.kind == Area.Kind.MUNICIPALITY:
            return self.code
        return (self.parent or "") if self.kind == Area.Kind.NEIGHBOURHOOD else ""

    @property
    def is_provisional(self):
        """Tell whether the value may still change, as it or its whole delivery says."""
        return self.provisional or self.status == Dataset.Status.PROVISIONAL


FIELDS = (
    *("area__code", "area__name", "area__kind", "area__parent__code"),
    *("period", "period_date", "shown", "why_not", "provisional"),
    *("dataset__status", "dataset__title", "dataset__source", "dataset__licence"),
    *("dataset__boundary_year", "dataset__url"),
)


def rows(indicator):
    """Yield the measurements of an indicator by area and day (one query).

    Made-up figures are left out. Of two deliveries for one area and day the newer counts, as on
    the page of the indicator.
    """
    found = (
        current.measurements()
        .filter(indicator=indicator)
        .exclude(dataset__kind=Dataset.Kind.EXAMPLE)
        .order_by("area__code", "period_date", *current.NEWER_LAST)
        .values_list(*FIELDS)
    )
    read = map(Row._make, found.iterator(chunk_size=PART))
    for _place, same in groupby(read, key=lambda row: (row.code, row.date)):
        *_older, row = same
        yield row


def as_csv(indicator):
    """Yield the measurements as CSV that opens well in a Dutch spreadsheet, in parts."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    file.write("\N{BYTE ORDER MARK}")
    writer.writerow(_headings())
    yield _taken(file)
    for part in _parts(rows(indicator)):
        writer.writerows(_cells(row, indicator.unit) for row in part)
        yield _taken(file)


def as_json(indicator):
    """Yield the measurements as JSON, with what they are measurements of, in parts."""
    about = {
        "code": indicator.code,
        "name": indicator.name,
        "definition": indicator.definition,
        "unit": indicator.unit,
        "direction": indicator.direction,
        "source": indicator.source,
        "definitionChanges": [
            {"since": change.since.isoformat(), "what": change.what} for change in indicator.changes
        ],
        "url": absolute(indicator.get_absolute_url()),
    }
    yield f'{{"indicator": {_json(about)},\n"measurements": ['
    before = "\n"
    for part in _parts(rows(indicator)):
        yield before + ",\n".join(_json(_record(row, indicator.unit)) for row in part)
        before = ",\n"
    yield "\n]}\n"


def tag(write, indicator):
    """Return the ETag of the measurements as `write` gives them; keeps no more than a part."""
    seen = hashlib.blake2b(digest_size=16)
    for part in write(indicator):
        seen.update(part.encode())
    return f'"{seen.hexdigest()}"'


def _headings():
    return [
        _("Gebiedscode"),
        _("Gebied"),
        _("Soort gebied"),
        _("Gemeentecode"),
        _("Periode"),
        _("Peildatum"),
        _("Waarde"),
        _("Eenheid"),
        _("Geen waarde omdat"),
        _("Voorlopig"),
        _("Dataset"),
        _("Bron"),
        _("Licentie"),
        _("Grenzen van"),
        _("Webadres"),
    ]


def _cells(row, unit):
    return [
        harmless(row.code),
        harmless(row.name),
        row.kind,
        harmless(row.municipality),
        harmless(row.period),
        row.date.isoformat(),
        "" if row.value is None else f"{row.value.normalize():f}".replace(".", ","),
        harmless(unit),
        row.missing,
        _("ja") if row.is_provisional else _("nee"),
        harmless(row.dataset),
        harmless(row.source),
        harmless(row.licence),
        row.boundary_year or "",
        harmless(row.url),
    ]


def _record(row, unit):
    return {
        "areaCode": row.code,
        "areaName": row.name,
        "areaKind": row.kind,
        "municipalityCode": row.municipality or None,
        "period": row.period,
        "periodDate": row.date.isoformat(),
        "value": _number(row.value),
        "unit": unit,
        "missing": row.missing or None,
        "provisional": row.is_provisional,
        "dataset": row.dataset,
        "source": row.source,
        "licence": row.licence,
        "boundaryYear": row.boundary_year,
        "datasetUrl": row.url or None,
    }


def _number(value):
    """Return a value of fourteen digits, three of them decimals: a float holds it exactly."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _json(value):
    return json.dumps(value, ensure_ascii=False)


def _parts(found):
    while part := list(islice(found, PART)):
        yield part


def _taken(file):
    text = file.getvalue()
    file.seek(0)
    file.truncate()
    return text
