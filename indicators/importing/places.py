"""Knowing an area by the code or the name that a source gives it, in the borders of one year."""

import re
from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext as _

from content.models import Area, AreaCode

_PREFIX = re.compile(r"(?:gm|wk|bu|aw|nl)?\s*", re.IGNORECASE)
# What sources write behind or before a name to tell which of two it is.
_BESIDE_A_NAME = re.compile(r"\s*\((?:gemeente|land)\)$|^wijk \d{2} ", re.IGNORECASE)
PREFIXES = {"GM": 4, "WK": 6, "BU": 8, "NL": 2}


class Unknown(Exception):
    """No area goes by this; the message says what was expected."""


class _Coded(NamedTuple):
    area: Area
    first: int
    last: int
    fit: str


class Places:
    """The areas of this site by what a source calls them, read in two queries.

    `year` is that of the borders of the source. A code that an area has had in other years only
    is not taken for it: the same code may be that of another place by now. None means that the
    borders of the source are not known: then only codes count that were never given out again.
    """

    def __init__(self, areas, codes, year):
        self.year = year
        self._by_code = {area.code.upper(): area for area in areas}
        self._coded = defaultdict(list)
        self._named = defaultdict(dict)
        known = {area.pk: area for area in areas}
        for area in areas:
            self._named[plain(area.name)][area.pk] = area
        for code in codes:
            area = known[code.area_id]
            self._coded[code.code.upper()].append(
                _Coded(area, code.first_year, code.last_year, code.fit)
            )
            if code.fit == AreaCode.Fit.WHOLE and self._counts(code.first_year, code.last_year):
                self._named[plain(code.name)][area.pk] = area

    @classmethod
    def load(cls, year):
        """Read all areas and their codes (two queries)."""
        return cls(list(Area.objects.select_related("parent")), AreaCode.objects.all(), year)

    def coded(self, text):
        """Return the area with this code, or raise `Unknown`."""
        code = text.strip().upper()
        # What belongs to an area of this site in this year comes before an area that has the
        # code itself: the second cannot have it in the same year.
        if code in self._coded:
            return self._in_year(code)
        if code in self._by_code:
            return self._by_code[code]
        raise Unknown(self._like(code))

    def named(self, text, within=None, kind=None):
        """Return the only area with this name, or raise `Unknown`.

        `within` is the code of a municipality that it must lie in, or be; `kind` what it must be.
        """
        found = [
            area
            for area in self._named[plain(text)].values()
            if (not kind or area.kind == kind)
            and (not within or within in (area.code, area.parent and area.parent.code))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(sorted(area.full_name for area in found))
            raise Unknown(_("de naam van één gebied; dit kan zijn: %(names)s") % {"names": names})
        raise Unknown(_("de naam van een gebied dat op deze site staat"))

    def _in_year(self, code):
        rows = self._coded[code]
        now = [row for row in rows if self._counts(row.first, row.last)]
        if not now:
            raise Unknown(_wrong_year(code, rows, self.year))
        whole = {row.area.pk: row.area for row in now if row.fit == AreaCode.Fit.WHOLE}
        if len(whole) == 1 and self._is_all_of(whole):
            return next(iter(whole.values()))
        if code in self._by_code:
            return self._by_code[code]
        raise Unknown(_no_whole(now, whole))

    def _is_all_of(self, whole):
        """Tell whether an area has no second code in this year: else a figure is of a part."""
        (number,) = whole
        mine = [
            row
            for rows in self._coded.values()
            for row in rows
            if row.area.pk == number
            and self._counts(row.first, row.last)
            and row.fit != AreaCode.Fit.WIDER
        ]
        return len(mine) == 1

    def _counts(self, first, last):
        return self.year is None or first <= self.year <= last

    def _like(self, code):
        """Return what was expected, and which code is meant when zeros or letters are lost."""
        digits = _PREFIX.sub("", code, count=1)
        if digits.isdigit():
            for prefix, length in PREFIXES.items():
                meant = f"{prefix}{digits.zfill(length)}"
                if meant != code and (meant in self._by_code or meant in self._coded):
                    expected = _("een volledige code, met letters en nullen; bedoelt u %(code)s?")
                    return expected % {"code": meant}
        return _("de code van een gebied dat op deze site staat")


def plain(name):
    """Return a name as it is compared: without what tells two of the same name apart."""
    return _BESIDE_A_NAME.sub("", " ".join(name.split())).casefold()


def _wrong_year(code, rows, year):
    spans = ", ".join(sorted({f"{row.first}–{row.last}" for row in rows}))
    return _("een code in de grenzen van %(year)s; %(code)s telt hier in %(spans)s") % {
        "year": year,
        "code": code,
        "spans": spans,
    }


def _no_whole(rows, whole):
    names = ", ".join(sorted({row.area.full_name for row in rows}))
    if len(whole) > 1:
        return _("een code van één gebied; deze hoort bij %(names)s") % {"names": names}
    return _("een code van een heel gebied; deze past niet precies op %(names)s") % {"names": names}
