"""What editors see of search in the admin."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.domain import grant_editor_permissions
from search.models import AttachmentText, Change, SearchSynonym
from tests.factories import (
    IndicatorFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
)
from tests.reading import words
from tests.search.attachments import making

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(anna):
    client = Client()
    client.force_login(anna)
    return client


def refuse(*keys):
    for key in keys:
        Change.objects.create(engine="embedded", key=key, dead=True, error="te groot")


def rows(page):
    """Return what a list shows: each name, and where it leads."""
    found = BeautifulSoup(page.content, "html.parser").select("main tbody td.title")
    return [(words(cell.select_one(".title-wrapper")), cell.a and cell.a["href"]) for cell in found]


def test_what_the_engine_refused_is_listed_by_name_and_what_waits_is_not(site, admin):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    mitros = OrganisationFactory(name="Mitros")
    area, indicator = NeighbourhoodFactory(name="Zuilen"), IndicatorFactory(name="Verzuim")
    Change.objects.all().delete()
    figures = f"{indicator.code}:{area.code}"
    refuse(f"page:{practice.pk}", "organisation:mitros", f"area:{area.code}", f"series:{figures}")
    refuse(f"figure:{figures}", f"indicator:{indicator.code}", "page:999999")
    Change.objects.create(engine="embedded", key="page:2")

    assert rows(admin.get("/beheer/refused/")) == [
        ("Samen fietsen", f"/beheer/pages/{practice.pk}/edit/"),
        ("Mitros", f"/beheer/organisations/edit/{mitros.pk}/"),
        (area.full_name, f"/beheer/areas/edit/{area.pk}/"),
        (f"Cijfers: Verzuim, {area.full_name}", None),
        (f"Cijfers: Verzuim, {area.full_name}", None),
        ("Verzuim", f"/beheer/indicators/edit/{indicator.pk}/"),
        ("page:999999", None),
    ]


def test_what_the_engine_refused_is_told_with_its_reason_and_leads_to_more(admin):
    refuse("page:999999")
    cell = BeautifulSoup(admin.get("/beheer/refused/").content, "html.parser").select("tbody td")[1]
    assert words(cell) == "te groot Meer over ‘page:999999’"
    assert "embedded" in admin.get(cell.a["href"]).content.decode()


def test_a_page_that_an_editor_may_not_see_has_no_name_among_the_refused(site, eva):
    grant_editor_permissions()
    practice = PracticeFactory(parent=site.practices, title="Kanarie")
    Change.objects.all().delete()
    refuse(f"page:{practice.pk}")
    client = Client()
    client.force_login(eva)
    assert rows(client.get("/beheer/refused/"))[0][0] == "Kanarie"

    eva.groups.get().page_permissions.all().delete()

    assert rows(client.get("/beheer/refused/")) == [(f"page:{practice.pk}", None)]


def test_the_names_of_the_refused_are_read_together(site, admin, django_assert_num_queries):
    practices = [PracticeFactory(parent=site.practices, title=str(number)) for number in range(9)]
    Change.objects.all().delete()
    refuse(f"page:{practices[0].pk}")
    admin.get("/beheer/refused/")
    with CaptureQueriesContext(connection) as for_one:
        admin.get("/beheer/refused/")
    refuse(*(f"page:{practice.pk}" for practice in practices))
    with django_assert_num_queries(len(for_one)):
        assert len(rows(admin.get("/beheer/refused/"))) == 10


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("refused", "De zoekmachine nam alles aan. U hoeft hier niets te doen."),
        ("unread", "Van alle bijlagen is de tekst gelezen. U hoeft hier niets te doen."),
    ],
)
def test_a_list_in_which_nothing_is_the_matter_says_so(admin, address, told):
    page = BeautifulSoup(admin.get(f"/beheer/{address}/").content, "html.parser")
    assert [words(text) for text in page.select("#listing-results p")] == [told]


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
