"""The text of attached files, read once per file."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.attachments.reasons import Reason

REASONS = {
    Reason.PROTECTED: _("Het bestand is met een wachtwoord beveiligd."),
    Reason.DAMAGED: _("Het bestand is beschadigd."),
    Reason.TOO_LARGE: _("Het bestand is te groot om te lezen."),
    Reason.TOO_SLOW: _("Het lezen van het bestand duurt te lang."),
    Reason.NO_TEXT: _("Er staat geen tekst in het bestand, alleen afbeeldingen bijvoorbeeld."),
    Reason.OTHER_KIND: _("Wij lezen alleen PDF, DOCX, PPTX en ODT, ODP of ODS."),
    Reason.GONE: _("Het bestand is er niet meer."),
}


class AttachmentText(models.Model):
    """What stands in a file, by the SHA-1 of its bytes, which Wagtail keeps of every document.

    `error` tells why there is no text. What was never read has no `read_at` and waits its turn.
    """

    file_hash = models.CharField(_("SHA-1 van het bestand"), max_length=40, unique=True)
    text = models.TextField(_("tekst"), blank=True)
    error = models.CharField(
        _("waarom er geen tekst is"),
        max_length=20,
        blank=True,
        choices=[(reason.value, words) for reason, words in REASONS.items()],
    )
    read_at = models.DateTimeField(_("gelezen op"), null=True)

    class Meta:
        verbose_name = _("tekst van een bijlage")
        verbose_name_plural = _("teksten van bijlagen")

    def __str__(self):
        return self.file_hash
