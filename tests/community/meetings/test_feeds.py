"""Calendars of a community and of one person, and who reads what in them."""

from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from icalendar import Calendar

from community.meetings import addressing, registering
from community.models import CalendarAddress, EventPage, Member
from tests.factories import MemberFactory, UserFactory
from tests.reading import unmarked

pytestmark = pytest.mark.django_db


def events_at(path):
    """Return the events in a calendar, by title, as a calendar without cookies reads them."""
    answer = Client().get(path)
    assert answer.status_code == 200
    return {str(event["SUMMARY"]): event for event in Calendar.from_ical(answer.content).events}


def feed_of(person):
    return f"/agenda/{addressing.renew(person).token}.ics"


@pytest.fixture
def member(community):
    return MemberFactory(community=community, user=UserFactory(username="lisa"))


def test_the_calendar_of_a_community_holds_what_everybody_may_see(client, meeting, room):
    meeting("Openbaar")
    meeting("Besloten", parent=room)
    meeting("Concept", live=False)
    meeting("Van niemand", community=None)
    answer = client.get("/community/cop-18/agenda.ics")
    assert list(events_at("/community/cop-18/agenda.ics")) == ["Openbaar"]
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert list(answer.cookies) == []
    assert answer.content.decode().split("\r\n")[:6] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wijkkennis//Agenda//NL",
        "NAME:CoP 18",
        "X-WR-CALNAME:CoP 18",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ]


def test_the_calendar_of_a_member_does_not_change_with_who_asks(client, anna, meeting, room):
    meeting("Besloten", parent=room)
    client.force_login(anna)
    answer = client.get("/community/cop-18/agenda.ics")
    assert list(Calendar.from_ical(answer.content).events) == []


def test_a_community_that_is_not_there_has_no_calendar(client, community):
    community.unpublish()
    nothing = client.get("/community/bestaat-niet/agenda.ics")
    hidden = client.get("/community/cop-18/agenda.ics")
    assert (hidden.status_code, unmarked(hidden)) == (404, unmarked(nothing))


def test_somebody_reads_what_is_of_own_communities_and_what_was_registered_for(
    meeting, room, member
):
    meeting("Openbaar van ons")
    meeting("Besloten van ons", parent=room)
    meeting("Van een ander", community=None)
    elsewhere = meeting("Elders", community=None, seats=1)
    full = meeting("Vol", community=None, seats=1)
    registering.register(elsewhere, member.user)
    registering.register(full, UserFactory())
    registering.register(full, member.user)

    found = events_at(feed_of(member.user))

    assert sorted(found) == ["Besloten van ons", "Elders", "Openbaar van ons", "Vol"]
    assert {title: str(event.get("STATUS", "")) for title, event in found.items()} == {
        "Besloten van ons": "",
        "Elders": "",
        "Openbaar van ons": "",
        "Vol": "TENTATIVE",
    }


def test_the_calendar_of_one_person_is_kept_by_nobody_else(client, member):
    answer = client.get(feed_of(member.user))
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"


def test_an_address_that_is_renewed_or_revoked_leads_nowhere(client, member):
    nothing = client.get(f"/agenda/{'x' * 32}.ics")
    first = feed_of(member.user)
    second = feed_of(member.user)
    assert first != second
    gone = client.get(first)
    assert (gone.status_code, unmarked(gone)) == (404, unmarked(nothing))
    assert client.get(second).status_code == 200
    addressing.revoke(member.user)
    assert unmarked(client.get(second)) == unmarked(nothing)


def test_an_account_that_is_closed_has_no_calendar(client, member):
    path = feed_of(member.user)
    member.user.is_active = False
    member.user.save()
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("state", [Member.State.EXPELLED, Member.State.LEFT])
def test_who_no_longer_belongs_reads_nothing_closed_at_once(meeting, room, member, state):
    closed = meeting("Besloten", parent=room)
    registering.register(closed, member.user)
    path = feed_of(member.user)
    assert list(events_at(path)) == ["Besloten"]
    member.state = state
    member.save()
    assert list(events_at(path)) == []


def test_a_community_that_is_withdrawn_closes_its_room(meeting, room, member, community):
    meeting("Besloten", parent=room)
    path = feed_of(member.user)
    community.unpublish()
    assert list(events_at(path)) == []


def test_what_is_called_off_is_called_off_in_calendars(meeting, room, member):
    event = meeting("Besloten", parent=room)
    path = feed_of(member.user)
    before = events_at(path)["Besloten"]
    event = EventPage.objects.get(pk=event.pk)
    event.cancelled = True
    event.save_revision().publish()
    after = events_at(path)["Besloten"]
    assert (str(after["STATUS"]), after["UID"]) == ("CANCELLED", before["UID"])
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_what_is_taken_off_the_site_falls_away_for_who_registered_and_tells_nothing(
    meeting, member
):
    event, other = meeting("Elders", community=None, place="Geheim"), meeting("Niet voor mij")
    registering.register(event, member.user)
    path = feed_of(member.user)
    before = events_at(path)["Elders"]
    for page in (event, other):
        EventPage.objects.get(pk=page.pk).unpublish()
    found = events_at(path)
    assert list(found) == ["Vervallen bijeenkomst"]
    gone = found["Vervallen bijeenkomst"]
    assert (gone["UID"], str(gone["STATUS"])) == (before["UID"], "CANCELLED")
    assert gone["SEQUENCE"] == before["SEQUENCE"] + 1
    assert [name for name in ("LOCATION", "DESCRIPTION", "URL") if name in gone] == []


def test_every_change_for_calendars_counts_once_and_no_other_does(meeting):
    event = meeting()
    numbers = []
    for change in ({"place": "Utrecht"}, {"summary": "Anders."}, {"starts_at": time(9)}, {}):
        event = EventPage.objects.get(pk=event.pk)
        for name, value in change.items():
            setattr(event, name, value)
        event.save_revision().publish()
        numbers.append(EventPage.objects.get(pk=event.pk).calendar_number)
    start = numbers[0]
    assert numbers == [start, start, start + 1, start + 1]


def test_an_old_revision_does_not_turn_the_count_back(meeting):
    event = meeting()
    old = event.latest_revision
    event = EventPage.objects.get(pk=event.pk)
    event.place = "Utrecht"
    event.save_revision().publish()
    before = EventPage.objects.get(pk=event.pk).calendar_number
    old.publish()
    assert EventPage.objects.get(pk=event.pk).calendar_number == before + 1


def test_moments_are_those_of_amsterdam_and_long_lines_are_folded(meeting, member):
    event = meeting("é" * 90, starts_on=date(2027, 7, 1), starts_at=time(9), ends_at=time(17))
    EventPage.objects.filter(pk=event.pk).update(
        last_published_at=datetime(2027, 1, 2, 3, 4, tzinfo=UTC)
    )
    text = Client().get(feed_of(member.user)).content
    assert max(len(line) for line in text.split(b"\r\n")) <= 75
    (found,) = Calendar.from_ical(text).events
    assert found["DTSTART"].dt.isoformat() == "2027-07-01T09:00:00+02:00"
    assert found["LAST-MODIFIED"].dt == datetime(2027, 1, 2, 3, 4, tzinfo=UTC)
    assert text.count(b"BEGIN:VTIMEZONE") == 1


@pytest.mark.parametrize("number", [1, 3])
def test_a_calendar_takes_the_same_queries_for_one_and_for_three(
    client, meeting, room, member, number, django_assert_num_queries
):
    for step in range(number):
        meeting(f"Besloten {step}", parent=room)
        registering.register(meeting(f"Elders {step}", community=None), member.user)
    path = feed_of(member.user)
    client.get(path)
    with django_assert_num_queries(8):
        client.get(path)
    client.get("/community/cop-18/agenda.ics")
    with django_assert_num_queries(2):
        client.get("/community/cop-18/agenda.ics")


def test_the_page_of_a_closed_meeting_gives_a_file_that_nobody_keeps(client, meeting, room, member):
    event = meeting("Besloten", parent=room)
    client.force_login(member.user)
    kept = client.get(f"{event.url}agenda.ics")["Cache-Control"].split(", ")
    assert {"private", "no-store"} <= set(kept)


def test_somebody_makes_renews_and_revokes_an_address(client, member, meeting, room):
    meeting("Besloten", parent=room)
    assert client.get("/account/agenda/").status_code == 302
    client.force_login(member.user)
    assert 'id="agenda-adres"' not in client.get("/account/agenda/").content.decode()
    client.post("/account/agenda/nieuw-adres/")
    token = CalendarAddress.objects.get().token
    page = client.get("/account/agenda/")
    assert f'value="http://127.0.0.1:8000/agenda/{token}.ics"' in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    client.post("/account/agenda/nieuw-adres/")
    assert CalendarAddress.objects.get().token != token
    client.post("/account/agenda/stoppen/")
    assert CalendarAddress.objects.count() == 0
    assert client.get("/account/agenda/stoppen/").status_code == 405
