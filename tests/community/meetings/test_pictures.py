"""Pictures on a page in a room are as closed as the page, and open again with it."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from community.domain.rooms import collection_of
from community.meetings import publishing
from community.models import EventPage
from content.models import SiteImage
from tests.community.making import document
from tests.factories import EventFactory
from tests.robustness.forms import Form, problems

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }


def picture(title, collection=None):
    file = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(file, "JPEG")
    upload = SimpleUploadedFile(f"{title}.jpg", file.getvalue(), "image/jpeg")
    place = collection or Collection.get_first_root_node()
    return SiteImage.objects.create(title=title, file=upload, collection=place)


def shown(image):
    return [("image", {"image": image, "alt_text": "Wat er te zien is", "decorative": False})]


def seen_by(person, image):
    """Return what somebody gets of the original and of every size of a picture."""
    client = Client()
    if person:
        client.force_login(person)
    sizes = [size.url for size in image.renditions.all()]
    assert len(sizes) == 2
    return [client.get(path).status_code for path in (image.file.url, *sizes)]


@pytest.fixture
def story(meeting):
    """Return a public meeting with a picture in its programme, its report and as its cover."""
    images = [picture(title) for title in ("programma", "verslag", "omslag")]
    for image in images:
        for size in ("fill-960x540|format-webp", "width-1200|format-webp"):
            image.get_rendition(size)
    first, second, cover = images
    event = meeting(body=shown(first), report=shown(second), cover=cover)
    return EventPage.objects.get(pk=event.pk), images


def move(event, closed):
    page = EventPage.objects.get(pk=event.pk)
    publishing.change(page, None, number=publishing.number_of(page), closed=closed)


def places(images):
    return [SiteImage.objects.get(pk=image.pk).collection for image in images]


OPEN, CLOSED = [404, 200, 200], [404, 404, 404]


def test_pictures_close_with_the_page_and_open_with_it(story, people, room):
    event, images = story
    for closed in (False, True, False):
        move(event, closed)
        for image in images:
            found = {
                name: seen_by(people[name], image)
                for name in people
                if name not in ("editor", "coordinator", "asked")
            }
            inside = dict.fromkeys(("member", "moderator", "admin"), OPEN)
            assert found == dict.fromkeys(found, CLOSED if closed else OPEN) | inside


def test_a_picture_that_another_page_shows_stays_where_it_is(story, site, room, community):
    event, images = story
    EventFactory(parent=site.events, title="Ook hier", body=shown(images[0]))
    move(event, True)
    inside = collection_of(community)
    assert places(images) == [Collection.get_first_root_node(), inside, inside]


def test_an_editor_who_moves_a_page_takes_its_pictures_and_files_along(
    story, site, room, community
):
    event, images = story
    paper = document("Stuk")
    event.files = [("document", paper)]
    event.save()
    for place, collection in (
        (room, collection_of(community)),
        (site.events, Collection.get_first_root_node()),
    ):
        target = Page.objects.get(pk=place.pk)
        EventPage.objects.get(pk=event.pk).move(target, pos="last-child")
        paper.refresh_from_db()
        assert [*places(images), paper.collection] == [collection] * 4


@pytest.mark.parametrize("place", ["body", "report", "cover"])
def test_a_picture_that_everybody_can_see_is_refused_in_a_room(
    client, anna, community, room, place
):
    client.force_login(anna)
    image = picture("Tuin")
    block = {"image": str(image.pk), "alt_text": "Een tuin", "decorative": ""}
    value = str(image.pk) if place == "cover" else streamfield([("image", block)])
    typed = {"title": "Overleg", "slug": "overleg", "summary": "Ons.", "starts_on": "2099-12-13"}
    form = Form(client, f"/beheer/pages/add/community/eventpage/{room.pk}/")
    fields = nested_form_data(typed | {place: value})
    assert problems(form.publish(**fields)) == {
        place: [
            "Wie het adres kent, kan deze afbeelding zien: ‘Tuin’. Zet haar bij Afbeeldingen eerst "
            f"in de collectie ‘Leden van CoP 18 ({community.pk})’."
        ]
    }
    image.collection = collection_of(community)
    image.save()
    assert form.publish(**fields).status_code == 302


def test_each_file_that_is_open_is_named_with_its_own_place(client, anna, community, room):
    client.force_login(anna)
    stuk, tuin = document("Stuk"), picture("Tuin")
    block = {"image": str(tuin.pk), "alt_text": "Een tuin", "decorative": ""}
    link = rich_text(f'<p><a linktype="document" id="{stuk.pk}">stuk</a></p>')
    typed = {"body": streamfield([("text", link), ("image", block)])}
    refused = Form(client, f"/beheer/pages/{room.pk}/edit/").publish(**nested_form_data(typed))
    (said,) = problems(refused)["body"]
    assert "kan dit openen: ‘Stuk’. Zet het bij Documenten eerst" in said
    assert "kan deze afbeelding zien: ‘Tuin’. Zet haar bij Afbeeldingen eerst" in said
