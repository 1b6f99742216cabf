"""What the rows of a StatLine table are about: an area, and a period or more where it has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .columns import tidy
from .errors import SourceError

# The kinds of dimension in both editions of the service; a wijk or buurt is a "detail".
AREA_KINDS = ("GeoDetail", "GeoDimension")
KINDS = (*AREA_KINDS, "TimeDimension", "Dimension")
AREA_COLUMNS = ["Codering", "Naam", "Soort"]
# By the letters a code begins with (CBS, Gebieden in Nederland).
LEVELS = {
    "NL": "Land",
    "LD": "Landsdeel",
    "PV": "Provincie",
    "CR": "COROP-gebied",
    "GM": "Gemeente",
    "WK": "Wijk",
    "BU": "Buurt",
}
# With more conditions than this a question is too long for an address.
MOST_CONDITIONS = 40


@dataclass
class Dimension:
    """A dimension with its codes: the title of each, and whether it is of a provisional period."""

    key: str
    title: str
    kind: str
    titles: dict[str, str] = field(default_factory=dict)
    provisional: bool = False

    @property
    def is_area(self) -> bool:
        """Return whether its codes are of areas."""
        return self.kind in AREA_KINDS

    def fill(self, codes: Iterable[dict], code_name: str) -> None:
        """Take in the list of codes; `code_name` is what this edition calls a code."""
        for code in codes:
            self.titles[tidy(code.get(code_name))] = tidy(code.get("Title"))
            if "voorlopig" in tidy(code.get("Status")).casefold():
                self.provisional = True


def in_order(dimensions: list[Dimension]) -> list[Dimension]:
    """Return the dimensions, that of areas first; SourceError when the table has no areas."""
    ordered = sorted(dimensions, key=lambda one: KINDS.index(one.kind))
    if not ordered or not ordered[0].is_area:
        raise SourceError(
            _("Deze tabel gaat niet over gebieden. Kijk het nummer van de tabel na op StatLine.")
        )
    return ordered


def leading_columns(dimensions: list[Dimension]) -> list[str]:
    """Return the headers before the figures."""
    return [*AREA_COLUMNS, *(one.title for one in dimensions[1:])]


def leading_cells(dimensions: list[Dimension], codes: Iterable[str]) -> list[str]:
    """Return the cells before the figures: code, name and kind of the area, then other titles.

    A code that is in no list stands for itself; the name of such an area stays empty.
    """
    area, *others = codes
    level = LEVELS.get(area[:2], "")
    named = [one.titles.get(code, code) for one, code in zip(dimensions[1:], others, strict=True)]
    return [area, dimensions[0].titles.get(area, ""), level, *named]


class Areas:
    """Which areas to fetch: those whose code begins with one of `codes`; all for None.

    A whole code ("GM0363") takes one area, a beginning ("WK0363", "GM") all that share it.
    """

    def __init__(self, codes: Iterable[str] | None):
        """Raise SourceError for a text that is no beginning of a code."""
        self.codes = None if codes is None else tuple(dict.fromkeys(map(str.strip, codes)))
        wrong = [code for code in self.codes or () if not re.fullmatch("[A-Z]{2}[0-9A-Z]*", code)]
        if wrong or self.codes == ():
            raise SourceError(
                _("Dit is geen code van een gebied: %(codes)s. Geef bijvoorbeeld GM0363 of WK0363.")
                % {"codes": ", ".join(wrong) or _("geen enkele")}
            )

    def __contains__(self, code: str) -> bool:
        """Return whether this area was asked for."""
        return self.codes is None or code.startswith(self.codes)

    def condition(self, key: str) -> str:
        """Return the condition for the service; empty when all, or too many to put in a question.

        What a service sends beyond it is left out later.
        """
        if self.codes is None or len(self.codes) > MOST_CONDITIONS:
            return ""
        return " or ".join(f"startswith({key},'{code}')" for code in self.codes)
