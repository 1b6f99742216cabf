"""What editors see of search in the admin."""

import pytest
from django.test import Client

from search.models import Change, SearchSynonym

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
