"""The words of the editors that mean the same."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


def split_words(text):
    """Return the expressions between the commas, each once."""
    return tuple(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))


class SearchSynonym(index.Indexed, models.Model):
    """Words that mean the same to a searcher; it works from the next question on."""

    words = models.CharField(
        _("woorden die hetzelfde betekenen"),
        max_length=500,
        unique=True,
        help_text=_(
            "Zet komma's tussen de woorden: vsv, voortijdig schoolverlaten, schooluitval. "
            "Wie op het ene woord zoekt, vindt ook het andere."
        ),
    )
    note = models.CharField(_("toelichting voor collega's"), max_length=250, blank=True)

    search_fields = [index.SearchField("words"), index.AutocompleteField("words")]

    class Meta:
        verbose_name = _("synoniem")
        verbose_name_plural = _("synoniemen")
        ordering = ["words"]

    def __str__(self):
        return self.words

    @property
    def group(self):
        """Return the words one by one."""
        return split_words(self.words)

    def clean(self):
        """Ask for two words: one alone means nothing new."""
        if len(self.group) < 2:
            raise ValidationError(
                {"words": _("Vul ten minste twee woorden in, met een komma ertussen.")}
            )
