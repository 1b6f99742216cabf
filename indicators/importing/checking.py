"""Making figures of the lines of a sheet, or problems that say what is wrong with them."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from content.models import Area
from indicators.importing import headers, moments, numbers
from indicators.importing.mapping import CODE, Column
from indicators.importing.places import Unknown
from indicators.importing.problems import Problem
from indicators.importing.seen import BEFORE, Seen
from indicators.models import Figure, Indicator, MissingReason

# Below the figures some programs write where they come from.
ENDINGS = ("bron:", "source:", "©")


class Reading(NamedTuple):
    """A figure that a sheet gives."""

    line: int
    indicator: Indicator
    area: Area
    moment: moments.Moment
    figure: Figure


class Checker:
    """Reads a sheet as a mapping says; what it holds grows with areas, not with lines.

    `indicators` are those of this site by code, `places` knows the areas, `moment` is that of
    the whole file or None, and `known` tells which figures there are already, as `Seen` asks it.
    """

    def __init__(self, sheet, mapping, *, indicators, places, moment=None, known=None):
        self.lines = 0
        self._sheet = sheet
        self._mapping = mapping
        self._indicators = indicators
        self._places = places
        self._moment_of_all = moment
        self._seen = Seen(known) if known else Seen()
        self._areas = {}
        self._sign = headers.decimal_sign(sheet, mapping)
        self._at = {name: place for place, name in enumerate(sheet.header)}
        self._columns = [
            (column, indicators[column.indicator], moments.read(column.period))
            for column in mapping.columns
        ]
        self._needed = 1 + max(self._at[name] for name in mapping.needed)

    def check(self):
        """Yield a `Reading` for every figure and a `Problem` for what is none, line by line."""
        width, last = len(self._sheet.header), None
        for line, cells in self._sheet.lines():
            if last:
                yield _of_width(*last, width)
            last = (line, cells) if _is_ending(cells) else None
            if last:
                # A mistake when another line comes after it.
                continue
            self.lines += 1
            if any(map(str.strip, cells[width:])) or self._is_cut_off(cells):
                yield _of_width(line, cells, width)
            else:
                yield from self._line(line, cells + [""] * (width - len(cells)))

    def _is_cut_off(self, cells):
        return self._sheet.keeps_empty_cells and len(cells) < self._needed

    def _line(self, line, cells):
        only = self._mapping.only.items()
        if any(cells[self._at[name]].strip() != value for name, value in only):
            return
        area, moment = self._area(line, cells), self._moment(line, cells)
        wrong = [found for found in (area, moment) if isinstance(found, Problem)]
        yield from wrong[:1]
        if not wrong:
            read = self._long if self._mapping.is_long else self._wide
            yield from read(line, cells, area, moment)

    def _wide(self, line, cells, area, moment):
        for column, indicator, when in self._columns:
            text = cells[self._at[column.name]]
            yield self._figure(line, column, text, indicator, area, when or moment)

    def _long(self, line, cells, area, moment):
        name = self._mapping.indicator
        code = cells[self._at[name]].strip()
        if code not in self._indicators:
            yield Problem(line, name, code, _("de code van een indicator"))
            return
        column = Column(self._mapping.value, code, self._mapping.factor)
        text = cells[self._at[column.name]]
        yield self._figure(line, column, text, self._indicators[code], area, moment)

    def _figure(self, line, column, text, indicator, area, moment):
        if moment is None:
            expected = _("een periode, bij het bestand of in een kolom")
            return Problem(line, column.name, text, expected)
        figure = self._read(line, column, text, indicator)
        if isinstance(figure, Problem):
            return figure
        if earlier := self._seen.earlier(indicator.pk, area.pk, moment.date, line):
            return Problem(line, column.name, text, _twice(earlier, indicator, area, moment))
        return Reading(line, indicator, area, moment, figure)

    def _read(self, line, column, text, indicator):
        if reason := numbers.missing(text, self._mapping.empty):
            return Figure(None, reason)
        try:
            value = numbers.kept(self._number(text) * column.factor)
        except numbers.NotANumber as error:
            return Problem(line, column.name, text, str(error))
        if indicator.unit == "%" and not 0 <= value <= 100:
            return Problem(line, column.name, text, _("een percentage tussen 0 en 100"))
        if indicator.hides(value):
            # What is not stored cannot be told by mistake.
            return Figure(None, MissingReason.SUPPRESSED)
        return Figure(value)

    def _number(self, text):
        if not self._sign:
            if numbers.is_doubtful(text):
                raise numbers.NotANumber(
                    _("een keuze: is dit een decimaalteken, of scheidt het duizendtallen?")
                )
            self._sign = numbers.sign_of([text])
        return numbers.read(text, self._sign or numbers.COMMA)

    def _area(self, line, cells):
        text = cells[self._at[self._mapping.area]].strip()
        if text not in self._areas:
            try:
                self._areas[text] = self._find_area(text)
            except Unknown as unknown:
                left_out = self._mapping.others_left_out
                return Problem(line, self._mapping.area, text, str(unknown), left_out)
        return self._areas[text]

    def _find_area(self, text):
        mapping = self._mapping
        called = mapping.same.get(text, text)
        if mapping.by == CODE:
            return self._places.coded(called if called != text else mapping.prefix + text)
        return self._places.named(called, mapping.within, mapping.kind)

    def _moment(self, line, cells):
        if not self._mapping.period:
            return self._moment_of_all
        text = cells[self._at[self._mapping.period]].strip()
        expected = _("een periode, zoals 2012 of 1-10-2012")
        return moments.read(text) or Problem(line, self._mapping.period, text, expected)


def _is_ending(cells):
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and filled[0].strip().lower().startswith(ENDINGS)


def _of_width(line, cells, width):
    expected = _("%(width)s cellen, zoals de regel met kolomnamen heeft") % {"width": width}
    return Problem(line, "", _("%(number)s cellen") % {"number": len(cells)}, expected)


def _twice(earlier, indicator, area, moment):
    words = {"area": area.full_name, "indicator": indicator.short_name, "period": moment.period}
    if earlier == BEFORE:
        return (
            _(
                "een cijfer dat er nog niet is: %(indicator)s van %(area)s over %(period)s staat "
                "al in een andere levering. Kies welke levering deze vervangt"
            )
            % words
        )
    return _("één cijfer per gebied en periode; regel %(line)s heeft dit ook") % {"line": earlier}
