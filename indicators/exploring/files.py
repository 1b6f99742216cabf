"""What the explorer shows, as files: CSV and XLSX for spreadsheets, JSON for whoever builds on it.

A row for each area and period, with where the figure comes from and what may be done with it.
"""

import csv
import io
import re
from decimal import Decimal
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from openpyxl import Workbook

from indicators import formatting, tables
from indicators.exports import harmless
from indicators.models import Outcome

# What XML, and so a spreadsheet, has no place for.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
FORMS = ("csv", "xlsx", "json")


def addresses(choice):
    """Return the addresses of a choice: as a page, as each file, and to stand in a frame."""
    names = {"page": "explore", "embed": "explore_embed"} | {
        form: f"explore_{form}" for form in FORMS
    }
    return {key: address(name, choice) for key, name in names.items()}


def address(name, choice):
    """Return the address at which a choice is shown."""
    asked = choice.as_querystring()
    return reverse(name) + (f"?{asked}" if asked else "")


def absolute(url):
    """Return an address on this site with its host."""
    return urljoin(settings.BASE_URL, url)


def records(exploration):
    """Return every figure on screen as a mapping of plain values, areas first.

    `value` is a Decimal in the unit of the indicator or None, `distance` the value minus that
    of the comparator on the same day, both rounded as on screen; `outcome` stands with the last
    of the days compared.
    """
    courses = {course.area.pk: course for course in exploration.courses}
    collected = exploration.collected
    found = []
    for role, lines in (("area", exploration.table.lines), ("beside", exploration.table.beside)):
        for line in lines:
            course = courses.get(line.area.pk) if role == "area" else None
            beside = collected.of(course.comparator) if course else {}
            found += [
                _record(exploration, role, cell, course, beside.get(cell.period_date))
                for cell in line.cells
                if cell
            ]
    return found


def _record(exploration, role, cell, course, beside):
    compared = course.comparator if course else None
    decimals = exploration.chosen.indicator.decimals
    last = course and cell.period_date == exploration.analysis.follow_up
    return {
        "area_code": cell.area.code,
        "area": cell.area.full_name,
        "role": role,
        "period": cell.period,
        "date": cell.period_date,
        "value": _rounded(cell.value, decimals),
        "missing": str(cell.figure.reason),
        "provisional": cell.is_provisional,
        "compared_with": compared.full_name if compared else "",
        "compared_with_code": compared.code if compared else "",
        "distance": _rounded(tables.distance(cell.figure, beside and beside.figure), decimals),
        "outcome": course.outcome if last and exploration.analysis.is_comparison else "",
        "boundary_year": cell.dataset.boundary_year,
        "dataset": cell.dataset.title,
        "source": cell.dataset.source,
        "licence": cell.dataset.licence,
    }


def _rounded(value, decimals):
    return None if value is None else formatting.rounded(value, decimals)


def as_csv(exploration):
    """Return the figures as CSV that opens well in a Dutch spreadsheet.

    Semicolons, decimal commas and a byte order mark; bare numbers, their unit in a column.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    for row in _rows(exploration):
        writer.writerow([_written(cell) for cell in row])
    return "\N{BYTE ORDER MARK}" + file.getvalue()


def as_xlsx(exploration):
    """Return the figures as the bytes of a workbook: the figures, what they say, the sources."""
    book = Workbook(write_only=True)
    sheets = {
        _("Cijfers"): _rows(exploration),
        _("In woorden"): [[line] for line in (*_told(exploration), *_notes(exploration))],
        _("Bronnen"): _sources(exploration),
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([_safe(cell) for cell in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_json(exploration):
    """Return everything on screen as plain values; docs/figures.md says what each means."""
    chosen, problems = exploration.chosen, exploration.problems
    answer = {
        "question": chosen.choice.as_querystring(),
        "problems": [{"parameter": p.parameter, "message": p.message} for p in problems],
        "links": {name: absolute(url) for name, url in addresses(chosen.choice).items()},
    }
    if not exploration.has_figures:
        return answer | {"figures": []}
    indicator, found = chosen.indicator, exploration.analysis
    return answer | {
        "indicator": {
            "code": indicator.code,
            "name": indicator.name,
            "unit": indicator.unit,
            "direction": indicator.direction,
            "definition": indicator.definition,
            "tolerance": float(indicator.tolerance),
        },
        "baseline": found.baseline and found.baseline.isoformat(),
        "follow_up": found.follow_up and found.follow_up.isoformat(),
        "sentences": _told(exploration),
        "notes": _notes(exploration),
        "counts": {count.outcome: count.count for count in found.counted.counts}
        if found.is_comparison
        else {},
        "figures": [_plain(record) for record in records(exploration)],
        "sources": [
            dict(zip(("dataset", "source", "licence", "url", "boundary_year"), row, strict=True))
            for row in _sources(exploration)[1:]
        ],
    }


def _rows(exploration):
    indicator = exploration.chosen.indicator
    yield [
        _("Code van het gebied"), _("Gebied"), _("Rol"), _("Indicator"), _("Eenheid"),
        _("Periode"), _("Peildatum"), _("Waarde"), _("Geen waarde omdat"), _("Voorlopig"),
        _("Vergeleken met"), _("Code daarvan"), _("Verschil"), _("Uitkomst"),
        _("Grenzen van"), _("Dataset"), _("Bron"), _("Licentie"),
    ]  # fmt: skip
    roles = {"area": _("gebied"), "beside": _("ter vergelijking")}
    for found in records(exploration):
        yield [
            found["area_code"], found["area"], roles[found["role"]], indicator.name,
            indicator.unit, found["period"], found["date"].isoformat(),
            found["value"], found["missing"],
            _("ja") if found["provisional"] else _("nee"), found["compared_with"],
            found["compared_with_code"], found["distance"],
            str(Outcome(found["outcome"]).label) if found["outcome"] else "",
            found["boundary_year"], found["dataset"], found["source"], found["licence"],
        ]  # fmt: skip


def _sources(exploration):
    head = [_("Dataset"), _("Bron"), _("Licentie"), _("Webadres"), _("Grenzen van")]
    return [head] + [
        [found.title, found.source, found.licence, found.url, found.boundary_year]
        for found in exploration.datasets
    ]


def _told(exploration):
    of_areas = [f"{area.full_name}: {sentence}" for area, sentence in exploration.of_areas]
    return [*exploration.sentences, *of_areas]


def _notes(exploration):
    return [*exploration.notes, *exploration.breaks]


def _plain(record):
    numbers = {
        name: None if record[name] is None else float(record[name])
        for name in ("value", "distance")
    }
    return record | numbers | {"date": record["date"].isoformat()}


def _written(cell):
    """Return a cell of a CSV file: a number with a decimal comma, a text that is no formula."""
    return str(cell).replace(".", ",") if isinstance(cell, Decimal) else _safe(cell)


def _safe(cell):
    return harmless(UNWRITABLE.sub("", cell)) if isinstance(cell, str) else cell
