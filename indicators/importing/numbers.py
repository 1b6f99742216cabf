"""Reading what stands in a cell: a number, or a mark that says why there is none."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from django.utils.translation import gettext as _

from indicators.models import MissingReason
from indicators.models.indicators import DECIMALS

COMMA, POINT = ",", "."
OTHER = {COMMA: POINT, POINT: COMMA}
# What sources write where they have no figure. An empty cell differs per source: the mapping
# says what it means there.
MARKS = {
    "x": MissingReason.SUPPRESSED,
    ".": MissingReason.SUPPRESSED,
    "<5": MissingReason.SUPPRESSED,
    "< 5": MissingReason.SUPPRESSED,
    "<10": MissingReason.SUPPRESSED,
    "-99997": MissingReason.SUPPRESSED,
    "-99999": MissingReason.SUPPRESSED,
    "-99999999": MissingReason.NOT_SURVEYED,
    "-": MissingReason.NOT_SURVEYED,
    "–": MissingReason.NOT_SURVEYED,
    "na": MissingReason.NOT_SURVEYED,
    "n/a": MissingReason.NOT_SURVEYED,
    "#n/a": MissingReason.NOT_SURVEYED,
    "#n/b": MissingReason.NOT_SURVEYED,
}
_WRITTEN = {
    COMMA: re.compile(r"[-+]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?"),
    POINT: re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?"),
}
# Programs that keep all numbers alike write a mark with decimals: -99997.0.
_MARK_WITH_DECIMALS = re.compile(r"(-99\d{3,6})[.,]0+")
# What looks like such a mark and is none of those above: nobody knows what it stands for.
_LIKE_A_MARK = re.compile(r"-9999\d(\d{3})?([.,]0+)?")
_EITHER = re.compile(r"[-+]?\d{1,3}[.,]\d{3}")
SMALLEST = Decimal(1).scaleb(-DECIMALS)
# As many digits before the comma as a measurement keeps.
LARGEST = Decimal(10) ** 11
_SPACES = str.maketrans("", "", " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}")


class Exact(str):
    """A number out of a cell that holds numbers: with a point, whatever the rest of a file does."""


class Formula(str):
    """A formula of which the workbook does not tell the outcome."""


class NotANumber(ValueError):
    """What stands in a cell is no number that can be kept; the message says what was expected."""


def missing(text, empty):
    """Return why a cell holds no figure, or "" when it should hold one.

    `empty` is what an empty cell means, as a `MissingReason`; "" when it must not be empty.
    """
    text = text.strip()
    if not text:
        return empty
    return MARKS.get(_MARK_WITH_DECIMALS.sub(r"\1", text.lower()), "")


def read(text, sign):
    """Return the number in a cell, written with this decimal sign.

    Points or commas between thousands and spaces are allowed, a percent sign behind it too.
    Raises `NotANumber`; nothing is guessed.
    """
    if isinstance(text, Formula):
        raise NotANumber(
            _("de uitkomst van deze formule. Bewaar het bestand opnieuw met uw rekenprogramma")
        )
    sign = POINT if isinstance(text, Exact) else sign
    bare = text.strip().translate(_SPACES).removesuffix("%")
    bare = bare.replace("\N{MINUS SIGN}", "-")
    if _LIKE_A_MARK.fullmatch(bare):
        raise NotANumber(_("een getal; dit lijkt een teken voor een cijfer dat ontbreekt"))
    if not _WRITTEN[sign].fullmatch(bare):
        raise NotANumber(_expected(sign))
    return Decimal(bare.replace(OTHER[sign], "").replace(sign, "."))


def kept(number):
    """Return a number as a measurement keeps it: three decimals at most, half goes to even.

    Raises `NotANumber` for one with more than eleven digits before the comma.
    """
    if abs(number) >= LARGEST:
        raise NotANumber(_("een getal van hoogstens 11 cijfers voor de komma"))
    if -number.as_tuple().exponent > DECIMALS:
        number = number.quantize(SMALLEST, rounding=ROUND_HALF_EVEN)
    # Nobody means anything with a minus before zero.
    return number or abs(number)


def is_doubtful(text):
    """Tell whether a number may be a thousand times as large as it seems: 1.234, 1,234."""
    return not isinstance(text, Exact) and bool(_EITHER.fullmatch(text.strip().translate(_SPACES)))


def sign_of(texts):
    """Return the decimal sign in which numbers are written, or "" when nothing tells.

    1.234 may be either; 1.234,5 and 12,5 and 12.5 tell.
    """
    for text in texts:
        if isinstance(text, Exact):
            continue
        bare = text.strip().translate(_SPACES).removesuffix("%")
        # A whole number is written the same in both.
        written = [sign for sign, pattern in _WRITTEN.items() if pattern.fullmatch(bare)]
        if len(written) == 1:
            return written[0]
    return ""


def _expected(sign):
    if sign == COMMA:
        return _("een getal met een decimale komma, zoals 12,5")
    return _("een getal met een decimale punt, zoals 12.5")
