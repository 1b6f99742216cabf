"""Uploading a picture: what is no whole picture, or too large to open, is refused in words."""

from django.core.exceptions import ValidationError
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureField(WagtailImageField):
    """Looks at the size that a file claims before opening it, and survives half a file."""

    def to_python(self, data):
        """Return the picture; Wagtail's own field knows what is no picture at all."""
        if data not in self.empty_values:
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
