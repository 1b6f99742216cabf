"""However much a page shows, it asks the database a bounded number of questions."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from accounts.models import User
from cms.models import HomePage, ThemePage
from community.models import MembersRoomPage
from content.models import Area, Organisation, SectionPage
from indicators.models import Indicator, IndicatorSnapshot
from practices.models import PracticePage

MOST = 25
# Those that members told of: the experiences, with what each of them is about.
MOST_OF_PRACTICES = 28
# Pages that gather every kind of page about a theme or an area, and experiences.
MOST_OF_OVERVIEWS = 36

pytestmark = pytest.mark.usefixtures("db")


def queries(address, person=None):
    """Return how many queries a visitor's request takes, after one that warms the caches."""
    client = Client()
    if person:
        client.force_login(person)
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200, address
    return len(captured)


def over_the_limit(addresses, limit=MOST):
    return {address: number for address in addresses if (number := queries(address)) > limit}


def addresses_of(pages):
    return [page.url for page in pages.live()]


def test_the_home_page():
    assert over_the_limit(addresses_of(HomePage.objects)) == {}


def test_every_practice():
    assert over_the_limit(addresses_of(PracticePage.objects), MOST_OF_PRACTICES) == {}


def test_every_page_of_every_other_type():
    others = (PracticePage, HomePage, SectionPage, ThemePage, MembersRoomPage)
    pages = Page.objects.not_type(*others).filter(depth__gt=2)
    assert over_the_limit(addresses_of(pages)) == {}


def test_every_closed_part_of_a_community_for_a_member():
    lisa = User.objects.get(username="lid")
    addresses = addresses_of(MembersRoomPage.objects)
    assert {address: queries(address, lisa) <= MOST for address in addresses} == {
        "/communities/cop-18/besloten-deel/": True
    }


def test_every_theme_and_area():
    areas = [area.get_absolute_url() for area in Area.objects.all()]
    assert over_the_limit([*addresses_of(ThemePage.objects), *areas], MOST_OF_OVERVIEWS) == {}


def test_every_section():
    assert over_the_limit(addresses_of(Page.objects.type(SectionPage))) == {}


@pytest.mark.parametrize("model", [Indicator, IndicatorSnapshot, Organisation])
def test_everything_that_is_no_page_in_the_tree(model):
    assert over_the_limit(found.get_absolute_url() for found in model.objects.all()) == {}


@pytest.mark.parametrize("name", ["areas", "indicators", "organisations"])
def test_every_list(name):
    assert over_the_limit([reverse(name)]) == {}
