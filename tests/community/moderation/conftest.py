"""The people of CoP 18, those who moderate it, and those who look at it from outside."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from community.models import Audience
from tests.community.experiences.conftest import browser, community, ines, karim, lisa, omar
from tests.factories import ExperienceFactory, MemberFactory, ReplyFactory, UserFactory

__all__ = ["browser", "community", "ines", "karim", "lisa", "omar"]


@pytest.fixture
def petra(community):
    """Return Petra, who coordinates CoP 18 beside Karim."""
    petra = UserFactory(username="petra", first_name="Petra", last_name="Vos")
    MemberFactory(community=community, user=petra, role="coordinator")
    return petra


@pytest.fixture
def mira(db):
    """Return Mira, who moderates the whole site and belongs to no community."""
    mira = UserFactory(username="mira", first_name="Mira", last_name="Bos")
    mira.user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    return mira


@pytest.fixture
def story(community, lisa):
    """Return what Lisa told to everybody."""
    return ExperienceFactory(
        community=community,
        author=lisa,
        title="Samen fietsen hielp",
        body="Wij fietsten elke ochtend mee.",
        audience=Audience.EVERYBODY,
        sent=timezone.now() - timedelta(days=1),
    )


@pytest.fixture
def remark(story, omar):
    """Return what Omar said to that."""
    return ReplyFactory(experience=story, author=omar, body="Bij ons hielp het niet.")


@pytest.fixture
def heard():
    """Return a list that gets the name of every signal of communities, as they are sent."""
    from community import signals

    names, receivers = [], []
    for name, signal in vars(signals).items():
        if hasattr(signal, "connect") and name != "Signal":
            receivers.append(lambda name=name, **kwargs: names.append(name))
            signal.connect(receivers[-1], weak=True)
    yield names
    receivers.clear()
