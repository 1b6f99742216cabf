"""Tables of figures as CSV, as a Dutch spreadsheet opens them."""

import csv
import io

from django.utils.translation import gettext as _

from indicators import formatting

# A spreadsheet takes a cell that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def of_grid(grid):
    """Return exactly the table of an indicator page as CSV.

    Semicolons, decimal commas and a byte order mark, so that it opens well in a Dutch
    spreadsheet. Values are bare numbers; the unit stands above them.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    unit = f" ({grid.indicator.unit})" if grid.indicator.unit else ""
    header = [_("Gebied"), *(f"{column.label}{unit}" for column in grid.columns)]
    if grid.has_changes:
        header.append(f"{_('Verandering')}{unit}")
    writer.writerow(harmless(cell) for cell in header)
    for line in grid.lines:
        writer.writerow(_line(grid, line))
    return "\N{BYTE ORDER MARK}" + file.getvalue()


def harmless(text):
    """Return a text that no spreadsheet will run: a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _line(grid, line):
    cells = [harmless(line.area.full_name)]
    cells += [_cell(cell, grid.indicator) for cell in line.cells]
    if grid.has_changes:
        cells.append(_number(line.change, grid.indicator))
    return cells


def _cell(measurement, indicator):
    if measurement is None:
        return ""
    if measurement.value is None:
        return harmless(measurement.figure.reason)
    return _number(measurement.value, indicator)


def _number(value, indicator):
    return "" if value is None else formatting.for_csv(value, indicator)
