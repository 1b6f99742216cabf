"""Every type of page of the report is among those that the browser tests look at."""

import pytest
from django.apps import apps
from wagtail.models import Page, Site

from community.models import MembersRoomPage
from content.models import SectionPage
from tests.browser.test_accessibility import PAGES

# What only who signs in can look at.
CLOSED = {MembersRoomPage}

pytestmark = pytest.mark.usefixtures("db")


def type_of_page_at(path):
    root = Site.objects.get(is_default_site=True).root_page
    found = root.get_descendants(inclusive=True).filter(url_path=f"{root.url_path}{path[1:]}")
    return type(found.get().specific) if found else None


def test_every_type_of_page_is_looked_at_in_a_browser():
    types = {
        model
        for model in apps.get_models()
        if issubclass(model, Page) and not issubclass(model, SectionPage) and model is not Page
    }
    assert types - {type_of_page_at(path) for path in PAGES.values()} == CLOSED
