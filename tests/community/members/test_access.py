"""Every address about people, asked and sent to by everybody there is."""

import pytest
from django.contrib.auth.models import Group

from accounts.domain import grant_editor_permissions
from community.domain import invitations
from community.models import Invitation, Member
from tests.factories import MemberFactory, UserFactory
from tests.reading import unmarked

pytestmark = pytest.mark.django_db

PEOPLE = [
    "stranger",
    "bas",
    "lisa",
    "karim",
    "ines",
    "wim",
    "vera",
    "eva",
    "mona",
    "keeper",
    "anna",
]
# Who may, by the kind of address.
SIGNED_IN = set(PEOPLE) - {"stranger"}
MANAGERS = {"karim", "mona", "keeper", "anna"}
INSIDE = MANAGERS | {"lisa"}
BELONGS = {"karim", "lisa"}

BASE = "/community/cop-18/"
READ = {
    f"{BASE}leden/": INSIDE,
    f"{BASE}leden/{{member}}/": INSIDE,
    f"{BASE}beheer/": MANAGERS,
    f"{BASE}beheer/uitnodigen/": MANAGERS,
    f"{BASE}beheer/leden/{{asking}}/weigeren/": MANAGERS,
    f"{BASE}beheer/leden/{{member}}/uitzetten/": MANAGERS,
    f"{BASE}meedoen/": SIGNED_IN,
    f"{BASE}weggaan/": BELONGS,
    "/account/gebieden-en-themas/": SIGNED_IN,
    "/uitnodiging/{token}/": set(PEOPLE),
}
# What is sent, and what it would change.
SENT = {
    f"{BASE}beheer/leden/{{asking}}/toelaten/": {},
    f"{BASE}beheer/leden/{{asking}}/weigeren/": {"reason": "Vol."},
    f"{BASE}beheer/leden/{{out}}/toelaten/": {},
    f"{BASE}beheer/leden/{{member}}/uitzetten/": {"reason": "Weg."},
    f"{BASE}beheer/leden/{{member}}/rol/": {"role": "coordinator"},
    f"{BASE}beheer/uitnodigen/": {"addresses": "nieuw@voorbeeld.example"},
    f"{BASE}beheer/uitnodigingen/{{invitation}}/intrekken/": {},
    f"{BASE}beheer/uitnodigingen/{{invitation}}/opnieuw/": {},
}


@pytest.fixture
def keeper(db):
    """Return Kim, of the group that keeps all communities."""
    grant_editor_permissions()
    kim = UserFactory(username="kim", first_name="Kim")
    kim.groups.add(Group.objects.get(name="Communitybeheer"))
    return kim


@pytest.fixture
def places(community, lisa, omar, vera, wim, karim, key):
    """Return the names that addresses have, of people whom nobody in the test is."""
    member = MemberFactory(community=community)
    asking = MemberFactory(community=community, state="asked")
    out = MemberFactory(community=community, state="expelled")
    invited = invitations.invite(community, "iemand@voorbeeld.example", karim)
    found = {"member": member.key, "asking": asking.key, "out": out.key}
    return found | {"invitation": invited.key, "token": invited.token}


def state():
    """Return all that somebody could have changed."""
    members = Member.objects.order_by("pk").values_list("pk", "state", "role", "reason")
    return list(members), list(Invitation.objects.order_by("pk").values_list("email", "token"))


@pytest.fixture
def everybody(browser, client, request, keeper):
    """Return the browsers of all people by name."""
    known = [name for name in PEOPLE if name != "stranger"]
    people = {name: browser(request.getfixturevalue(name)) for name in known}
    return people | {"stranger": client}


def sees_no_difference(browser, place):
    """Tell whether an address answers as one that does not exist."""
    closed, unknown = browser.get(place), browser.get("/community/bestaat-niet/leden/")
    here = unmarked(closed).decode().replace(quoted(place), "")
    there = unmarked(unknown).decode().replace(quoted("/community/bestaat-niet/leden/"), "")
    return (closed.status_code, here) == (404, there)


def quoted(place):
    return place.replace("/", "%2F")


@pytest.mark.parametrize("address", READ)
def test_an_address_is_read_by_whom_it_is_for(everybody, places, address):
    place = address.format(**places)
    readers = {name for name, site in everybody.items() if site.get(place).status_code == 200}
    assert readers == READ[address]
    others = set(PEOPLE) - readers
    if READ[address] <= MANAGERS | INSIDE and "weggaan" not in address:
        assert {name for name in others if sees_no_difference(everybody[name], place)} == others


@pytest.mark.parametrize("address", SENT)
def test_who_may_not_changes_nothing(everybody, places, address):
    place, before = address.format(**places), state()
    others = [name for name in PEOPLE if name not in MANAGERS]
    answers = {name: everybody[name].post(place, SENT[address]).status_code for name in others}
    assert answers == dict.fromkeys(others, 404)
    assert state() == before


@pytest.mark.parametrize("address", SENT)
def test_who_may_changes_it(everybody, places, address):
    before = state()
    assert everybody["mona"].post(address.format(**places), SENT[address]).status_code == 302
    assert state() != before


@pytest.mark.parametrize("address", SENT)
def test_nothing_changes_by_following_a_link(everybody, places, address):
    place, before = address.format(**places), state()
    assert everybody["karim"].get(place).status_code in (200, 405)
    assert state() == before


def test_a_form_from_elsewhere_is_refused(karim, places, client):
    desk, before = type(client)(enforce_csrf_checks=True), state()
    desk.force_login(karim)
    answers = {desk.post(place.format(**places), SENT[place]).status_code for place in SENT}
    assert (answers, state()) == ({403}, before)


def test_a_form_sets_nothing_but_what_it_asks(everybody, places, community, bas):
    community.admission = "request"
    community.save()
    sent = {"motivation": "Ik wil.", "state": "active", "role": "coordinator", "user": "1"}
    everybody["bas"].post(f"{BASE}meedoen/", sent)
    member = Member.objects.get(community=community, user=bas)
    assert (member.state, member.role) == ("asked", "member")
