"""A community with the people who take part in it, and a practice that they tell about."""

import pytest

from tests.factories import (
    CommunityFactory,
    MemberFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ThemeFactory,
    UserFactory,
)


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def practice(site):
    theme, area = ThemeFactory(label="Leren"), NeighbourhoodFactory(name="Overvecht")
    return PracticeFactory(
        parent=site.practices, title="Samen fietsen", themes=[theme], areas=[area]
    )


@pytest.fixture
def lisa(community):
    """Return Lisa, a member of CoP 18."""
    lisa = UserFactory(username="lisa", first_name="Lisa", last_name="Lid")
    MemberFactory(community=community, user=lisa)
    return lisa


@pytest.fixture
def omar(community):
    """Return Omar, another member of CoP 18."""
    omar = UserFactory(username="omar", first_name="Omar", last_name="Bakri")
    MemberFactory(community=community, user=omar)
    return omar


@pytest.fixture
def karim(community):
    """Return Karim, who coordinates CoP 18."""
    karim = UserFactory(username="karim", first_name="Karim", last_name="Amrani")
    MemberFactory(community=community, user=karim, role="coordinator")
    return karim


@pytest.fixture
def ines(site):
    """Return Ines, who coordinates another community."""
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    ines = UserFactory(username="ines", first_name="Ines", last_name="Visser")
    MemberFactory(community=other, user=ines, role="coordinator")
    return ines


@pytest.fixture
def browser(client):
    """Return a function that opens a browser in which somebody is signed in."""

    def signed_in(person):
        browser = type(client)()
        browser.force_login(person)
        return browser

    return signed_in
