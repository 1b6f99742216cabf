"""Meetings: when they are in words, and what their page shows."""

import json
from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community.models import EventPage
from tests.factories import CommunityFactory, EventFactory
from tests.reading import facts, main_of

FRIDAY = date(2013, 12, 13)


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, "vrijdag 13 december 2013"),
        ({"ends_on": FRIDAY}, "vrijdag 13 december 2013"),
        (
            {"ends_on": date(2013, 12, 14)},
            "vrijdag 13 tot en met zaterdag 14 december 2013",
        ),
        (
            {"starts_on": date(2013, 11, 30), "ends_on": date(2013, 12, 1)},
            "zaterdag 30 november tot en met zondag 1 december 2013",
        ),
        (
            {"starts_on": date(2013, 12, 31), "ends_on": date(2014, 1, 1)},
            "dinsdag 31 december 2013 tot en met woensdag 1 januari 2014",
        ),
    ],
)
def test_days_are_told_in_words(fields, days):
    assert EventPage(**({"starts_on": FRIDAY} | fields)).days == days


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "hours"),
    [
        (None, None, ""),
        (time(13, 30), None, "vanaf 13.30 uur"),
        (time(9), time(17, 5), "van 09.00 tot 17.05 uur"),
    ],
)
def test_hours_are_told_in_words(starts_at, ends_at, hours):
    assert EventPage(starts_on=FRIDAY, starts_at=starts_at, ends_at=ends_at).hours == hours


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"ends_on": date(2013, 12, 12)}, {"ends_on": ["De laatste dag ligt voor de eerste."]}),
        ({"ends_at": time(9)}, {"starts_at": ["Vul ook in hoe laat het begint."]}),
        (
            {"starts_at": time(10), "ends_at": time(9)},
            {"ends_at": ["Het einde ligt voor het begin."]},
        ),
    ],
)
def test_a_meeting_that_ends_before_it_starts_is_refused(fields, errors):
    with pytest.raises(ValidationError) as refusal:
        EventPage(title="Bijeenkomst", starts_on=FRIDAY, **fields).clean()
    assert refusal.value.message_dict == errors


def buttons(soup):
    return [link.get_text(strip=True) for link in soup.select("a.utrecht-button-link")]


def test_the_page_says_when_and_where_and_with_whom(client, site):
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    page = EventFactory(
        parent=site.events,
        title="Slotmanifestatie",
        starts_at=time(13, 30),
        place="De Fabrique",
        address="Westkanaaldijk 7\nUtrecht",
        community=community,
    )
    assert facts(main_of(client, page.url)) == {
        "Wanneer": "vrijdag 13 december 2013 vanaf 13.30 uur",
        "Waar": "De Fabrique Westkanaaldijk 7 Utrecht",
        "Community": "CoP 18",
    }


def test_somebody_can_sign_up_until_the_meeting_is_over(client, site):
    register = "https://voorbeeld.example/aanmelden"
    tomorrow = timezone.localdate() + timedelta(days=1)
    past = EventFactory(parent=site.events, title="Toen", registration_url=register)
    coming = EventFactory(
        parent=site.events, title="Straks", registration_url=register, starts_on=tomorrow
    )
    assert buttons(main_of(client, past.url)) == ["Zet in uw agenda", "Volgen: Toen"]
    assert main_of(client, past.url).select_one(".wk-event__past").get_text() == (
        "Deze bijeenkomst is geweest."
    )
    assert buttons(main_of(client, coming.url)) == [
        "Meld u aan",
        "Zet in uw agenda",
        "Volgen: Straks",
    ]
    assert main_of(client, coming.url).select_one(".wk-event__past") is None


def test_a_meeting_does_not_give_away_a_hidden_community(client, site):
    community = CommunityFactory(parent=site.communities, title="Besloten kring")
    PageViewRestriction.objects.create(page=community, restriction_type=PageViewRestriction.LOGIN)
    page = EventFactory(parent=site.events, title="Openbaar", community=community)
    assert "Besloten kring" not in client.get(page.url).content.decode()


def test_search_engines_read_the_meeting_as_data(client, site):
    page = EventFactory(
        parent=site.events,
        title="Slot </script><b>feest",
        slug="slot",
        starts_at=time(13, 30),
        ends_at=time(17),
        place="De Fabrique",
        online_url="https://voorbeeld.example/kijk",
    )
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    (script,) = soup.select('script[type="application/ld+json"]')
    assert json.loads(script.string) == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Slot </script><b>feest",
        "description": "Waar deze pagina over gaat.",
        "url": "http://localhost/agenda/slot/",
        "startDate": "2013-12-13T13:30:00+01:00",
        "endDate": "2013-12-13T17:00:00+01:00",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": [
            {"@type": "Place", "name": "De Fabrique", "address": "De Fabrique"},
            {"@type": "VirtualLocation", "url": "https://voorbeeld.example/kijk"},
        ],
    }


def test_a_meeting_of_two_days_ends_on_its_last_day_in_the_data(client, site):
    page = EventFactory(parent=site.events, title="Tweedaagse", ends_on=date(2013, 12, 14))
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    data = json.loads(soup.select_one('script[type="application/ld+json"]').string)
    assert (data["startDate"], data["endDate"]) == ("2013-12-13", "2013-12-14")
