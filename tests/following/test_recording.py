"""What happens is written down with the change itself, once."""

import pytest
from django.db import transaction
from django.utils import timezone

from following.models import Happening
from tests.factories import MethodFactory, PracticeFactory, StandardPageFactory

pytestmark = pytest.mark.django_db


def written():
    return [(happening.kind, happening.page.title) for happening in Happening.objects.all()]


def test_a_page_that_is_published_is_news_and_the_next_day_it_is_changed(site, change):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    assert written() == [("published", "Samen fietsen")]
    change(practice, summary="Nog beter.")
    change(practice, summary="Nog veel beter.")
    assert written() == [("published", "Samen fietsen"), ("changed", "Samen fietsen")]


def test_every_kind_of_content_is_written_down_and_a_section_is_not(site, change):
    change(site.practices, introduction="Alles op een rij.")
    MethodFactory(parent=site.methods, title="Frontlijn")
    StandardPageFactory(parent=site.home, title="Over")
    assert written() == [("published", "Frontlijn"), ("published", "Over")]


def test_a_draft_and_a_page_for_later_are_no_news(site):
    draft = PracticeFactory(parent=site.practices, live=False)
    draft.save_revision()
    draft.go_live_at = timezone.now() + timezone.timedelta(days=1)
    draft.save_revision().publish()
    assert written() == []


def test_what_is_taken_back_did_not_happen(site):
    with transaction.atomic():
        PracticeFactory(parent=site.practices)
        transaction.set_rollback(True)
    assert written() == []


def test_who_published_is_kept(site, eva):
    practice = PracticeFactory(parent=site.practices, live=False)
    practice.save_revision(user=eva).publish(user=eva)
    assert Happening.objects.get().actor == eva
