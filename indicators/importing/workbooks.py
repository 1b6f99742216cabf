"""Workbooks of a spreadsheet program: the first sheet of an XLSX, as it shows its figures."""

import zipfile
from contextlib import closing
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from indicators.importing.numbers import Exact
from indicators.importing.problems import Unreadable

# A workbook is a ZIP: a small file may ask for all memory there is.
LARGEST_UNPACKED = 512 * 1024 * 1024
MOST_FILES = 2000


def opened(path):
    """Return in words how a workbook is written, and a function that yields its lines and cells."""
    _refuse_bombs(path)
    with closing(_workbook(path)) as book:
        names = book.sheetnames
        title = names[0] if names else ""
    if not title:
        raise Unreadable(_("Er staat geen werkblad in dit bestand."))

    def read():
        with closing(_workbook(path)) as book:
            # What a sheet says of its own size is often wrong.
            book.worksheets[0].reset_dimensions()
            for number, row in enumerate(book.worksheets[0].iter_rows(), start=1):
                yield number, _trimmed([_text(cell) for cell in row])

    form = _("XLSX, werkblad %(title)s") % {"title": title}
    if len(names) > 1:
        form = _("%(form)s; de andere %(others)s werkbladen worden niet gelezen") % {
            "form": form,
            "others": len(names) - 1,
        }
    return form, read


def _workbook(path):
    try:
        return load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable(_("Dit bestand is geen leesbaar XLSX-bestand.")) from error


def _refuse_bombs(path):
    try:
        with zipfile.ZipFile(path) as packed:
            files = packed.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise Unreadable(_("Dit bestand is geen leesbaar XLSX-bestand.")) from error
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > LARGEST_UNPACKED:
        raise Unreadable(_("Dit XLSX-bestand is uitgepakt te groot. Bewaar het als CSV."))


def _trimmed(cells):
    # A sheet that was formatted to its edge has thousands of empty cells behind the last.
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _text(cell):
    """Return a cell as the sheet means it: 0,45 shown as 45% is 45."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, getattr(cell, "number_format", "") or "")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _number(value, shown_as):
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    # A cell holds binary fractions: 16 digits are more than anybody typed.
    number = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.12g}")
    if "%" in shown_as:
        number *= 100
    text = f"{number:f}"
    return Exact(text.rstrip("0").rstrip(".") if "." in text else text)
