"""Checks on text fields that several models share."""

from django.core.exceptions import ValidationError
from django.utils.deconstruct import deconstructible
from django.utils.html import strip_tags
from django.utils.translation import gettext as _


def has_words(html):
    """Tell whether rich text holds anything to read; an emptied editor leaves an empty tag."""
    return bool(strip_tags(html or "").strip())


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
