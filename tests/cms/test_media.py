"""Pictures that pages show are served; originals and documents are not."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from content.covers import PICTURE
from content.models import SiteImage

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture(settings, tmp_path):
    """Return a photo that an editor uploaded, on a disk of its own."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    file = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, "JPEG")
    upload = SimpleUploadedFile("tuin.jpg", file.getvalue(), "image/jpeg")
    return SiteImage.objects.create(title="Buurttuin", file=upload)


def test_a_browser_gets_the_picture_and_keeps_it(client, picture):
    shown = picture.get_rendition(PICTURE)

    answer = client.get(shown.url)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert Image.open(BytesIO(answer.getvalue())).size == (960, 540)


def test_the_original_is_not_served(client, picture):
    assert picture.file.url == "/media/original_images/tuin.jpg"
    assert client.get(picture.file.url).status_code == 404


@pytest.mark.parametrize("path", ["../original_images/tuin.jpg", "%2e%2e/secret_key", "geen.webp"])
def test_no_path_leads_out_of_the_pictures(client, picture, path):
    assert client.get(f"/media/images/{path}").status_code == 404
