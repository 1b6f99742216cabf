"""Pictures and files with an experience; they lie where no address leads but through a view."""

from django.core.files.storage import storages
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .experiences import Experience
from .posts import KEY_LENGTH, make_key


def shared_files():
    """Return where files of members are kept: read through a view that asks who is there."""
    return storages["shared"]


class Attached(models.Model):
    """A file with an experience; only its author sees it until that is placed again."""

    key = models.CharField(max_length=KEY_LENGTH, default=make_key, unique=True)
    placed = models.BooleanField(_("geplaatst"), default=False)
    added = models.DateTimeField(_("toegevoegd"), default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["added", "pk"]


class ExperienceImage(Attached):
    """A picture as it is shown: made anew from what was sent, without where it was taken."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="images")
    file = models.FileField(_("afbeelding"), storage=shared_files)
    width = models.PositiveIntegerField(_("breedte"))
    height = models.PositiveIntegerField(_("hoogte"))
    alt = models.CharField(_("wat er te zien is"), max_length=200, blank=True)

    class Meta(Attached.Meta):
        verbose_name = _("afbeelding bij een ervaring")
        verbose_name_plural = _("afbeeldingen bij ervaringen")

    def __str__(self):
        return self.alt or self.key

    def get_absolute_url(self):
        """Return where somebody who may read the experience sees the picture."""
        return reverse("experience_image", args=[self.experience.key, self.key])


class ExperienceFile(Attached):
    """A document, given as it was sent, to keep and not to be opened by the site itself."""

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(_("bestand"), storage=shared_files)
    name = models.CharField(_("naam"), max_length=150)
    size = models.PositiveBigIntegerField(_("grootte"), help_text=_("In bytes."))
    file_hash = models.CharField(
        _("SHA-1 van het bestand"), max_length=40, blank=True, db_index=True, editable=False
    )

    class Meta(Attached.Meta):
        verbose_name = _("bestand bij een ervaring")
        verbose_name_plural = _("bestanden bij ervaringen")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """Return where somebody who may read the experience gets the file."""
        return reverse("experience_file", args=[self.experience.key, self.key])

    def open_file(self):
        """Open the file to be read, as a document of Wagtail does."""
        return self.file.open("rb")
