"""What editors see of search in the admin."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from accounts.domain import grant_editor_permissions
from search.models import AttachmentText, Change, SearchSynonym
from tests.search.attachments import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(anna):
    client = Client()
    client.force_login(anna)
    return client


def test_what_the_engine_refused_is_listed_with_its_reason_and_what_waits_is_not(admin):
    Change.objects.create(engine="embedded", key="page:1", dead=True, error="te groot")
    Change.objects.create(engine="embedded", key="page:2")
    text = admin.get("/beheer/refused/").content.decode()

    assert "page:1" in text
    assert "te groot" in text
    assert "page:2" not in text


def test_nobody_changes_the_queue_by_hand(admin):
    change = Change.objects.create(engine="embedded", key="page:1", dead=True)
    for address in ("new/", f"edit/{change.pk}/", f"delete/{change.pk}/"):
        assert admin.get(f"/beheer/refused/{address}").status_code == 302, address

    assert admin.post(f"/beheer/refused/delete/{change.pk}/").status_code == 302
    assert Change.objects.count() == 1


def test_a_synonym_asks_for_two_words(admin):
    one = admin.post("/beheer/synonyms/new/", {"words": "vsv", "note": ""})
    two = admin.post("/beheer/synonyms/new/", {"words": "vsv, schooluitval", "note": ""})

    assert "Vul ten minste twee woorden in" in one.content.decode()
    assert two.status_code == 302
    assert SearchSynonym.objects.get().group == ("vsv", "schooluitval")


def test_files_without_text_are_listed_with_the_reason(admin):
    guide = making.document(b"%PDF-1.7", "gids.pdf")
    AttachmentText.objects.create(file_hash=guide.get_file_hash(), error="damaged")
    AttachmentText.objects.create(file_hash="b" * 40, error="protected")
    AttachmentText.objects.create(file_hash="c" * 40, text="Kanarie")
    page = BeautifulSoup(admin.get("/beheer/unread/").content, "html.parser")

    (row,) = page.select("main tbody tr")
    assert row.a.get_text(strip=True) == "Een gids"
    assert row.a["href"] == f"/beheer/documents/edit/{guide.pk}/"
    assert "Het bestand is beschadigd." in row.get_text()


def test_an_editor_sees_no_file_of_a_collection_of_others(eva):
    grant_editor_permissions()
    guide = making.document(b"%PDF-1.7", "gids.pdf")
    AttachmentText.objects.create(file_hash=guide.get_file_hash(), error="damaged")
    client = Client()
    client.force_login(eva)
    assert "Een gids" in client.get("/beheer/unread/").content.decode()

    eva.groups.get().collection_permissions.all().delete()

    assert "Een gids" not in client.get("/beheer/unread/").content.decode()
