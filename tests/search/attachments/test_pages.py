"""Pages are found by their files: once per file read, and never by a file that is not for all."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from search import audit, builders
from search.attachments import reading
from search.models import AttachmentText, Change
from tests.factories import LearningMaterialFactory, PracticeFactory, StandardPageFactory
from tests.search.attachments import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def reads(monkeypatch):
    """Return the names of the files that were read, in order."""
    names, text_of = [], reading.text_of

    def noted(document):
        names.append(document.title)
        return text_of(document)

    monkeypatch.setattr(reading, "text_of", noted)
    return names


def material(site, document, title="Achter de voordeur", **fields):
    return LearningMaterialFactory(
        parent=site.learning, title=title, files=[("document", document)], **fields
    )


def collection(name, parent=None):
    return (parent or Collection.get_first_root_node()).add_child(name=name)


def close(what):
    return CollectionViewRestriction.objects.create(
        collection=what, restriction_type=CollectionViewRestriction.LOGIN
    )


def move(document, where):
    document.collection = where
    document.save()


def test_a_hit_says_in_which_file_it_is(site, index):
    guide = making.document(making.pdf("Neem een kanarie mee."))
    material(site, guide)

    answer = index.ask("kanarie")

    assert answer.titles == ["Achter de voordeur"]
    (line,) = answer.page.select(".wk-hit__file")
    assert line.get_text() == f"In bijlage ‘{guide.filename}’: Neem een kanarie mee."
    assert line.a["href"] == guide.url
    assert line.mark.get_text() == "kanarie"


def test_every_way_to_offer_a_file_counts(site, index):
    words = ("merel", "mus", "mees")
    first, second, third = (making.document(making.pdf(word)) for word in words)
    PracticeFactory(parent=site.practices, title="Praktijk", attachments=[("document", first)])
    StandardPageFactory(parent=site.home, title="Blok", body=[("document", second)])
    link = f'<p><a linktype="document" id="{third.pk}">het plan</a></p>'
    StandardPageFactory(parent=site.home, title="Verwijzing", body=[("text", link)])

    assert [index.ask(word).titles for word in words] == [["Praktijk"], ["Blok"], ["Verwijzing"]]


def test_a_file_is_read_once_however_often_its_pages_are_saved(site, index, reads):
    guide = making.document(making.pdf("Neem een kanarie mee."))
    page = material(site, guide)
    material(site, making.document(making.pdf("Neem een kanarie mee.")), title="Nog eens")
    index.update()
    page.save_revision().publish()

    assert sorted(index.ask("kanarie").titles) == ["Achter de voordeur", "Nog eens"]
    assert reads == ["Een gids"]


def test_saving_reads_no_file(site, index, reads):
    material(site, making.document(making.pdf("Neem een kanarie mee.")))
    assert reads == []


def test_a_page_can_be_found_before_its_file_was_read(site, index, monkeypatch):
    def unread(document):
        assert index.stored()[f"page:{page.pk}"] == "public"
        return "Kanarie"

    monkeypatch.setattr(reading, "text_of", unread)
    page = material(site, making.document(b"%PDF"))
    assert index.ask("kanarie").titles == ["Achter de voordeur"]


def test_another_file_in_the_place_of_the_first(site, index):
    guide = making.document(making.pdf("Neem een kanarie mee."))
    material(site, guide)
    index.update()
    guide.file.save("gids.pdf", making.ContentFile(making.pdf("Neem een merel mee.")), save=False)
    guide._set_document_file_metadata()
    guide.save()

    assert index.ask("merel").titles == ["Achter de voordeur"]
    assert index.ask("kanarie").titles == []
    assert AttachmentText.objects.count() == 1


def test_a_file_that_is_deleted_is_forgotten(site, index):
    guide = making.document(making.pdf("Neem een kanarie mee."))
    material(site, guide)
    index.update()
    guide.delete()

    assert index.ask("kanarie").titles == []
    assert not AttachmentText.objects.exists()


def test_a_file_that_gave_no_text_is_tried_again_when_it_is_saved(site, index):
    guide = making.document(b"geen pdf")
    material(site, guide)
    index.update()
    assert AttachmentText.objects.get().error == "other-kind"
    AttachmentText.objects.update(read_at=datetime(2000, 1, 1, tzinfo=UTC))

    guide.refresh_from_db()
    guide.save()
    index.update()

    assert AttachmentText.objects.get().read_at.year > 2000


def test_a_document_whose_file_is_gone_holds_nothing_up(site, index):
    guide = making.document(making.pdf("Kanarie"))
    guide.file.storage.delete(guide.file.name)
    material(site, guide)

    assert index.ask("voordeur").titles == ["Achter de voordeur"]
    assert not Change.objects.exists()


CLOSINGS = {
    "its collection": lambda document, inner: close(inner),
    "one above it": lambda document, inner: close(inner.get_parent()),
    "by moving the file": lambda document, inner: move(document, closed_collection()),
}


def closed_collection():
    found = collection("Van de commissie")
    close(found)
    return found


@pytest.mark.parametrize("how", CLOSINGS)
def test_closing_a_file_takes_its_words_away(site, index, how):
    inner = collection("Binnen", collection("Buiten"))
    guide = making.document(making.pdf("Neem een kanarie mee."), collection=inner)
    material(site, guide)
    assert index.ask("kanarie").titles == ["Achter de voordeur"]

    CLOSINGS[how](guide, inner)

    assert index.ask("kanarie").titles == []
    assert index.ask("kanarie").count == "Geen resultaten"
    assert "kanarie" not in str(builders.build(builders.all_keys()))


def test_opening_a_collection_gives_its_words_back(site, index):
    where = collection("Gidsen")
    restriction = close(where)
    material(site, making.document(making.pdf("Neem een kanarie mee."), collection=where))
    assert index.ask("kanarie").titles == []

    restriction.delete()

    assert index.ask("kanarie").titles == ["Achter de voordeur"]
    assert audit.audit(index.engine).keys == []


def test_a_file_that_was_closed_a_moment_ago_is_not_shown_from_an_index_that_lags(site, index):
    where = collection("Gidsen")
    material(site, making.document(making.pdf("Neem een kanarie mee."), collection=where))
    index.update()
    close(where)

    # Asked at once, without the index being brought up to date.
    page = Client().get("/zoeken", {"q": "kanarie"}).content.decode()

    assert "Achter de voordeur" not in page
    assert "mee." not in page


def test_moving_several_files_at_once_in_the_admin_closes_them(site, index, admin_client):
    guide = making.document(making.pdf("Neem een kanarie mee."))
    material(site, guide)
    index.update()
    where = collection("Gidsen")
    close(where)
    address = f"/beheer/bulk/wagtaildocs/document/add_to_collection/?id={guide.pk}"
    assert admin_client.post(address, {"collection": where.pk}).status_code == 302

    assert index.ask("kanarie").titles == []


def test_moving_a_collection_in_the_admin_closes_what_is_in_it(site, index, admin_client):
    where = collection("Gidsen")
    material(site, making.document(making.pdf("Neem een kanarie mee."), collection=where))
    index.update()
    closed = closed_collection()
    admin_client.post(f"/beheer/collections/{where.pk}/", {"name": "Gidsen", "parent": closed.pk})
    assert Collection.objects.get(pk=where.pk).get_parent() == closed

    assert index.ask("kanarie").titles == []


def test_a_file_on_a_closed_page_is_found_by_who_may_see_the_page(site, index, bas):
    members = Group.objects.create(name="Leden")
    page = material(site, making.document(making.pdf("Neem een kanarie mee.")))
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(members)
    assert index.ask("kanarie").titles == []

    bas.groups.add(members)
    client = Client()
    client.force_login(bas)

    assert index.ask("kanarie", client).titles == ["Achter de voordeur"]


def test_a_draft_with_a_file_tells_nothing(site, index):
    material(site, making.document(making.pdf("Neem een kanarie mee.")), live=False)
    assert index.ask("kanarie").titles == []
    assert not AttachmentText.objects.exists()


def queries_for(pages):
    with CaptureQueriesContext(connection) as captured:
        found = builders.build([f"page:{page.pk}" for page in pages])
    return len(captured), [len(document.attachments) for document in found.values()]


def test_the_files_of_many_pages_cost_three_queries(site, index):
    bare = [LearningMaterialFactory(parent=site.learning) for _ in range(3)]
    texts = [making.document(making.pdf(f"Merel {n}")) for n in range(3)]
    full = [material(site, found, f"Gids {n}") for n, found in enumerate(texts)]
    index.update()
    without, none = queries_for(bare)

    # Each page reads its own block of documents.
    assert queries_for(full) == (without + 3 + len(full), [1, 1, 1])
    assert none == [0, 0, 0]
