"""A site with one of everything, made once for all tests of this folder."""

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import override_settings

from accounts.domain import grant_editor_permissions
from community.models import Member
from search import rebuilding
from search.engines import selection
from tests.conftest import make_site
from tests.factories import CommunityFactory, MemberFactory, UserFactory
from tests.robustness import everything

ON_DISK = {"default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}}


@pytest.fixture(scope="package")
def made(django_db_setup, django_db_blocker, tmp_path_factory):
    """Make the site with its files and index, and take it out after the last test."""
    from django.conf import settings

    folder = tmp_path_factory.mktemp("everything")
    its_own = override_settings(
        MEDIA_ROOT=folder,
        STORAGES=settings.STORAGES | ON_DISK,
        SEARCH_URL=f"embedded:{folder / 'search.sqlite3'}",
    )
    with its_own, django_db_blocker.unblock(), transaction.atomic():
        selection.forget()
        site = everything.build(make_site())
        rebuilding.rebuild(selection.engine())
        yield site
        transaction.set_rollback(True)
    selection.forget()


@pytest.fixture
def db(made):
    """Open the database with the site in it, and take back what the test changes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(made, db):
    """Return the site with one of everything; the names that a test gives are forgotten."""
    names = dict(made.names)
    yield made
    made.names = names


@pytest.fixture
def editor(client, eva):
    """Return the browser of Eva, who may do what `prepare` lets every editor do."""
    grant_editor_permissions()
    client.force_login(eva)
    return client


@pytest.fixture
def people(site, eva, anna):
    """Return everybody there is by what they are to the community, all with an account."""
    elsewhere = CommunityFactory(parent=site.communities, title="CoP 40+")
    moderator = UserFactory()
    moderator.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    expelled = Member.State.EXPELLED
    return site.people | {
        "neighbour": MemberFactory(community=elsewhere, role="coordinator").user,
        "expelled": MemberFactory(community=site.community, state=expelled).user,
        "moderator": moderator,
        "eva": eva,
        "anna": anna,
    }
