"""Events as data that search engines read (schema.org, JSON-LD)."""

from community.calendars import moments


def event_data(page):
    """Return an event in the words of schema.org."""
    begin, _ = moments(page)
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "url": page.full_url,
        "startDate": begin.isoformat(),
        "endDate": _end(page).isoformat(),
        "eventAttendanceMode": f"https://schema.org/{_attendance(page)}",
    }
    places = _places(page)
    return data | {"location": places} if places else data


def _end(page):
    # schema.org counts the last day; calendars name the day after it.
    if not page.starts_at:
        return page.last_day
    begin, end = moments(page)
    return end or begin


def _attendance(page):
    if page.place and page.online_url:
        return "MixedEventAttendanceMode"
    return "OnlineEventAttendanceMode" if page.online_url else "OfflineEventAttendanceMode"


def _places(page):
    places = []
    if page.place or page.address:
        address = " ".join(page.address.split()) or page.place
        name = page.place or address
        places.append({"@type": "Place", "name": name, "address": address})
    if page.online_url:
        places.append({"@type": "VirtualLocation", "url": page.online_url})
    return places
