"""Reading the period that a figure is about: 2012, 2024*, 2012JJ00, begin 2007, 1-10-2012."""

import re
from datetime import date
from typing import NamedTuple

from content.validators import FIRST_YEAR, LAST_YEAR

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_YEAR = re.compile(r"(\d{4})(?:JJ00|\.0+)?(\*{0,2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DUTCH = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_IN_WORDS = re.compile(r"(?:(\d{1,2}) )?([a-z]+) (\d{4})(\*{0,2})")


class Moment(NamedTuple):
    """What a period is called, the day it stands for, and whether the source calls it provisional.

    A year alone stands for its last day, the beginning of a year and a month for their first.
    """

    period: str
    date: date
    provisional: bool = False


def read(text):
    """Return the moment that a text names, or None."""
    text = " ".join(text.split())
    for pattern, make in ((_YEAR, _year), (_ISO, _iso), (_DUTCH, _dutch), (_IN_WORDS, _in_words)):
        if found := pattern.fullmatch(text.lower() if pattern is _IN_WORDS else text):
            return _sensible(make, *found.groups())
    return None


def _sensible(make, *parts):
    try:
        moment = make(*parts)
    except ValueError:
        # A thirteenth month or a thirtieth of February.
        return None
    return moment if moment and FIRST_YEAR <= moment.date.year <= LAST_YEAR else None


def _year(year, stars):
    return Moment(year, date(int(year), 12, 31), bool(stars))


def _iso(year, month, day):
    return _day(date(int(year), int(month), int(day)))


def _dutch(day, month, year):
    return _day(date(int(year), int(month), int(day)))


def _day(day):
    return Moment(f"{day.day} {MONTHS[day.month - 1]} {day.year}", day)


def _in_words(day, word, year, stars):
    if word == "begin" and not day:
        return Moment(f"begin {year}", date(int(year), 1, 1), bool(stars))
    if word not in MONTHS:
        return None
    first = date(int(year), MONTHS.index(word) + 1, int(day or 1))
    return Moment(f"{day} {word} {year}" if day else f"{word} {year}", first, bool(stars))
