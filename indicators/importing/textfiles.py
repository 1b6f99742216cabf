"""Text files with a separator: CSV as Dutch and English programs write it."""

import csv
from collections import Counter
from itertools import islice

from django.utils.translation import gettext as _

from indicators.importing.encodings import encoding_of
from indicators.importing.problems import Unreadable

SEPARATORS = {";": _("puntkomma"), ",": _("komma"), "\t": _("tab")}
NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}
SAMPLE_LINES = 50
# No cell of a table of figures is longer; one that is comes of a quote that is never closed.
LONGEST_CELL = 100_000


def opened(path):
    """Return in words how a file is written, and a function that yields its lines and cells."""
    encoding = encoding_of(path)
    separator = _separator(path, encoding)

    def read():
        with path.open(encoding=encoding, newline="") as file:
            yield from _lines(csv.reader(_without_nulls(file), delimiter=separator, strict=True))

    form = _("%(encoding)s, gescheiden door een %(separator)s") % {
        "encoding": NAMES.get(encoding, "UTF-16"),
        "separator": SEPARATORS[separator],
    }
    return form, read


def _lines(reader):
    csv.field_size_limit(LONGEST_CELL)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Unreadable(
                _("De aanhalingstekens op deze regel kloppen niet, of een cel is te lang."), line
            ) from error
        yield line, cells
        # A cell may hold line ends, so the next line is not always one further.
        line = reader.line_num + 1


def _without_nulls(file):
    for number, line in enumerate(file, start=1):
        if "\0" in line:
            raise Unreadable(_("Op deze regel staat een leeg teken (NUL)."), number)
        yield line


def _separator(path, encoding):
    """Return the separator that divides the first lines most evenly."""
    with path.open(encoding=encoding, newline="") as file:
        sample = [line for line in islice(file, SAMPLE_LINES) if line.strip()]
    scores = {}
    for separator in SEPARATORS:
        counts = Counter(_outside_quotes(line, separator) for line in sample)
        counts.pop(0, None)
        number, often = max(counts.items(), key=lambda found: found[::-1], default=(0, 0))
        scores[separator] = (often, number)
    return max(scores, key=scores.get)


def _outside_quotes(line, separator):
    return sum(part.count(separator) for part in line.split('"')[::2])
