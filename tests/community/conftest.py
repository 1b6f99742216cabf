"""A community with a closed part."""

import pytest

from community.models import MembersRoomPage
from tests.factories import CommunityFactory


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def room(community):
    """Return the closed part of CoP 18."""
    room = MembersRoomPage(title="Besloten", summary="Voor leden.", closed_because="Het is privé.")
    community.add_child(instance=room)
    room.save_revision().publish()
    return room
