"""What a sheet tells before its lines are read: which columns are absent, how numbers go."""

from itertools import islice

from django.utils.translation import gettext as _

from indicators.importing import moments, numbers
from indicators.importing.problems import Problem

# In as many lines the decimal sign is looked for.
LOOKED_AT = 5000


def problems(sheet, mapping, indicators):
    """Return what keeps every line of a sheet from being read as a mapping says."""
    header, line = sheet.header, sheet.header_line
    found = [
        Problem(line, name, "", _("een kolom met deze naam")) for name in mapping.absent(header)
    ]
    found += [
        Problem(line, name, name, _("één kolom met deze naam; er zijn er meer"))
        for name in mapping.doubled(header)
    ]
    for column in mapping.columns:
        if column.indicator not in indicators:
            found.append(
                Problem(line, column.name, column.indicator, _("de code van een indicator"))
            )
        if column.period and moments.read(column.period) is None:
            found.append(Problem(line, column.name, column.period, _("een periode, zoals 2012")))
    if not mapping.columns and not mapping.is_long:
        found.append(Problem(line, "", "", _("minstens één kolom met cijfers")))
    return found


def decimal_sign(sheet, mapping):
    """Return the decimal sign of a sheet, or "" when its first lines do not tell."""
    return mapping.sign or numbers.sign_of(_first_figures(sheet, mapping))


def _first_figures(sheet, mapping):
    names = [mapping.value] if mapping.is_long else [column.name for column in mapping.columns]
    places = [sheet.header.index(name) for name in names]
    for _line, cells in islice(sheet.lines(), LOOKED_AT):
        yield from (cells[place] for place in places if place < len(cells))
