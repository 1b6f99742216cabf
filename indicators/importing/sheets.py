"""Files as sheets: a header and lines of cells, all text, read one line at a time."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from indicators.importing import textfiles, workbooks
from indicators.importing.problems import Unreadable

# How many lines are looked at to find the one with the names of the columns.
LOOKED_AT = 20
MOST_COLUMNS = 2000
SUFFIXES = {".csv": textfiles, ".txt": textfiles, ".tsv": textfiles, ".xlsx": workbooks}


@dataclass(frozen=True)
class Sheet:
    """A file whose lines can be read more than once.

    `header` holds the names of the columns, trimmed; `header_line` is where it stands, counted
    from one. `form` tells in words how the file is written. A workbook keeps no empty cells at the
    end of a line; in a text file a line with fewer cells was cut off.
    """

    path: Path
    header: tuple[str, ...]
    header_line: int
    form: str
    keeps_empty_cells: bool
    _read: object = field(repr=False, compare=False)

    def lines(self):
        """Yield the number of each line below the header, and its cells as text.

        Empty lines are skipped. Raises `Unreadable` where a line cannot be read.
        """
        for number, cells in self._read():
            if number > self.header_line and any(map(str.strip, cells)):
                yield number, cells


def open_sheet(path, header_line=None):
    """Return the sheet in a file; the header is the first line that looks like one, or as told.

    Raises `Unreadable` for what is no CSV or XLSX, or has no columns.
    """
    path = Path(path)
    kind = SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise Unreadable(_("Alleen CSV en XLSX kunnen worden ingelezen."))
    form, read = kind.opened(path)
    first = []
    for number, cells in read():
        first.append((number, cells))
        if len(first) >= max(LOOKED_AT, header_line or 0):
            break
    if not first:
        raise Unreadable(_("Dit bestand is leeg."))
    number, cells = _header(first, header_line)
    header = tuple(_name(cell) for cell in cells)
    named = sum(map(bool, header))
    # A column without a name can be chosen as well.
    header = tuple(
        name or _("kolom %(number)s") % {"number": place} for place, name in enumerate(header, 1)
    )
    if len(header) > MOST_COLUMNS:
        raise Unreadable(_("Dit bestand heeft te veel kolommen."), number)
    if named < 2:
        raise Unreadable(
            _("Hier staan geen twee kolommen. Klopt het scheidingsteken, en de aanhalingstekens?"),
            number,
        )
    return Sheet(path, header, number, form, kind is textfiles, read)


def _header(first, wanted):
    if wanted:
        found = next(((n, cells) for n, cells in first if n == wanted), None)
        if found is None:
            raise Unreadable(_("Regel %(line)s is er niet.") % {"line": wanted}, wanted)
        return found
    widths = Counter(len(cells) for _number, cells in first if any(cells))
    width = max(widths, key=lambda found: (widths[found], found), default=0)
    # Above the names of the columns may stand a title, and lines with fewer cells.
    for number, cells in first:
        if len(cells) >= width and sum(1 for cell in cells if cell.strip()) > width / 2:
            return number, cells
    return first[0]


def _name(cell):
    # Some programs leave a byte order mark at the end of the first name.
    return " ".join(cell.replace("\N{ZERO WIDTH NO-BREAK SPACE}", "").split())
