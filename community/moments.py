"""When an event is: as moments, and in words."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def begin(event):
    """Return the moment at which an event begins; a whole day begins at midnight."""
    return _moment(event.starts_on, event.starts_at or time.min)


def end(event):
    """Return the moment at which an event is over."""
    if event.ends_at:
        return _moment(event.last_day, event.ends_at)
    return _moment(event.last_day + timedelta(days=1), time.min)


def days(event):
    """Return the day or days: "donderdag 12 tot en met vrijdag 13 december 2013"."""
    first, last = event.starts_on, event.last_day
    if first == last:
        return _day(first)
    if first.year != last.year:
        beginning = _day(first)
    else:
        beginning = date_format(first, "l j" if first.month == last.month else "l j F")
    return _("%(first)s tot en met %(last)s") % {"first": beginning, "last": _day(last)}


def hours(event):
    """Return the hours: "van 13.30 tot 17.00 uur", or nothing when it lasts the whole day."""
    if not event.starts_at:
        return ""
    begin = event.starts_at.strftime("%H.%M")
    if not event.ends_at:
        return _("vanaf %(begin)s uur") % {"begin": begin}
    end = event.ends_at.strftime("%H.%M")
    return _("van %(begin)s tot %(end)s uur") % {"begin": begin, "end": end}


def _day(day):
    return date_format(day, "l j F Y")


def _moment(day, hour):
    return timezone.make_aware(datetime.combine(day, hour), timezone.get_default_timezone())
