"""The editor's forms of every page and every term: they answer whatever is sent to them.

Wagtail's own forms stop at what no browser of an editor sends: half a list of blocks, running
text in another format, letters for the number of a chosen record. These read it as follows.

- A list that was not sent stays as it was; a list of blocks that arrived in pieces is refused.
- Running text that is not in the format of the editor is taken as plain words.
- What cannot be the number of a record is no choice.
"""

import json

from django.utils.translation import gettext_lazy as _
from draftjs_exporter.error import ExporterException
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import BlockField

from content.finding import may_be_a_number
from content.validators import has_words

# What Wagtail's widgets raise for what they cannot read.
UNREADABLE = (AttributeError, ExporterException, KeyError, TypeError, ValueError)
# The number of no record.
NO_RECORD = "0"


class Readable:
    """Makes what was sent readable before the form of Wagtail looks at it."""

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = data.copy()
            for name in type(self).formsets:
                _count(data, name)
        super().__init__(data, *args, **kwargs)
        self.in_pieces = []
        if self.is_bound:
            for form in (self, *(form for part in self.formsets.values() for form in part.forms)):
                for name in form.fields:
                    self._make_readable(form, name)

    def clean(self):
        """Say what did not arrive whole, and ask for words where only an empty line was sent."""
        cleaned = super().clean()
        for name in self.in_pieces:
            self.add_error(
                name,
                _("Dit deel van het formulier kwam niet heel aan. Laad de pagina opnieuw."),
            )
        for name, field in self.fields.items():
            asks_for_words = _is_running_text(field) and field.required and name in cleaned
            if asks_for_words and not has_words(cleaned[name]):
                self.add_error(name, field.error_messages["required"])
        return cleaned

    def _make_readable(self, form, name):
        field, sent = form.fields[name], form.add_prefix(name)
        try:
            field.widget.value_from_datadict(form.data, form.files, sent)
        except UNREADABLE:
            if isinstance(field, BlockField):
                self._keep(name, f"{sent}-count")
            else:
                form.data[sent] = _as_written(form.data[sent])
        if isinstance(field.widget, BaseChooser) and not _may_be_chosen(form.data.get(sent)):
            form.data[sent] = NO_RECORD

    def _keep(self, name, count):
        if count in self.data:
            self.in_pieces.append(name)
        # A field that is disabled keeps the value it has.
        self.data[count], self.fields[name].disabled = "0", True


class NoDoubles(BaseChildFormSet):
    """A list of records in which each may stand once, that says so in plain words."""

    def get_unique_error_message(self, unique_check):
        """Say above the list what is wrong."""
        return _("Hier staat iets dubbel. Laat elk één keer staan.")

    def get_form_error(self):
        """Say it at the record too."""
        return _("Dit staat er al.")


class PageForm(Readable, WagtailAdminPageForm):
    """The form of a page."""


class TermForm(Readable, WagtailAdminModelForm):
    """The form of a term or a figure."""


def _count(data, name):
    """Say that a list of records holds none when it was not sent: what there is stays."""
    counts = (f"{name}-TOTAL_FORMS", f"{name}-INITIAL_FORMS")
    if not all(data.get(count, "").isdecimal() for count in counts) or not _has_numbers(data, name):
        for count in counts:
            data[count] = "0"


def _has_numbers(data, name):
    """Tell whether each record that was there before came with its number."""
    return all(f"{name}-{n}-id" in data for n in range(int(data[f"{name}-INITIAL_FORMS"])))


def _is_running_text(field):
    # The class of the widget cannot be imported before the models are there.
    return hasattr(field.widget, "converter")


def _may_be_chosen(number):
    return not number or may_be_a_number(number)


def _as_written(text):
    """Return plain words in the format of the editor of running text."""
    lines = [line for line in text.splitlines() if line.strip()]
    blocks = [{"text": line, "type": "unstyled", "key": str(n)} for n, line in enumerate(lines)]
    return json.dumps({"blocks": blocks, "entityMap": {}})
