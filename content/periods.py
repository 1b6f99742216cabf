"""Periods in words, from years and from dates that may be a year alone."""

import re
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

# A year, or a day: 2007 or 2012-10-11.
MOMENT = re.compile(r"\d{4}(-\d{2}-\d{2})?")
DAY = len("2012-10-11")


def years(first, last):
    """Return a period in whole years: 2016–2022, sinds 2009, tot en met 2012."""
    if first and last:
        return str(first) if first == last else f"{first}–{last}"
    if first:
        return _("sinds %(year)s") % {"year": first}
    return _("tot en met %(year)s") % {"year": last} if last else ""


def span(started, ended):
    """Return a period between two moments: 2007 tot 11 oktober 2012."""
    begin, end = moment(started), moment(ended)
    if begin and end:
        return _("%(begin)s tot %(end)s") % {"begin": begin, "end": end}
    if begin:
        return _("sinds %(begin)s") % {"begin": begin}
    return _("tot %(end)s") % {"end": end} if end else ""


def moment(text):
    """Return a year or a day in words; other text as it is."""
    if len(text) == DAY and is_moment(text):
        return date_format(date.fromisoformat(text), "j F Y")
    return text


def is_moment(text):
    """Tell whether a text is a year or an existing day."""
    if not MOMENT.fullmatch(text):
        return False
    try:
        date.fromisoformat(text if len(text) == DAY else f"{text}-01-01")
    except ValueError:
        return False
    return True


def is_before(one, other):
    """Tell whether a moment lies before another; a year and a day within it do not."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]
