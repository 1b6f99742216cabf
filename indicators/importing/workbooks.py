"""Workbooks of a spreadsheet program: the first sheet in sight of an XLSX, as it shows figures."""

import re
import zipfile
import zlib
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from itertools import repeat

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from indicators.importing.numbers import Exact, Formula
from indicators.importing.problems import Unreadable

# A workbook is a ZIP: a small file may ask for all memory there is.
LARGEST_UNPACKED = 512 * 1024 * 1024
MOST_FILES = 2000
CHUNK = 1 << 20
FORMULA = re.compile(rb"<(\w{1,15}:)?f[\s/>]")
# What the library raises for a workbook that is cut off or was made by hand.
DAMAGED = (
    *(InvalidFileException, zipfile.BadZipFile, zlib.error, SyntaxError, OSError, EOFError),
    *(KeyError, IndexError, ValueError, TypeError, AttributeError),
)
# In how a number is shown: text, one sign as it is, a space as wide as a sign, and [Red].
NOT_MEANT = re.compile(r'"[^"]*"|\\.|[_*].|\[[^]]*\]')


def opened(path):
    """Return in words how a workbook is written, and a function that yields its lines and cells."""
    _refuse_bombs(path)
    with _workbook(path) as book:
        others = len(book.sheetnames) - 1
        title = _sheet(book).title

    def read():
        with _workbook(path) as book, _workbook(path, data_only=False) as written:
            sheet = _sheet(book)
            # Twice the work, so only for a sheet that has formulas.
            beside = _sheet(written).iter_rows() if _has_formulas(path) else repeat(())
            rows = zip(sheet.iter_rows(), beside, strict=False)
            for number, (row, formulas) in enumerate(rows, start=1):
                yield number, _trimmed(_texts(row, formulas))

    form = _("XLSX, werkblad %(title)s") % {"title": title}
    if others > 0:
        form = ngettext(
            "%(form)s; het andere werkblad wordt niet gelezen",
            "%(form)s; de andere %(others)s werkbladen worden niet gelezen",
            others,
        ) % {"form": form, "others": others}
    return form, read


@contextmanager
def _workbook(path, data_only=True):
    """Open a workbook; whatever is found damaged in it, then or later, makes it unreadable."""
    try:
        with closing(
            load_workbook(path, read_only=True, data_only=data_only, keep_links=False)
        ) as book:
            yield book
    except DAMAGED as error:
        raise Unreadable(_("Dit bestand is geen leesbaar XLSX-bestand.")) from error


def _sheet(book):
    """Return the first sheet of cells that is not hidden."""
    sheet = next((each for each in book.worksheets if each.sheet_state == "visible"), None)
    if sheet is None:
        raise Unreadable(_("Er staat geen werkblad in dit bestand."))
    # What a sheet says of its own size is often wrong.
    sheet.reset_dimensions()
    return sheet


def _has_formulas(path):
    with zipfile.ZipFile(path) as packed:
        sheets = [name for name in packed.namelist() if name.startswith("xl/worksheets/")]
        return any(_holds_formula(packed.open(name)) for name in sheets)


def _holds_formula(file):
    with file:
        before = b""
        while chunk := file.read(CHUNK):
            if FORMULA.search(before + chunk):
                return True
            before = chunk[-20:]
    return False


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


def _texts(row, formulas):
    texts = [_text(cell) for cell in row]
    for place, cell in enumerate(formulas):
        # A formula that gives no text is written with an outcome: that of one without is unknown.
        if cell.data_type == "f" and row[place].value is None and row[place].data_type != "str":
            texts[place] = Formula(getattr(cell.value, "text", cell.value))
    return texts


def _text(cell):
    """Return a cell as the sheet means it: 0,45 shown as 45% is 45."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, _shown_as(cell))
    if isinstance(value, date):
        # A day of which a sheet shows the year alone is meant as a year; a datetime is a date.
        return f"{value:%Y}" if _shown_as(cell).lower() == "yyyy" else f"{value:%Y-%m-%d}"
    return str(value)


def _shown_as(cell):
    return getattr(cell, "number_format", "") or ""


def _number(value, shown_as):
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    # A cell holds binary fractions: 16 digits are more than anybody typed.
    number = Decimal(repr(value)) if isinstance(value, int) else Decimal(f"{value:.12g}")
    if "%" in _meant(shown_as, value):
        number *= 100
    text = f"{number:f}"
    return Exact(text.rstrip("0").rstrip(".") if "." in text else text)


def _meant(shown_as, value):
    """Return how a number is shown without the text around it; below zero may have its own way.

    0,45 shown as 0" %" is no share of a hundred.
    """
    ways = NOT_MEANT.sub("", shown_as).split(";")
    return ways[1] if value < 0 and len(ways) > 1 else ways[0]
