"""Uploading: what is no whole picture, is too large to open or may do harm, is refused in words."""

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from content import scanning


class PictureField(WagtailImageField):
    """Looks at the size that a file claims before opening it, and survives half a file."""

    def to_python(self, data):
        """Return the picture; Wagtail's own field knows what is no picture at all."""
        if data not in self.empty_values:
            scanning.check(data)
            self._refuse_too_large(data)
        try:
            return super().to_python(data)
        except OSError as error:
            raise self._problem("invalid_image") from error

    def _refuse_too_large(self, data):
        """Read the head of a file: a few bytes may ask for more memory than there is."""
        try:
            with Image.open(data) as picture:
                pixels = picture.width * picture.height
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            # Wagtail finds the same and has the words for it.
            return
        finally:
            data.seek(0)
        if pixels > self.max_image_pixels:
            raise self._problem(
                "file_too_many_pixels", num_pixels=pixels, max_pixels_count=self.max_image_pixels
            )

    def _problem(self, code, **values):
        return ValidationError(self.error_messages[code], code=code, params=values)


class ImageForm(BaseImageForm):
    """The form of a picture, with our field for the file."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            theirs = self.fields["file"]
            self.fields["file"] = PictureField(
                label=theirs.label, widget=theirs.widget, required=theirs.required
            )


class DocumentForm(BaseDocumentForm):
    """The form of a document."""

    def _post_clean(self):
        """Refuse what the scanner refuses, when nothing else is wrong with a new file.

        Earlier, the document would say besides that a file that is not there is of no known kind.
        """
        super()._post_clean()
        file = self.cleaned_data.get("file")
        if "file" in self.changed_data and file:
            try:
                scanning.check(file)
            except ValidationError as problem:
                self.add_error("file", problem)


class AvatarForm(AvatarPreferencesForm):
    """The form of the picture that an editor has in the admin."""

    def clean_avatar(self):
        """Refuse what the scanner refuses."""
        if "avatar" in self.changed_data and self.cleaned_data["avatar"]:
            scanning.check(self.cleaned_data["avatar"])
        return super().clean_avatar()
