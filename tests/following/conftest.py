"""Somebody who follows, and ways to read what that person is told."""

import pytest
from django.core.cache import caches
from django.test import Client

from community.permissions import Viewer
from following import delivering, figures, queries, showing
from following.models import Follow


@pytest.fixture(autouse=True)
def _nothing_looked_at():
    figures.forget()
    yield
    for each in caches.all(initialized_only=True):
        each.clear()


@pytest.fixture
def browser_of():
    """Return a function that gives the browser of somebody who is signed in."""

    def signed_in(person):
        client = Client()
        client.force_login(person)
        return client

    return signed_in


@pytest.fixture
def follows():
    """Return a function that lets somebody follow something: `follows(bas, theme=debts)`."""

    def follow(person, **what):
        return Follow.objects.create(user=person, **what)

    return follow


@pytest.fixture
def told():
    """Return a function that tells what happened and gives what somebody reads: title and why."""

    def read(person):
        delivering.deliver()
        return [
            (notice.title, notice.kind, notice.why)
            for notice in showing.shown(queries.notifications(Viewer(person)))
        ]

    return read


def publish_again(page, **changes):
    """Change a page and publish it, as an editor does."""
    page = type(page).objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


@pytest.fixture
def change():
    return publish_again
