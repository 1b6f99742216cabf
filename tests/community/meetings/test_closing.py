"""What stands in a room is as closed as the room: files, pictures, old addresses, search."""

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from community.domain.rooms import collection_of
from community.models import EventPage, LearningMaterialPage
from search import changes, rebuilding
from search.engines import selection
from tests.factories import CommunityFactory, EventFactory, LearningMaterialFactory, MemberFactory
from tests.reading import browser_of, unmarked
from tests.robustness.forms import Form, problems
from tests.search.attachments import making

pytestmark = pytest.mark.django_db

BARE = {"title": "Overleg", "slug": "overleg", "summary": "Waar het over gaat."}


def document(title, collection=None):
    file = ContentFile(making.word_file("kanariebestand"), name="gids.docx")
    collection = collection or Collection.get_first_root_node()
    return get_document_model().objects.create(
        title=title, file=file, file_size=file.size, collection=collection
    )


def message(community, *titles):
    named = ", ".join(f"‘{title}’" for title in titles)
    return (
        f"Wie het adres kent, kan dit openen: {named}. Zet het bij Documenten eerst in "
        f"de collectie ‘Leden van CoP 18 ({community.pk})’."
    )


def publish(client, room, name="eventpage", **fields):
    """Fill in the form of a new page in a room, as an editor does."""
    form = Form(client, f"/beheer/pages/add/community/{name}/{room.pk}/")
    return form.publish(**nested_form_data(BARE | fields))


def in_text(number):
    link = f'<p><a linktype="document" id="{number}">stuk</a></p>'
    return streamfield([("text", rich_text(link))])


@pytest.mark.parametrize(
    ("name", "fields", "place"),
    [
        ("eventpage", {"starts_on": "2099-12-13"}, "files"),
        ("learningmaterialpage", {}, "files"),
        ("eventpage", {"starts_on": "2099-12-13"}, "report"),
        ("eventpage", {"starts_on": "2099-12-13"}, "body"),
    ],
)
def test_a_file_that_everybody_can_open_is_refused_in_a_room(
    client, anna, community, room, name, fields, place
):
    client.force_login(anna)
    file = document("Notulen")
    value = streamfield([("document", str(file.pk))]) if place == "files" else in_text(file.pk)
    refused = publish(client, room, name, **fields, **{place: value})
    assert refused.status_code == 200
    assert problems(refused) == {place: [message(community, "Notulen")]}
    file.collection = collection_of(community)
    file.save()
    assert publish(client, room, name, **fields, **{place: value}).status_code == 302


def test_the_room_itself_holds_no_open_file_either(client, anna, community, room):
    client.force_login(anna)
    value = streamfield([("document", str(document("Notulen").pk))])
    refused = Form(client, f"/beheer/pages/{room.pk}/edit/").publish(
        **nested_form_data({"body": value})
    )
    assert problems(refused) == {"body": [message(community, "Notulen")]}


def test_a_file_of_another_community_is_not_closed_enough(client, anna, site, community, room):
    other = CommunityFactory(parent=site.communities, title="CoP 90")
    client.force_login(anna)
    value = streamfield([("document", str(document("Van hen", collection_of(other)).pk))])
    refused = publish(client, room, starts_on="2099-12-13", files=value)
    assert problems(refused) == {"files": [message(community, "Van hen")]}


def test_outside_a_room_an_open_file_is_fine(client, anna, site):
    client.force_login(anna)
    value = streamfield([("document", str(document("Notulen").pk))])
    made = publish(client, site.events, starts_on="2099-12-13", files=value)
    assert made.status_code == 302


@pytest.mark.parametrize("factory", [EventFactory, LearningMaterialFactory])
def test_what_comes_into_a_room_is_of_the_community_around_it(site, community, room, factory):
    other = CommunityFactory(parent=site.communities, title="CoP 90")
    page = factory(parent=room, community=other)
    model = type(page)
    assert model.objects.get(pk=page.pk).community == community
    section = site.events if model is EventPage else site.learning
    moved = factory(parent=section, community=other)
    moved.move(room, pos="last-child")
    assert model.objects.get(pk=moved.pk).community == community


def test_an_old_address_tells_nobody_where_a_closed_page_went(site, community, room):
    member = MemberFactory(community=community).user
    page = EventFactory(parent=site.events, title="Geheim", community=community)
    before = page.url
    page.move(room, pos="last-child")
    assert Redirect.objects.filter(redirect_page=page).exists()
    nothing = browser_of(None).get("/agenda/bestaat-niet/")
    gone = browser_of(None).get(before)
    assert (gone.status_code, unmarked(gone)) == (404, unmarked(nothing))
    led = browser_of(member).get(before)
    assert (led.status_code, led["Location"]) == (301, EventPage.objects.get(pk=page.pk).url)


def test_an_old_address_of_an_open_page_leads_on(site):
    page = EventFactory(parent=site.events, title="Nu")
    Redirect.objects.create(old_path="/agenda/toen", redirect_page=page)
    led = browser_of(None).get("/agenda/toen/?a=b")
    assert (led.status_code, led["Location"]) == (301, "/agenda/nu/")
    page.unpublish()
    assert browser_of(None).get("/agenda/toen/").status_code == 404


@pytest.fixture
def index(settings, tmp_path):
    """Return a function that indexes all there is, with the files on a disk."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    settings.SEARCH_URL = f"embedded:{tmp_path / 'search.sqlite3'}"
    selection.forget()

    def build():
        rebuilding.rebuild(selection.engine())
        # What stands in files is read beside that, and then told.
        changes.drain(selection.engine())

    yield build
    selection.forget()


def titles_found(person, words):
    answer = browser_of(person).get("/zoeken.json", {"q": words}).json()
    return sorted(hit["title"] for hit in answer["hits"])


def test_members_find_what_is_in_their_room_and_nobody_else_does(site, community, room, index):
    member, outsider = (
        MemberFactory(community=community).user,
        MemberFactory(community=CommunityFactory(parent=site.communities, title="CoP 90")).user,
    )
    EventFactory(parent=room, title="Kanarieoverleg", community=community)
    LearningMaterialFactory(parent=room, title="Kanariegids", community=community)
    index()
    assert titles_found(member, "kanarieoverleg") == ["Kanarieoverleg"]
    assert titles_found(member, "kanariegids") == ["Kanariegids"]
    for person in (None, outsider):
        assert titles_found(person, "kanarieoverleg") == []
        assert titles_found(person, "kanariegids") == []


def test_the_text_of_a_closed_file_is_searched_by_nobody(site, community, room, index):
    member = MemberFactory(community=community).user
    for title, collection in (("Dicht", collection_of(community)), ("Open", None)):
        file = document(title, collection)
        for model, parent in ((EventFactory, site.events), (EventFactory, room)):
            where = "kamer" if parent is room else "agenda"
            model(
                parent=parent,
                title=f"{title} {where}",
                files=[("document", file)],
                community=community,
            )
    index()
    assert titles_found(None, "kanariebestand") == ["Open agenda"]
    assert titles_found(member, "kanariebestand") == ["Open agenda", "Open kamer"]


def test_a_room_is_listed_for_its_members_and_nowhere_else(site, community, room):
    page = EventFactory(parent=room, title="Kanarieoverleg", community=community)
    LearningMaterialPage.objects.all().delete()
    member = MemberFactory(community=community).user
    places = ["/", "/agenda/", "/sitemap.xml", community.url, "/zoeken?q=kanarie"]
    for path in places:
        for person in (None, member):
            text = browser_of(person).get(path).content.decode()
            assert (path, "Kanarieoverleg" in text) == (path, False)
    assert "Kanarieoverleg" in browser_of(member).get(room.url).content.decode()
    assert "Kanarieoverleg" in browser_of(member).get(page.url).content.decode()
