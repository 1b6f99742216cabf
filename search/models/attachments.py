"""The text of attached files, read once per file."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AttachmentText(models.Model):
    """What stands in a file, by the SHA-1 of its bytes, which Wagtail keeps of every document.

    `error` tells why there is no text: protected, damaged, too large, only pictures.
    """

    file_hash = models.CharField(_("SHA-1 van het bestand"), max_length=40, unique=True)
    text = models.TextField(_("tekst"), blank=True)
    error = models.CharField(_("waarom er geen tekst is"), max_length=250, blank=True)
    read_at = models.DateTimeField(_("gelezen op"), default=timezone.now)

    class Meta:
        verbose_name = _("tekst van een bijlage")
        verbose_name_plural = _("teksten van bijlagen")

    def __str__(self):
        return self.file_hash
