"""Calendar files, to the letter."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from community.models import EventPage
from tests.factories import EventFactory

KEY = UUID("0f8fad5b-d9cb-469f-a165-70867728950e")
PUBLISHED = datetime(2013, 11, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def meeting(site):
    """Return a function that plans a meeting with a known key and moment of publication."""

    def plan(**fields):
        page = EventFactory(
            parent=site.events,
            title="Slotmanifestatie",
            summary="Wie meedeed, kijkt terug; en vooruit.",
            **fields,
        )
        EventPage.objects.filter(pk=page.pk).update(
            translation_key=KEY, last_published_at=PUBLISHED
        )
        return EventPage.objects.get(pk=page.pk)

    return plan


def lines(answer):
    return answer.content.decode().split("\r\n")


def test_a_meeting_of_a_day_is_a_day_in_the_calendar(client, meeting):
    page = meeting(place="De Fabrique, Utrecht")

    answer = client.get(f"{page.url}agenda.ics")

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="slotmanifestatie.ics"'
    assert lines(answer) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Wijkkennis//Agenda//NL",
        "BEGIN:VEVENT",
        "SUMMARY:Slotmanifestatie",
        "DTSTART;VALUE=DATE:20131213",
        "DTEND;VALUE=DATE:20131214",
        "DTSTAMP:20131101T093000Z",
        f"UID:{KEY}",
        "SEQUENCE:0",
        "DESCRIPTION:Wie meedeed\\, kijkt terug\\; en vooruit.",
        "LAST-MODIFIED:20131101T093000Z",
        "LOCATION:De Fabrique\\, Utrecht",
        "URL:http://localhost/agenda/slotmanifestatie/",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_meeting_with_hours_is_a_moment_in_amsterdam(client, meeting):
    page = meeting(
        starts_on=date(2013, 7, 1),
        starts_at=time(13, 30),
        ends_at=time(17, 0),
        place="Stadhuis",
        address="Coolsingel 40\nRotterdam",
    )

    found = lines(client.get(f"{page.url}agenda.ics"))

    assert "DTSTART;TZID=Europe/Amsterdam:20130701T133000" in found
    assert "DTEND;TZID=Europe/Amsterdam:20130701T170000" in found
    assert "LOCATION:Stadhuis\\, Coolsingel 40\\, Rotterdam" in found
    assert found.count("BEGIN:VTIMEZONE") == found.count("TZID:Europe/Amsterdam") == 1


def moment(value):
    return datetime.fromisoformat(value) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("fields", "begin", "end"),
    [
        ({}, date(2013, 12, 13), date(2013, 12, 14)),
        ({"ends_on": date(2013, 12, 14)}, date(2013, 12, 13), date(2013, 12, 15)),
        ({"starts_at": time(9)}, "2013-12-13T09:00:00+01:00", None),
        (
            {"starts_at": time(9), "ends_on": date(2013, 12, 14)},
            "2013-12-13T09:00:00+01:00",
            "2013-12-15T00:00:00+01:00",
        ),
        (
            {"starts_at": time(9), "ends_on": date(2013, 12, 14), "ends_at": time(12)},
            "2013-12-13T09:00:00+01:00",
            "2013-12-14T12:00:00+01:00",
        ),
    ],
)
def test_begin_and_end_are_what_the_editor_filled_in(client, meeting, fields, begin, end):
    page = meeting(**fields)
    (event,) = Calendar.from_ical(client.get(f"{page.url}agenda.ics").content).events
    found = [event.get(name) and event[name].dt for name in ("DTSTART", "DTEND")]
    assert found == [moment(begin), moment(end)]


def test_an_online_meeting_is_at_its_address(client, meeting):
    page = meeting(online_url="https://voorbeeld.example/vergaderen")
    (event,) = Calendar.from_ical(client.get(f"{page.url}agenda.ics").content).events
    assert event["LOCATION"] == "https://voorbeeld.example/vergaderen"


def test_a_title_with_line_breaks_stays_one_property(client, meeting):
    page = meeting()
    EventPage.objects.filter(pk=page.pk).update(title="Een\r\nATTACH:http://kwaad.example")
    found = lines(client.get(f"{page.url}agenda.ics"))
    assert [line for line in found if line.startswith("ATTACH")] == []


def test_the_same_meeting_keeps_its_key(client, meeting):
    page = meeting()
    before = lines(client.get(f"{page.url}agenda.ics"))
    page.title, page.slug = "Nieuwe naam", "nieuwe-naam"
    page.save_revision().publish()
    after = lines(client.get("/agenda/nieuwe-naam/agenda.ics"))
    assert f"UID:{KEY}" in before
    assert f"UID:{KEY}" in after


def test_a_meeting_that_may_not_be_seen_has_no_calendar_either(client, meeting):
    page = meeting()
    address = f"{page.url}agenda.ics"
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )
    refused = client.get(address)
    assert (refused.status_code, "Slotmanifestatie" in refused.content.decode()) == (404, False)
    restriction.delete()
    page.unpublish()
    assert client.get(address).status_code == 404
    assert client.get("/agenda/bestaat-niet/agenda.ics").status_code == 404
    assert client.get("/programmas/agenda.ics").status_code == 404
