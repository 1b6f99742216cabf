"""Files that are not what they say are refused in words, and photos tell no place."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model

from content.covers import PICTURE
from content.models import SiteImage
from tests.robustness.everything import LEADING, PUBLIC
from tests.robustness.files import SVG, claiming, claiming_gif, photo, place_of
from tests.robustness.forms import problems
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db

NO_PICTURE = (
    "Upload een geldige afbeelding. Het geüploade bestand is geen of een beschadigde afbeelding."
)
NO_FORMAT = (
    "Geen ondersteund afbeeldingsformaat. Ondersteunde formaten: AVIF, GIF, JPG, JPEG, PNG, WEBP."
)
EMPTY = "Het verstuurde bestand is leeg."


def other_format(said, found):
    return (
        f"Geen geldige .{said} afbeelding. "
        f"Deze extensie hoort niet bij het bestandsformaat ({found})"
    )


def too_large(pixels):
    return (
        f"Deze afbeelding bevat teveel pixels ({pixels}). Het maximum aantal toegestane pixels is "
        "60000000. Snij de afbeelding bij of verlaag de resolutie en probeer het opnieuw."
    )


PICTURES = {
    "no picture": ("a.jpg", b"Geen plaatje.", NO_PICTURE),
    "a page": ("a.jpg", b"<html><script>alert(1)</script></html>", other_format("jpeg", "svg")),
    "cut off in the head": ("a.jpg", photo()[:300], NO_PICTURE),
    "cut off half-way": ("a.jpg", photo()[:4000], NO_PICTURE),
    "a drawing with a script": ("a.svg", SVG, NO_FORMAT),
    "a drawing that says it is a photo": ("a.png", SVG, other_format("png", "svg")),
    "a photo that says it is a program": ("a.php", photo(), NO_FORMAT),
    "another format": ("a.jpg", claiming(10, 10), other_format("jpeg", "png")),
    "without an extension": ("foto", photo(), NO_FORMAT),
    "the parent folder": ("..jpg", photo(), NO_FORMAT),
    "a bomb": ("a.png", claiming(60_000, 60_000), too_large("onbekend getal")),
    "a small bomb": ("a.png", claiming(8_000, 8_000), too_large(64_000_000)),
    "a bomb of frames": ("a.gif", claiming_gif(65_535, 65_535), too_large("onbekend getal")),
    "empty": ("a.jpg", b"", EMPTY),
    "more than twenty megabytes": ("a.jpg", b"\xff\xd8" + bytes(21 * 1024 * 1024), NO_PICTURE),
}
# The name that somebody gives a file, and what is made of it.
NAMES = {
    "../../../etc/passwd.jpg": "passwd.jpg",
    "..\\..\\foto.jpg": "foto.jpg",
    "nul\0foto.jpg": "nulfoto.jpg",
    "\u202egpj.exe.jpg": "gpj.exe.jpg",
    '"><script>.jpg': "script.jpg",
    "🏘️.jpg": ".jpg",
}


def upload(client, kind, name, content, several=False):
    file = SimpleUploadedFile(name, content, "image/jpeg")
    fields = {"title": "Een bestand", "collection": "1", "description": "Wat het is"}
    if several:
        return client.post(f"/beheer/{kind}/multiple/add/", fields | {"files[]": file})
    return client.post(f"/beheer/{kind}/add/", fields | {"file": file})


@pytest.mark.parametrize("case", PICTURES)
def test_what_is_no_picture_is_refused(editor, site, case):
    name, content, message = PICTURES[case]
    answer = upload(editor, "images", name, content)
    assert answer.status_code == 200
    assert problems(answer) == {"file": [message]}
    assert soup_of(answer).find(id="id_title")["value"] == "Een bestand"
    several = upload(editor, "images", name, content, several=True)
    assert several.json() == {"success": False, "error_message": message}


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_lies_where_it_should_whatever_its_name(editor, site, name):
    assert upload(editor, "images", name, photo()).status_code == 302
    assert SiteImage.objects.latest("pk").file.name == f"original_images/{NAMES[name]}"


def test_a_name_of_three_hundred_characters_is_made_shorter(editor, site):
    assert upload(editor, "images", "x" * 300 + ".jpg", photo()).status_code == 302
    picture = SiteImage.objects.latest("pk")
    assert editor.get(picture.get_rendition(PICTURE).url).status_code == 200


def not_allowed(extension):
    return (
        f"Bestandsextensie ‘{extension}’ is niet toegestaan. Toegestane extensies zijn: "
        "‘pdf, docx, odt, pptx, odp, xlsx, ods, csv’."
    )


@pytest.mark.parametrize("extension", ["exe", "html", "svg", "js", "docm", "pdf.exe", ""])
def test_a_document_of_another_kind_is_refused(editor, site, extension):
    name = f"plan.{extension}".rstrip(".")
    message = not_allowed(extension.rpartition(".")[2])
    assert problems(upload(editor, "documents", name, b"MZ")) == {"file": [message]}
    several = upload(editor, "documents", name, b"MZ", several=True)
    assert several.json() == {"success": False, "error_message": message}


@pytest.mark.parametrize(
    "name", ["../../x.pdf", "nul\0x.pdf", "\u202efdp.exe.pdf", "x" * 300 + ".pdf"]
)
def test_a_document_is_given_as_a_document_whatever_its_name(editor, client, site, name):
    assert upload(editor, "documents", name, b"<script>alert(1)</script>").status_code == 302
    document = get_document_model().objects.latest("pk")
    client.logout()
    answer = client.get(document.url)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert document.filename.isascii()


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "tuin.jpg"), ("PNG", "tuin.png")])
def test_a_photo_tells_no_place(editor, client, site, kind, name):
    taken = photo(kind, where=(52.1, 5.1))
    assert place_of(taken) == {2: 52.1, 4: 5.1}
    upload(editor, "images", name, taken)
    picture = SiteImage.objects.latest("pk")
    client.logout()
    for size in (PICTURE, "width-1200|format-webp", "max-165x165", "original"):
        shown = client.get(picture.get_rendition(size).url)
        assert shown.status_code == 200
        assert (size, place_of(shown.getvalue())) == (size, {})
    # The original, which editors may need, is on no public address.
    assert place_of(picture.file.open().read()) == {2: 52.1, 4: 5.1}
    assert client.get(picture.file.url).status_code == 404


def test_files_that_are_gone_take_no_page_with_them(client, site, settings, tmp_path):
    site.image.renditions.all().delete()
    settings.MEDIA_ROOT = tmp_path
    gone = {"{picture}", "{document}"}
    for address in PUBLIC:
        expected = 404 if address in gone else LEADING.get(address, 200)
        assert client.get(site.address(address)).status_code == expected
    practice = soup_of(client.get("/praktijken/samen-fietsen/"))
    assert practice.select_one("svg.wk-cover") is not None
