"""The words of the editors: what means the same, and what comes first."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
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


class Promotion(index.Indexed, models.Model):
    """A page that editors put on top for certain questions; it works from the next one on."""

    words = models.CharField(
        _("zoekvragen"),
        max_length=500,
        help_text=_(
            "Zet komma's tussen de vragen: schulden, hulp bij schulden. De pagina staat bovenaan "
            "wanneer iemand precies een van deze vragen stelt, in welke vorm ook."
        ),
    )
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("pagina")
    )
    reason = models.CharField(
        _("waarom deze pagina"),
        max_length=250,
        blank=True,
        help_text=_("Dit staat onder de titel. Leeg: de samenvatting van de pagina."),
    )
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    search_fields = [index.SearchField("words"), index.AutocompleteField("words")]

    class Meta:
        verbose_name = _("aanbevolen pagina")
        verbose_name_plural = _("aanbevolen pagina's")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.words

    @property
    def questions(self):
        """Return the questions one by one."""
        return split_words(self.words)
