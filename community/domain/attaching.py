"""Pictures and files that a member puts with an experience: checked, and made safe to show."""

from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from wagtail.utils.file import hash_filelike

from community.models import ExperienceFile, ExperienceImage
from community.models.posts import make_key
from content import kinds, scanning
from content.uploads import PictureField

MOST_IMAGES, MOST_FILES = 8, 5
LARGEST_FILE = 20 * 1024 * 1024
# In pixels; the widest place on the page, twice.
LARGEST_SIDE = 1600
LONGEST_NAME = 100


def add_image(experience, upload):
    """Put a picture with an experience; raises ValidationError, in words for its author."""
    if experience.images.count() >= MOST_IMAGES:
        raise ValidationError(_("Er passen %(most)s afbeeldingen bij.") % {"most": MOST_IMAGES})
    content, (width, height) = _made_anew(PictureField().clean(upload))
    key = make_key()
    row = ExperienceImage(experience=experience, key=key, width=width, height=height)
    return _stored(row, content, f"{key}.webp")


def add_file(experience, upload):
    """Put a document with an experience; raises ValidationError, in words for its author."""
    if experience.files.count() >= MOST_FILES:
        raise ValidationError(_("Er passen %(most)s bestanden bij.") % {"most": MOST_FILES})
    kind = _kind_of(upload)
    key = make_key()
    row = ExperienceFile(experience=experience, key=key, name=_name(upload), size=upload.size)
    row.file_hash = hash_filelike(upload)
    return _stored(row, upload, f"{key}.{kind}")


def remove(attached):
    """Take a picture or file away, also where it is kept."""
    attached.delete()


def describe(images, alts):
    """Store what is to be seen on pictures: the texts by key."""
    for image in images:
        alt = alts.get(image.key)
        if alt is not None and alt != image.alt:
            image.alt = alt[:200]
            image.save(update_fields=["alt"])


def _stored(row, content, name):
    row.file.save(name, content, save=False)
    try:
        with transaction.atomic():
            row.save()
    except Exception:
        row.file.delete(save=False)
        raise
    return row


def _made_anew(upload):
    """Return the picture drawn again, and its size; what else the file held is gone."""
    upload.seek(0)
    try:
        with Image.open(upload) as picture:
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            drawn = BytesIO()
            picture = picture.convert(mode)
            picture.save(drawn, "WEBP", quality=82)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValidationError(_("Deze afbeelding is niet te openen.")) from error
    return ContentFile(drawn.getvalue()), picture.size


def _kind_of(upload):
    kind = kinds.kind_of(upload)
    known = settings.WAGTAILDOCS_EXTENSIONS
    if kind not in known:
        message = _("Dit soort bestand kan er niet bij. Wel: %(known)s.")
        raise ValidationError(message % {"known": ", ".join(known)})
    if upload.size > LARGEST_FILE:
        raise ValidationError(_("Dit bestand is te groot. Hoogstens 20 MB kan erbij."))
    if not kinds.is_what_it_is_called(upload):
        message = _("Dit bestand is geen %(kind)s, al heet het wel zo.")
        raise ValidationError(message % {"kind": kind.upper()})
    scanning.check(upload)
    return kind


def _name(upload):
    """Return the name of a file without what could lead a reader astray, its ending kept."""
    name = "".join(letter for letter in PurePath(upload.name).name if letter.isprintable())
    stem, dot, ending = name.rpartition(".")
    return f"{stem[:LONGEST_NAME]}{dot}{ending}"
