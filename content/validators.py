"""Checks on text fields that several models share."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIRST_YEAR, LAST_YEAR = 1900, 2100
_STRANGE_YEAR = gettext_lazy("Vul een jaar in met vier cijfers, zoals 2013.")
_STRANGE_DAY = gettext_lazy("Vul een dag in tussen 1900 en 2100.")


def has_words(html):
    """Tell whether rich text holds anything to read; an emptied editor leaves an empty tag."""
    return bool(strip_tags(html or "").strip())


def strange_moments(record, *names):
    """Return a message, by field, for each year or day outside the years this site is about.

    A typing error must not become a date that no calendar can count with.
    """
    found = {}
    for name in names:
        moment = getattr(record, name)
        year = moment.year if isinstance(moment, date) else moment
        if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            is_day = isinstance(moment, date)
            found[name] = _STRANGE_DAY if is_day else _STRANGE_YEAR
    return found


def strange_period(record):
    """Return a message, by field, for a first and last year that are strange or not in order."""
    found = strange_moments(record, "start_year", "end_year")
    if record.start_year and record.end_year and record.end_year < record.start_year:
        found["end_year"] = _("Dit jaar ligt voor het jaar van de start.")
    return found


@deconstructible
class MaxWords:
    """Refuse a text of more than `limit` words, saying how many it has."""

    def __init__(self, limit: int):
        self.limit = limit

    def __call__(self, value: str) -> None:
        words = len(value.split())
        if words > self.limit:
            raise ValidationError(
                _("Deze tekst heeft %(words)s woorden; hier passen er hoogstens %(limit)s."),
                code="max_words",
                params={"words": words, "limit": self.limit},
            )

    def __eq__(self, other):
        return isinstance(other, MaxWords) and other.limit == self.limit
