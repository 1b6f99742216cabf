"""How figures are written in Dutch: 8,3% · € 159.500 · 10 procentpunt · 13 procentpunt lager."""

from functools import cache

from django.utils.translation import gettext as _

# Keeps a number and its unit on one line.
SPACE = "\N{NO-BREAK SPACE}"
DUTCH = str.maketrans(",.", ".,")


def number(value, decimals=0):
    """Return a number with its decimals, grouped in thousands: 217.400 or 8,3."""
    # As Django writes it in Dutch, the only language of the site, in a tenth of the time: a
    # table has a thousand of these.
    return f"{rounded(value, decimals):,.{decimals}f}".translate(DUTCH)


def with_unit(value, indicator):
    """Return a value in the unit of its indicator: 8,3% or € 159.500.

    The number stands alone when the source names no unit.
    """
    text = number(value, indicator.decimals)
    return f"{text}%" if indicator.unit == "%" else _with_words(text, indicator.unit)


def figure(figure, indicator):
    """Return a value in its unit, or the reason why there is none."""
    if figure is None:
        return "–"
    return figure.reason if figure.value is None else with_unit(figure.value, indicator)


def difference(value, indicator):
    """Return the size of a difference: percentage points for percentages."""
    return _difference(number(abs(value), indicator.decimals), indicator)


def tolerance(indicator):
    """Return the tolerance of an indicator, which may be finer than its figures."""
    exact = indicator.tolerance.normalize()
    decimals = max(indicator.decimals, -exact.as_tuple().exponent)
    return _difference(number(exact, decimals), indicator)


def distance(value, indicator):
    """Return the distance of an area to its average in words: 13 procentpunt lager."""
    if value is None:
        return "–"
    none, higher, lower = _ways()
    if round(value, indicator.decimals) == 0:
        return none
    return f"{difference(value, indicator)} {higher if value > 0 else lower}"


def for_csv(value, indicator):
    """Return a bare number with a decimal comma: it can be counted with in a Dutch spreadsheet."""
    return f"{rounded(value, indicator.decimals):.{indicator.decimals}f}".translate(DUTCH)


def rounded(value, decimals):
    """Return a value with so many decimals; what becomes zero has no minus."""
    found = round(value, decimals)
    return found or abs(found)


def _difference(text, indicator):
    return _with_words(text, _points() if indicator.unit == "%" else indicator.unit)


# Looked up once: asked for by every cell of a table, these took more time than its numbers.
@cache
def _ways():
    return _("geen verschil"), _("hoger"), _("lager")


@cache
def _points():
    return _("procentpunt")


def _with_words(text, unit):
    if unit == "€":
        return f"€{SPACE}{text}"
    return f"{text}{SPACE}{unit}" if unit else text
