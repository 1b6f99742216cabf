"""The forms in which the measurements of an indicator can be fetched."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True)
class Form:
    """A form of file: its name, its type, its type as an answer has it, and the view behind it."""

    name: str
    media_type: str
    content_type: str
    view: str

    def path_of(self, indicator):
        """Return where the measurements of an indicator are in this form."""
        return reverse(self.view, args=[indicator.code])

    @property
    def suffix(self):
        """Return what the name of a file in this form ends with, and names it by."""
        return self.name.lower()


CSV = Form("CSV", "text/csv", "text/csv; charset=utf-8", "measurements_csv")
JSON = Form("JSON", "application/json", "application/json", "measurements_json")
FORMS = (CSV, JSON)
