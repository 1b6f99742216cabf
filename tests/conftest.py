"""A small site with one section of each kind, and the people who use it."""

from types import SimpleNamespace

import pytest
from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth.models import Group
from django.contrib.auth.signals import user_logged_in
from django.core.cache import caches
from django.db import connection
from wagtail.models import Page, Site

from cms.models import HomePage, ThemeIndexPage
from community.models import CommunityIndexPage, EventIndexPage, LearningIndexPage
from indicators import similarity
from practices.models import MethodIndexPage, PracticeIndexPage, ResearchIndexPage
from programmes.models import ProgrammeIndexPage, ProgressReportIndexPage
from tests.factories import UserFactory
from tests.running import (
    chromium,
    code_in_mail,
    login_of,
    mail_to,
    running_site,
    send_overviews,
    site_folder,
    visitor,
)

# The fixtures of a running site, for browser tests and stories alike.
__all__ = [
    "chromium",
    "code_in_mail",
    "login_of",
    "mail_to",
    "running_site",
    "send_overviews",
    "site_folder",
    "visitor",
]

SECTIONS = {
    "practices": (PracticeIndexPage, "Praktijken"),
    "methods": (MethodIndexPage, "Werkwijzen"),
    "research": (ResearchIndexPage, "Onderzoek"),
    "programmes": (ProgrammeIndexPage, "Programma's"),
    "reports": (ProgressReportIndexPage, "Voortgangsrapportages"),
    "communities": (CommunityIndexPage, "Communities"),
    "learning": (LearningIndexPage, "Leermateriaal"),
    "events": (EventIndexPage, "Agenda"),
    "themes": (ThemeIndexPage, "Thema's"),
}


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL leave out what says the same there, after it ran on SQLite.

    That is what reads no database, and the embedded search engine beside Elasticsearch: a site
    with PostgreSQL has that.
    """
    if connection.vendor != "postgresql":
        return
    again = {item: _depends_on_the_database(item) for item in items}
    config.hook.pytest_deselected(items=[item for item, depends in again.items() if not depends])
    items[:] = [item for item, depends in again.items() if depends]


def _depends_on_the_database(item):
    reads = "django_db_setup" in item.fixturenames or item.get_closest_marker("django_db")
    chosen = item.callspec.params.values() if hasattr(item, "callspec") else ()
    return bool(reads) and "embedded" not in chosen


@pytest.fixture(autouse=True)
def _empty_cache():
    for each in caches.all(initialized_only=True):
        each.clear()
    similarity.forget()


def take_the_second_step(request, user, **kwargs):
    """Let who is signed in by a test, and not through a page, have taken the second step too."""
    if not request.path:
        record_authentication(request, user, "mfa")


user_logged_in.connect(take_the_second_step)


@pytest.fixture
def site(db):
    """Return the sections of an otherwise empty site by name: `site.practices`, `site.home`."""
    return make_site()


def make_site():
    """Make a home page with one section of each kind, in place of whatever pages there are."""
    root = Page.objects.get(depth=1)
    root.get_children().delete()
    root = Page.objects.get(depth=1)
    home = HomePage(
        title="Wat werkt in de wijken",
        slug="home",
        question="Wat speelt er in uw wijk?",
        introduction="Zoek wat werkte in wijken als de uwe.",
    )
    root.add_child(instance=home)
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    sections = {"home": home}
    for name, (model, title) in SECTIONS.items():
        sections[name] = home.add_child(instance=model(title=title))
    return SimpleNamespace(**sections)


@pytest.fixture
def eva(db):
    """Return Eva, an editor of the municipality: she may write and publish."""
    eva = UserFactory(username="eva", first_name="Eva", last_name="Smit")
    eva.groups.add(Group.objects.get(name="Moderators"))
    return eva


@pytest.fixture
def bas(db):
    """Return Bas, a visitor who can sign in but may edit nothing."""
    return UserFactory(username="bas", first_name="Bas", last_name="Kok")


@pytest.fixture
def anna(db):
    """Return Anna, who administers the site."""
    return UserFactory(username="anna", first_name="Anna", is_staff=True, is_superuser=True)
