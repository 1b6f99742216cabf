"""Site moderators read what members have among themselves, by one rule, and nothing besides."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from community.domain.rooms import collection_of
from community.meetings.permissions import seen
from community.models import EventPage
from community.permissions import Viewer
from content.queries import open_to
from search import keys
from search.visibility import Searcher
from tests.community.making import document
from tests.factories import EventFactory, MemberFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def mo():
    """Return Mo, who moderates the site and edits nothing."""
    mo = UserFactory(username="mo")
    mo.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    return mo


@pytest.fixture
def meeting(room):
    return EventFactory(parent=room, title="Kanarie")


def every_way(person, page):
    """Return what each way to a page says: may this person see it?"""
    client = Client()
    client.force_login(person)
    key = keys.of_page(page.pk)
    found = Searcher.of(person)
    pages = Page.objects.filter(pk=page.pk)
    return {
        "served": client.get(page.url).status_code == 200,
        "listed": pages.filter(open_to(person)).exists(),
        "found": found.visible([key]) == {key},
        "token": found.restrictions.token(page.path) in found.tokens,
    }


def always(answer):
    return dict.fromkeys(("served", "listed", "found", "token"), answer)


def test_who_moderates_the_site_reads_room_and_meetings_and_others_do_not(room, meeting, mo, bas):
    member = MemberFactory(community=room.get_parent().specific).user
    for page in (room, meeting):
        assert every_way(mo, page) == every_way(member, page) == always(True)
        assert every_way(bas, page) == always(False)
    events = EventPage.objects.all()
    assert list(seen(events, Viewer(mo))) == [meeting]
    assert list(seen(events, Viewer(bas))) == []


def test_a_group_that_moderates_counts_and_stops_counting(meeting, bas):
    group = Group.objects.create(name="Toezicht")
    group.permissions.add(Permission.objects.get(codename="moderate_communities"))
    group.user_set.add(bas)
    assert every_way(type(bas).objects.get(pk=bas.pk), meeting) == always(True)
    group.user_set.remove(bas)
    assert every_way(type(bas).objects.get(pk=bas.pk), meeting) == always(False)


def test_what_is_closed_for_another_reason_stays_closed(site, room, meeting, mo):
    elsewhere = EventFactory(parent=site.events, title="Van de redactie")
    for page in (elsewhere, meeting):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="groups")
        restriction.groups.add(Group.objects.create(name=f"Redactie {page.pk}"))
        assert every_way(mo, page) == always(False)
        assert list(seen(EventPage.objects.filter(pk=page.pk), Viewer(mo))) == []


def test_what_is_not_published_is_not_read_along(meeting, mo):
    meeting.unpublish()
    found = every_way(mo, meeting)
    assert (found["served"], found["listed"], found["found"]) == (False, False, False)


def test_files_of_members_and_old_addresses_are_there_for_who_moderates(
    community, meeting, mo, bas, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }
    minutes = document("Notulen")
    minutes.collection = collection_of(community)
    minutes.save()
    Redirect.objects.create(old_path="/agenda/toen", redirect_page=meeting)
    for person, answers in ((mo, [200, 301]), (bas, [404, 404])):
        client = Client()
        client.force_login(person)
        found = [client.get(path).status_code for path in (minutes.url, "/agenda/toen/")]
        assert found == answers


def test_who_moderates_reads_and_does_not_take_part(meeting, mo):
    EventPage.objects.filter(pk=meeting.pk).update(registering="members")
    client = Client()
    client.force_login(mo)
    path = reverse("register", args=[meeting.translation_key])
    assert client.post(path, {"note": ""}).status_code == 403


def test_the_rule_is_one_question_to_the_database(meeting, bas, mo, django_assert_num_queries):
    for person, found in ((bas, []), (mo, [meeting])):
        with django_assert_num_queries(1):
            assert list(EventPage.objects.filter(open_to(person))) == found
