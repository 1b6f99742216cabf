"""A community with a room, and the people around it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from community.models import Member, MembersRoomPage, Registering
from tests.factories import CommunityFactory, EventFactory, MemberFactory, UserFactory

TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def room(community):
    room = MembersRoomPage(title="Voor leden", summary="Van ons.", closed_because="Het is privé.")
    community.add_child(instance=room)
    room.save_revision().publish()
    return room


@pytest.fixture
def people(site, community, eva, anna):
    """Return everybody who might look at a community, by what they are to it."""
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    found = {"stranger": None, "visitor": UserFactory(username="bas"), "editor": eva, "admin": anna}
    found["member"] = MemberFactory(community=community).user
    found["coordinator"] = MemberFactory(community=community, role="coordinator").user
    found["outsider"] = MemberFactory(community=other, role="coordinator").user
    found["expelled"] = MemberFactory(community=community, state=Member.State.EXPELLED).user
    found["asked"] = MemberFactory(community=community, state=Member.State.ASKED).user
    found["moderator"] = UserFactory(username="mo")
    found["moderator"].user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    return found


@pytest.fixture
def meeting(site, community):
    """Return a function that plans a public meeting for tomorrow with a number of seats."""

    def plan(title="Werkbezoek", parent=None, **fields):
        known = {"starts_on": TOMORROW, "community": community}
        known |= {"registering": Registering.EVERYBODY}
        return EventFactory(parent=parent or site.events, title=title, **known | fields)

    return plan
