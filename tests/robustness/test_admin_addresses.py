"""No address of the admin lets in who may not be there, or fails for who may."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.robustness import routes
from tests.robustness.reading import told

pytestmark = pytest.mark.django_db

# Wagtail's scripts and icons, which tell nothing.
OPEN = {"/beheer/jsi18n/", "/beheer/sprite/"}
# There is one way to a new password, and it is not Wagtail's.
GONE = {
    "/beheer/password_reset/",
    "/beheer/password_reset/complete/",
    "/beheer/password_reset/confirm/x/x/",
    "/beheer/password_reset/done/",
}
# Wagtail leads what does not exist to its own door, and that to the one there is.
DOORS = ("/account/inloggen/?next=", "/beheer/login/?next=/beheer/x/")
# Where Wagtail's own views stop at what no browser sends: an address typed by hand with a word for
# a number, a form without its one field. The first is there to fail.
WAGTAILS_OWN = {
    "/beheer/failwhale/",
    "/beheer/choose-external-link/",
    "/beheer/documents/chooser/chosen/x/",
    "/beheer/images/chooser/chosen/x/",
    "/beheer/redirects/import/process/",
}
LEAVING = "/beheer/logout/"


@pytest.fixture
def kim(site):
    """Return somebody with all the power there is outside the admin: coordinator and moderator."""
    person = site.people["coordinator"]
    person.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    return person


@pytest.mark.parametrize("name", [None, "bas", "kim"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_may_not_be_there_is_led_to_the_door(client, site, request, name, method):
    if name:
        client.force_login(request.getfixturevalue(name))
    found = {address: getattr(client, method)(address) for address in routes.admin()}
    inside = {
        address
        for address, answer in found.items()
        if not answer.headers.get("Location", "").startswith(DOORS)
    }
    if name:
        assert inside == set()
        return
    assert inside == OPEN | GONE
    assert {found[address].status_code for address in OPEN} <= {200, 405}
    assert {found[address].status_code for address in GONE} == {404}


def test_a_stranger_sends_nothing_at_all(site):
    stranger = Client(enforce_csrf_checks=True)
    # The endpoints of Wagtail's own scripts ask who it is first, and lead to the door.
    for address in (found for found in routes.admin() if not found.startswith("/beheer/api/")):
        answer = stranger.post(address)
        assert (address, answer.status_code) == (address, 403)
        assert told(answer) == ("nl", "Dit formulier is verlopen")


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_not_there_makes_nothing_fail(client, site, anna, method):
    client.force_login(anna)
    for address in set(routes.admin()) - WAGTAILS_OWN - {LEAVING}:
        assert getattr(client, method)(address).status_code in (200, 302, 400, 404, 405)
