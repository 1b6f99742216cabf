"""Calendar files of events, for the reader's own calendar (RFC 5545)."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from icalendar import Calendar, Event

PRODUCT = "-//Wijkkennis//Agenda//NL"
CONTENT_TYPE = "text/calendar; charset=utf-8"


def response(page):
    """Answer with the calendar file of an event."""
    answer = HttpResponse(file(page), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = content_disposition_header(True, f"{page.slug}.ics")
    return answer


def file(page):
    """Return the calendar file of an event, as bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_event(page))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(page):
    event = Event()
    # The key of the page never changes, so that a calendar knows a moved meeting again.
    event.add("uid", str(page.translation_key))
    event.add("dtstamp", page.last_published_at or timezone.now())
    event.add("summary", page.title)
    event.add("description", page.summary)
    begin, end = moments(page)
    event.add("dtstart", begin)
    if end:
        event.add("dtend", end)
    if page.location:
        event.add("location", page.location)
    event.add("url", page.full_url)
    return event


def moments(page):
    """Return begin and end: days for what lasts all day, moments with a time zone otherwise.

    The end is exclusive, as calendars want it: the day after the last, or the moment it is over.
    """
    if not page.starts_at:
        return page.starts_on, page.last_day + timedelta(days=1)
    begin = _moment(page.starts_on, page.starts_at)
    if page.ends_at:
        return begin, _moment(page.last_day, page.ends_at)
    if page.last_day > page.starts_on:
        return begin, _moment(page.last_day + timedelta(days=1), time.min)
    return begin, None


def _moment(day, hour):
    return datetime.combine(day, hour, tzinfo=ZoneInfo(settings.TIME_ZONE))
