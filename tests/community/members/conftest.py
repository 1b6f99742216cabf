"""The people of a community, and those around it: who asks, who was put out, who watches."""

import pytest
from django.contrib.auth.models import Permission

from community.models import Member
from tests.community.experiences.conftest import browser, community, ines, karim, lisa, omar
from tests.factories import MemberFactory, UserFactory

__all__ = ["browser", "community", "ines", "karim", "lisa", "omar"]


@pytest.fixture
def vera(community):
    """Return Vera, who asks to be let in."""
    vera = UserFactory(username="vera", first_name="Vera", last_name="Vos")
    asked = Member.State.ASKED
    MemberFactory(community=community, user=vera, state=asked, motivation="Ik wil leren.")
    return vera


@pytest.fixture
def wim(community):
    """Return Wim, who was put out."""
    wim = UserFactory(username="wim", first_name="Wim", last_name="Bos")
    MemberFactory(community=community, user=wim, state="expelled", reason="Hij noemde namen.")
    return wim


@pytest.fixture
def mona(db):
    """Return Mona, who moderates all communities."""
    mona = UserFactory(username="mona", first_name="Mona", last_name="Mol")
    mona.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    return mona


@pytest.fixture
def standing(community):
    """Return a function that tells how somebody stands to CoP 18."""

    def of(person):
        found = Member.objects.filter(community=community, user=person).first()
        return found and (found.state, found.role)

    return of


@pytest.fixture
def key(community):
    """Return a function that gives what addresses call somebody in CoP 18."""
    return lambda person: Member.objects.get(community=community, user=person).key
