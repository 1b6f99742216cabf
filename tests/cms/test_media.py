"""Pictures that pages show are served; originals and documents are not."""

from io import BytesIO

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from content.covers import PICTURE
from content.models import SiteImage
from tests.factories import UserFactory
from tests.reading import unmarked

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


@pytest.fixture
def closed(picture):
    """Return the picture in a collection below one that is for a group alone."""
    around = Collection.get_first_root_node().add_child(instance=Collection(name="Van ons"))
    inside = around.add_child(instance=Collection(name="Foto's"))
    restriction = CollectionViewRestriction.objects.create(
        collection=around, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="Wij"))
    picture.collection = inside
    picture.save()
    return picture


def test_a_picture_in_a_closed_collection_is_there_for_whom_that_lets_in(client, closed, bas, anna):
    shown = closed.get_rendition(PICTURE).url
    member = UserFactory()
    member.groups.add(Group.objects.get(name="Wij"))
    nothing = client.get("/media/images/geen.webp")
    for person in (None, bas):
        if person:
            client.force_login(person)
            nothing = client.get("/media/images/geen.webp")
        refused = client.get(shown)
        assert (refused.status_code, unmarked(refused)) == (404, unmarked(nothing))
        assert "immutable" not in refused.headers.get("Cache-Control", "")
    for person in (member, anna):
        client.force_login(person)
        answer = client.get(shown)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == (
            "max-age=0, no-cache, no-store, must-revalidate, private"
        )
        assert client.get(closed.file.url).status_code == 404


def test_a_picture_for_everybody_costs_one_query_and_no_look_at_who_asks(
    client, picture, bas, django_assert_num_queries
):
    shown = picture.get_rendition(PICTURE).url
    client.force_login(bas)
    with django_assert_num_queries(1):
        answer = client.get(shown)
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_file_of_no_picture_any_more_is_not_given(client, picture):
    shown = picture.get_rendition(PICTURE)
    type(shown).objects.filter(pk=shown.pk).delete()
    assert client.get(shown.url).status_code == 404
