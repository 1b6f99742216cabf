"""A plan that is not shared is found nowhere, whoever looks: no answer holds a word of it."""

import pytest
from django.test import Client

from plans.domain import collect, make_plan
from plans.kinds import BY_NAME
from search import rebuilding
from search.engines import selection
from tests.robustness.everything import PUBLIC

pytestmark = pytest.mark.django_db

# Of the title, the introduction and a note.
WORDS = ("plankanarie", "inleidingkanarie", "notitiekanarie")
SECRET = [*PUBLIC, "/zoeken?q=samen", "/zoeken.json?q=samen", "/mijn-plannen/"]
ADMIN = ("", "pages/{practice}/edit/", "pages/usage/{practice}/", "pages/{practice}/history/")


@pytest.fixture
def secret(site, bas):
    """Return the plan of Bas, of which a word stands in every text, after search was told all."""
    plan = make_plan(bas, WORDS[0], WORDS[1])
    for name, found in (("page", site.practice), ("figure", site.snapshot)):
        collect(plan, BY_NAME[name], found, WORDS[2])
    rebuilding.rebuild(selection.engine())
    return plan


def told_in(client, addresses):
    """Return the addresses whose answer holds one of the words."""
    answers = {
        address: client.get(address).getvalue().decode(errors="replace") for address in addresses
    }
    return [address for address, text in answers.items() if any(word in text for word in WORDS)]


@pytest.mark.parametrize("name", [None, "eva", "anna"])
def test_nobody_else_is_told_of_it(site, secret, request, name):
    client = Client()
    if name:
        client.force_login(request.getfixturevalue(name))
    admin = [f"/beheer/{place.format(practice=site.practice.pk)}" for place in ADMIN]
    assert told_in(client, [*map(site.address, SECRET), *admin]) == []


def test_its_owner_is(site, secret, bas):
    client = Client()
    client.force_login(bas)
    own = ["/mijn-plannen/", secret.get_absolute_url()]
    assert told_in(client, own) == own
