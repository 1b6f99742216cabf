"""Calendar files of events, for the reader's own calendar (RFC 5545)."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

PRODUCT = "-//Wijkkennis//Agenda//NL"
CONTENT_TYPE = "text/calendar; charset=utf-8"
# How often a calendar may ask again, and for how long a public one may be kept.
ASK_AGAIN = timedelta(hours=1)
CONFIRMED, TENTATIVE, CANCELLED = "CONFIRMED", "TENTATIVE", "CANCELLED"


def response(page):
    """Answer with the calendar file of an event."""
    return _answer(_calendar([_event(page)]), page.slug)


def public_feed(pages, name, slug):
    """Answer with events that everybody may see, for calendars that ask again and again."""
    answer = _answer(_feed([_event(page) for page in pages], name), slug)
    patch_cache_control(answer, public=True, max_age=int(ASK_AGAIN.total_seconds()))
    return answer


def own_feed(pages, fallen_away):
    """Answer with the events of one person: nobody else may keep them.

    `own_state` of a page tells how that person stands in it. Of what was taken off the site
    nothing is told but that the reader's calendar can let it go.
    """
    events = [_event(page, _own_status(page)) for page in pages]
    events += [_gone(page) for page in fallen_away]
    answer = _answer(_feed(events, settings.WAGTAIL_SITE_NAME), "agenda")
    patch_cache_control(answer, private=True, no_store=True)
    answer["X-Robots-Tag"] = "noindex"
    return answer


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


def _answer(calendar, name):
    calendar.add_missing_timezones()
    answer = HttpResponse(calendar.to_ical(), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = content_disposition_header(True, f"{name}.ics")
    return answer


def _calendar(events):
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    return calendar


def _feed(events, name):
    calendar = _calendar(events)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    return calendar


def _event(page, status=CONFIRMED):
    event = _frame(page, page.title, page.calendar_number)
    event.add("description", page.summary)
    if page.location:
        event.add("location", page.location)
    event.add("url", page.full_url)
    if page.cancelled:
        status = CANCELLED
    if status != CONFIRMED:
        event.add("status", status)
    return event


def _gone(page):
    event = _frame(page, _("Vervallen bijeenkomst"), page.calendar_number)
    event.add("status", CANCELLED)
    return event


def _frame(page, title, number):
    event = Event()
    # The key of the page never changes, so that a calendar knows a moved meeting again.
    event.add("uid", str(page.translation_key))
    changed = page.last_published_at or timezone.now()
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", number)
    event.add("summary", title)
    begin, end = moments(page)
    event.add("dtstart", begin)
    if end:
        event.add("dtend", end)
    return event


def _own_status(page):
    return TENTATIVE if page.own_state == "waiting" else CONFIRMED


def _moment(day, hour):
    return datetime.combine(day, hour, tzinfo=ZoneInfo(settings.TIME_ZONE))
